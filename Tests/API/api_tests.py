"""The served description against the server: ten thousand requests that fit it and that do not."""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path

from browsing.house import PERMISSIONS
from browsing.installation import Installation
from harness import seed
from harness.sandbox import Sandbox

HERE = Path(__file__).resolve().parent
CLIENT = "Casa Amarela"

CHECKS = ",".join((
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
    "response_headers_conformance", "what_breaks_the_description_is_refused", "unsupported_method", "allow_header_conformance", "ignored_auth",
    "a_refusal_says_why_and_leaves_nothing",
))


class Requests:
    """A server with a small store that rests, and keys."""

    @classmethod
    def setUpClass(cls):
        cls.store = Sandbox(40, seed=5, arguments=("--no-limits",))
        cls.addClassCleanup(cls.store.stop)
        cls.ponte = Installation(PONTE_LOG_LEVEL="warning").__enter__()
        cls.addClassCleanup(cls.ponte.__exit__)
        ended = cls.ponte.sync(cls.store, CLIENT, cls.store.owner_key, cls.store.owner_token)
        if ended.status != 0:
            raise AssertionError(ended.text)
        # The store rests: what is written is written by requests.
        cls.ponte.do("connection", "pause", cls.store.account)
        cls.keys = {"whole": cls.make_key("whole", *PERMISSIONS), "narrow": cls.make_key("narrow", "orders.read")}
        cls.ponte.serve()

    @classmethod
    def make_key(cls, label: str, *permissions: str) -> str:
        flags = [part for name in permissions for part in ("--permission", name)]
        made = cls.ponte.do("key", "create", "--organization", CLIENT, "--label", label, *flags, "--json")
        return json.loads(made)["token"]

    def ask(self, path: str):
        status, body = self.ponte.get(path, self.keys["whole"])
        self.assertEqual(status, 200, body)
        return json.loads(body)

    def bombard(self, token: str | None, examples: int, *chosen: str) -> Counter:
        """Requests that fit the description and requests that do not. Answers with how often each was answered how."""
        orders = self.ask("/api/v1/orders?limit=5")
        folder = tempfile.mkdtemp(prefix="ponte-api-")
        world = {
            "seed": seed.VALUE, "database": str(self.ponte.database.path), "counts": f"{folder}/counts.json",
            "cursor": orders["next"], "streams": ["orders", "customers", "prices"],
            "ids": {
                "orders": [order["id"] for order in orders["items"]],
                "connections": [each["id"] for each in self.ask("/api/v1/connections")["items"]],
                "organizations": [each["id"] for each in self.ask("/api/v1/organizations")["items"]],
            },
        }
        header = ["--header", f"Authorization: Bearer {token}"] if token else []
        done = subprocess.run(
            [
                str(Path(sys.executable).parent / "schemathesis"), "--config-file", str(HERE / "schemathesis.toml"), "run", f"{self.ponte.url}/api/v1/openapi.json", *header, *chosen,
                "--checks", CHECKS, "--phases", "examples,coverage,fuzzing", "--max-examples", str(examples),
                "--workers", "1", "--seed", str(seed.VALUE), "--generation-database", "none", "--continue-on-failure",
                "--max-failures", "20", "--suppress-health-check", "all", "--request-timeout", "60", "--no-color",
                "--no-shrink", "--warnings", "off",
            ],
            cwd=folder, env={**os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE), "PONTE_API_WORLD": json.dumps(world)},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900,
        )
        # A key is no secret of anybody's here, and yet a report should not get used to showing one.
        report = re.sub(r"ponte_\w+", "ponte_…", done.stdout)
        self.assertEqual(done.returncode, 0, report[-12_000:])
        counts = Counter(json.loads(Path(world["counts"]).read_text()))
        print(f"[{counts.total()} cases] ", end="")
        self.assertEqual(self.ponte.get("/readyz")[0], 200, "the server should still be ready")
        self.assertNotIn("a request failed", self.ponte.printed)
        return counts


READS = ("--include-method", "GET")
WRITES = ("--exclude-method", "GET")


def statuses(counts: Counter) -> set[int]:
    return {int(name.rsplit(" ", 1)[1]) for name in counts}


def taken(counts: Counter) -> set[str]:
    """The operations that were carried out at least once. Anybody may ask what an address takes (OPTIONS)."""
    return {
        name.rsplit(" ", 1)[0] for name in counts
        if name.rsplit(" ", 1)[1].startswith("2") and not name.startswith("OPTIONS ")
    }


class ReadsTests(Requests, unittest.TestCase):
    def test_reading_with_every_right(self):
        counts = self.bombard(self.keys["whole"], 350, *READS)
        self.assertGreaterEqual(counts.total(), 5_000, "the issue asks for 10,000 cases in all")
        self.assertTrue({200, 400, 404} <= statuses(counts), statuses(counts))


class WritesTests(Requests, unittest.TestCase):
    def test_writing_with_every_right(self):
        counts = self.bombard(self.keys["whole"], 1_000, *WRITES)
        self.assertGreaterEqual(counts.total(), 4_000, "the issue asks for 10,000 cases in all")
        self.assertTrue({200, 202, 400, 404, 415, 422} <= statuses(counts), statuses(counts))


class FewRightsTests(Requests, unittest.TestCase):
    def test_a_key_with_one_right(self):
        counts = self.bombard(self.keys["narrow"], 40)
        self.assertGreaterEqual(counts.total(), 700)
        self.assertEqual(taken(counts), {"GET /api/v1/orders", "GET /api/v1/orders/{id}"})

    def test_no_key(self):
        counts = self.bombard(None, 10)
        self.assertGreaterEqual(counts.total(), 300)
        self.assertEqual(taken(counts), set())
