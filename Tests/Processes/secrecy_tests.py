"""A token goes in and is never seen again: not in a log, an error, an export, or the database in clear."""
import base64
import re
import unittest

from harness import binary, seed
from harness.databases import Postgres, SQLite
from harness.sandbox import Sandbox
from harness.store import Sync


def disguises(secret: str) -> list[bytes]:
    """The secret as it might stand somewhere: as it is, backwards, in hexadecimal and in base 64 at each of its offsets."""
    plain = secret.encode()
    encoded = [base64.b64encode(b"x" * offset + plain)[4:-4] for offset in range(3)]
    return [plain, plain[::-1], plain.hex().encode(), plain.hex().upper().encode(), *encoded]


class SecrecyTests(unittest.TestCase):
    def test_the_token_stays_secret_with_sqlite(self):
        self.search_everything(SQLite())

    def test_the_token_stays_secret_with_postgres(self):
        self.search_everything(Postgres())

    def search_everything(self, database):
        with Sandbox(200, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            sync = Sync(store, database, ponte_log_level="trace")
            secrets = [store.owner_token, store.owner_token[:-1] + "#"]
            store_flags = ["--platform", "vtex", "--account", store.account, "--base-url", store.store_url, "--app-key", store.owner_key]
            database_flags = ["--database", database.url]
            wrong = sync.environment(PONTE_APP_TOKEN=secrets[1])

            ended = [
                sync.run(),
                binary.run(["check", *store_flags], sync.environment()),
                binary.run(["check", *store_flags, "--json"], sync.environment()),
                binary.run(["check", *store_flags], wrong),
                binary.run(["connection", "list", *database_flags, "--json"], sync.environment()),
                binary.run(["audit", "verify", *database_flags], sync.environment()),
                binary.run(["export", "orders", *database_flags, "--format", "jsonl"], sync.environment()),
                binary.run(["export", "orders", *database_flags, "--format", "csv"], sync.environment()),
                # Swapped: the token where the key belongs. It must not be repeated to whoever made the mistake.
                binary.run(["check", *store_flags[:-1], secrets[0]], sync.environment(PONTE_APP_TOKEN=store.owner_key)),
                sync.run(),
            ]
        # The store is gone now: errors of the network speak of addresses and headers.
        ended.append(sync.run(PONTE_SYNC_PATIENCE_SECONDS="2"))

        self.assertEqual(ended[0].status, 0, ended[0].text)
        self.assertNotEqual(ended[3].status, 0, "a wrong token should be refused")
        self.assertNotEqual(ended[-1].status, 0, "a store that is gone cannot be synced")
        key_lines = (database.folder / "master.key").read_text().split()
        secrets.append(key_lines[-1])
        places = {f"run {number}": (each.out + each.err).encode() for number, each in enumerate(ended)}
        places["database"] = database.bytes()
        self.assertGreater(len(places["database"]), 100_000)
        for place, content in places.items():
            for secret in secrets:
                for disguise in disguises(secret):
                    self.assertNotIn(disguise, content, f"a secret stands in {place}")

        # What runs 0 to 4 wrote is logs, messages and connections: of no shopper may anything be in them.
        # One character before the @ is enough to know it by; a run of them would be walked again from each of its characters.
        emails = re.compile(rb"[\w.+-]@[\w-]+\.[\w.]")
        for number in range(6):
            self.assertIsNone(emails.search(places[f"run {number}"]), f"an e-mail stands in run {number}")
        database.remove()
