"""`ponte serve` as its operator meets it: started, stopped, doubled, and left without its database."""
import json
import socket
import threading
import time
import unittest

from harness import binary, seed, servers
from harness.databases import Postgres, SQLite
from harness.sandbox import Sandbox
from harness.serving import Node
from harness.store import ORDERS, Sync, all_orders, faults_of

SETTINGS = {"ponte_sync_slice_orders": 60, "ponte_sync_batch": 20, "ponte_sync_lease_seconds": 2, "ponte_sync_workers": 2}


class ServeTests(unittest.TestCase):
    def test_sigterm_ends_it_with_order_while_a_program_waits_for_changes(self):
        database = SQLite()
        with Sandbox(200, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            sync = Sync(store, database, **SETTINGS)
            self.assertEqual(sync.run().status, 0)
            key = self.key(sync)
            with Node(self.environment(sync)) as node:
                waiting = self.wait_for_changes(node, key)
                ended, seconds = node.end()
            waiting.thread.join(30)

            self.assertEqual(ended.status, 0, ended.text)
            self.assertLess(seconds, 5, "it should not wait for the program's 30 s")
            self.assertEqual(waiting.status, 200, "the program that waited was answered")
            self.assertEqual(database.damage, "ok")
        database.remove()

    def wait_for_changes(self, node: Node, key: str):
        class Waiting:
            status = None

        waiting = Waiting()
        head = json.loads(node.api("changes?limit=1", key).text)["head"]

        def ask():
            try:
                waiting.status = node.api(f"changes?after={head}&wait=30", key).status
            except OSError as trouble:
                waiting.status = str(trouble)

        waiting.thread = threading.Thread(target=ask)
        waiting.thread.start()
        # It is under way once the node has a connection more than nobody's.
        binary.wait_until(lambda: self.connections(node) > 0, seconds=30, what="a program that waits")
        time.sleep(0.3)
        return waiting

    @staticmethod
    def connections(node: Node) -> int:
        """Connections to the node's port that are open, by the kernel's word."""
        local = f"0100007F:{node.port:04X}"
        with open("/proc/net/tcp") as table:
            return sum(1 for line in table if line.split()[1] == local and line.split()[3] == "01")

    def test_a_body_that_is_no_http_is_the_sender_s_fault(self):
        database = SQLite()
        bodies = ("Transfer-Encoding: chunked\r\n\r\nZZ\r\n", "Content-Length: 100\r\n\r\nname=Ana")
        with Node(binary.environment(PONTE_DATABASE_URL=database.url)) as node:
            for path in ("/sign-in", "/language", "/api/v1/connections"):
                for body in bodies:
                    with socket.create_connection(("127.0.0.1", node.port), timeout=60) as wire:
                        wire.sendall(f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{node.port}\r\n{body}".encode())
                        # What has broken off is not waited for.
                        wire.shutdown(socket.SHUT_WR)
                        answer = b"".join(iter(lambda: wire.recv(65_536), b"")).decode(errors="replace")
                    self.assertRegex(answer.split("\r\n")[0] or "closed", r"HTTP/1.1 4\d\d|closed", f"{path} {body!r}")
            self.assertNotIn("a request failed", node.said)
        database.remove()

    def test_a_taken_port(self):
        database = SQLite()
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]

            ended = binary.run(
                ["serve", "--address", f"127.0.0.1:{port}", "--database", database.url], binary.environment(), seconds=60
            )

        self.assertEqual(ended.status, 2, ended.text)
        self.assertIn(str(port), ended.err)
        self.assertIn("(web.port_taken)", ended.err)
        self.assertNotIn("/set-up", ended.err)
        database.remove()

    def test_the_set_up_code_is_for_the_first_start_alone(self):
        database = SQLite()
        env = binary.environment(PONTE_DATABASE_URL=database.url)
        with Node(env) as node:
            code = node.code
            self.assertIsNotNone(code, node.said)
            self.assertEqual(node.browser().set_up("wrong-code").status, 422)
            self.assertEqual(node.browser().set_up(code).status, 303)
            again = node.browser().set_up(code)
            self.assertNotEqual(again.location, "/", "a code is good for one member")
            self.assertEqual(node.end()[0].status, 0)
        with Node(env) as node:
            self.assertIsNone(node.code)
            self.assertNotIn("/set-up", node.said)
            self.assertEqual(node.browser().sign_in().status, 303)
        database.remove()

    def test_after_signing_in_one_is_where_one_wanted_to_be(self):
        database = SQLite()
        with Node(binary.environment(PONTE_DATABASE_URL=database.url)) as node:
            node.browser().set_up(node.code)
            browser = node.browser()

            sent_away = browser.get("/settings?tab=a%26b")
            signed_in = browser.post(sent_away.location, email="ana@example.com", password="wrong password here")
            self.assertEqual(sent_away.status, 303)
            self.assertEqual(sent_away.location, "/sign-in?back=%2Fsettings%3Ftab%3Da%2526b")
            self.assertEqual(signed_in.status, 422)
            self.assertEqual(browser.sign_in(back="/settings?tab=a%26b").location, "/settings?tab=a%26b")
            for elsewhere in ("https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "evil.example"):
                with self.subTest(back=elsewhere):
                    self.assertEqual(node.browser().sign_in(back=elsewhere).location, "/")
        database.remove()

    def test_a_replaced_key_is_used_at_once(self):
        database = SQLite()
        with Sandbox(600, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            expected = all_orders(store)
            old, new = self.new_key(store), self.new_key(store)
            # Ten orders a second, so that there is a backfill to replace the key in.
            sync = Sync(store, database, **{**SETTINGS, "ponte_quota_per_minute": 600})
            store.owner_key, store.owner_token = old["appKey"], old["appToken"]
            begun = sync.start()
            binary.wait_until(lambda: sync.batches >= 1 or not begun.is_running, what="a first commit")
            begun.kill()
            with Node(self.environment(sync)) as node:
                before = sync.batches
                binary.wait_until(lambda: sync.batches > before, seconds=60, what="a commit with the old key")
                replaced = binary.run(
                    ["connection", "credential", store.account, "--app-key", new["appKey"], "--database", database.url],
                    sync.environment(PONTE_APP_TOKEN=new["appToken"]),
                )
                self.assertEqual(replaced.status, 0, replaced.text)
                store.control(f"keys/{old['id']}", method="DELETE")

                binary.wait_until(
                    lambda: sync.is_finished or self.states(database) != ["active"], seconds=240, every=0.2,
                    what="the end of the backfill",
                )
                self.assertEqual(self.states(database), ["active"], node.said)
                self.assertEqual(node.end()[0].status, 0)
            self.assertEqual(sorted(row[0] for row in database.query(ORDERS)), sorted(expected))
        database.remove()

    @staticmethod
    def states(database) -> list[str]:
        return [row[0] for row in database.peek("SELECT state FROM connections")] or ["active"]

    @staticmethod
    def new_key(store: Sandbox) -> dict:
        return store.control("keys", {"label": "ponte", "resources": ["ListOrders", "OMSViewer"]})

    def environment(self, sync: Sync, **more: str) -> dict[str, str]:
        return sync.environment(PONTE_DATABASE_URL=sync.database.url, PONTE_LOG_LEVEL="info", **more)

    def key(self, sync: Sync) -> str:
        made = binary.run(
            [
                "key", "create", "--label", "ERP", "--database", sync.database.url, "--json",
                *(word for name in ("organizations.read", "changes.read", "orders.read") for word in ("--permission", name)),
            ],
            sync.environment(),
        )
        self.assertEqual(made.status, 0, made.text)
        return json.loads(made.out)["token"]


class NodesTests(unittest.TestCase):
    """Two nodes on one PostgreSQL."""

    runs_wide = True
    environment, key = ServeTests.environment, ServeTests.key

    def test_two_nodes_are_one_ponte(self):
        database = Postgres()
        with Sandbox(1200, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            expected = all_orders(store)
            sync = Sync(store, database, **SETTINGS)
            # Makes organization and connection, and leaves the most to be done.
            begun = sync.start()
            binary.wait_until(lambda: sync.batches >= 1 or not begun.is_running, what="a first commit")
            begun.kill()
            key = self.key(sync)
            with Node(self.environment(sync)) as one, Node(self.environment(sync)) as two:
                codes = [node.code for node in (one, two)]
                browser = one.browser()
                # The code of either node is good at the other.
                self.assertEqual(browser.set_up(codes[1]).status, 303)
                elsewhere = two.browser()
                elsewhere.cookies = browser.cookies
                self.assertEqual(elsewhere.get("/settings").status, 200, "signed in on one is signed in on the other")

                self.assertEqual([node.api("organizations", key).status for node in (one, two)], [200, 200])
                self.revoke(sync, key)
                revoked = time.monotonic()
                binary.wait_until(
                    lambda: [node.api("organizations", key).status for node in (one, two)] == [401, 401], seconds=10,
                    what="a key that is refused by both",
                )
                self.assertLess(time.monotonic() - revoked, 1.5)

                binary.wait_until(lambda: sync.is_finished, seconds=300, every=0.2, what="the end of the backfill")
                self.assertEqual(faults_of(sync, expected), [])
                self.assertEqual([node.end()[0].status for node in (one, two)], [0, 0])
        database.remove()

    def revoke(self, sync: Sync, key: str) -> None:
        identity = "key_" + key.split("_")[1]
        ended = binary.run(["key", "revoke", identity, "--database", sync.database.url], sync.environment())
        self.assertEqual(ended.status, 0, ended.text)

    def test_readiness_follows_the_database(self):
        server = servers.PostgresServer(durable=True)
        database = Postgres(server)
        with Node(binary.environment(PONTE_DATABASE_URL=database.url, PONTE_MASTER_KEY_FILE=f"{database.folder}/key")) as node:
            self.assertTrue(node.answers("/readyz", 200))
            server.stop()
            self.assertTrue(node.answers("/readyz", 503))
            self.assertTrue(node.answers("/healthz", 200), "it lives on")
            server.start()
            binary.wait_until(lambda: node.answers("/readyz", 200), seconds=60, what="readiness")
            self.assertEqual(node.end()[0].status, 0)
        database.remove()
