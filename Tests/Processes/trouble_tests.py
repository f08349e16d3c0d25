"""The machine's own bad days: a sentence that says what to do, an exit code, and nothing damaged."""
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import unittest
from contextlib import closing
from pathlib import Path

from harness import binary, seed, servers
from harness.databases import Postgres, SQLite
from harness.sandbox import Sandbox
from harness.store import Sync, all_orders, faults_of

HERE = Path(__file__).resolve().parent


class TroubleTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.store = Sandbox(600, seed=seed.VALUE, arguments=("--no-limits",))
        cls.expected = all_orders(cls.store)

    @classmethod
    def tearDownClass(cls):
        cls.store.stop()

    def refused(self, ended: binary.Ended, *words: str) -> None:
        """Ended with a sentence for people, in words that help, and without a stack trace."""
        self.assertNotEqual(ended.status, 0, ended.text)
        self.assertGreater(ended.status, 0, f"it crashed: {ended.text}")
        said = ended.out + ended.err
        for word in words:
            self.assertIn(word.lower(), said.lower(), ended.text)
        self.assertNotIn("Fatal error", said)

    def test_a_database_locked_by_another_program(self):
        database = SQLite()
        sync = Sync(self.store, database)
        self.assertEqual(sync.run().status, 0)
        with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")

            ended = sync.run()

            self.refused(ended, "storage.")
            other.execute("ROLLBACK")
        self.assertEqual(sync.run().status, 0)
        self.assertEqual(faults_of(sync, self.expected), [])
        database.remove()

    def test_a_full_disk(self):
        database = SQLite()
        sync = Sync(self.store, database, ponte_sync_batch=25)
        library = self.full_disk()
        # The schema first, so that the disk is filled by orders.
        migrated = binary.run(["migrate", "--database", database.url], sync.environment())
        self.assertEqual(migrated.status, 0, migrated.text)

        ended = sync.run(LD_PRELOAD=str(library), DISK_FULL_FOLDER=str(database.folder), DISK_FULL_BYTES=str(1_500_000))

        self.refused(ended, "storage.disk_full")
        self.assertEqual(database.damage, "ok")
        self.assertGreater(len(database.query("SELECT id FROM orders")), 0, "the disk should fill in the middle of the work")
        self.assertEqual(sync.run().status, 0)
        self.assertEqual(faults_of(sync, self.expected), [])
        database.remove()

    def full_disk(self) -> Path:
        """A library that answers `no space left` from a certain byte on: a full disk that needs no root."""
        library = Path(tempfile.mkdtemp(prefix="ponte-full-")) / "full_disk.so"
        subprocess.run(["g++", "-shared", "-fPIC", "-O1", "-o", str(library), str(HERE / "full_disk.cpp"), "-ldl"], check=True)
        return library

    def test_a_wrong_master_key(self):
        database, elsewhere = SQLite(), SQLite()
        sync, other = Sync(self.store, database), Sync(self.store, elsewhere)
        self.assertEqual(sync.run().status, 0)
        self.assertEqual(other.run().status, 0)
        before = database.bytes()

        ended = sync.run(PONTE_MASTER_KEY_FILE=f"{elsewhere.folder}/master.key")

        self.refused(ended)
        self.assertEqual(len(database.bytes()), len(before))
        self.assertEqual(faults_of(sync, self.expected), [])
        database.remove()
        elsewhere.remove()

    def test_a_missing_master_key(self):
        database = SQLite()
        sync = Sync(self.store, database)
        self.assertEqual(sync.run().status, 0)
        key = database.folder / "master.key"
        kept = key.read_bytes()
        key.unlink()

        ended = sync.run()

        self.refused(ended, "secrets.master_key_missing")
        self.assertFalse(key.exists(), "a new key would only hide that the old one is lost")
        key.write_bytes(kept)
        key.chmod(0o600)
        self.assertEqual(sync.run().status, 0)
        database.remove()

    def test_a_master_key_that_others_can_read(self):
        database = SQLite()
        sync = Sync(self.store, database)
        self.assertEqual(sync.run().status, 0)
        (database.folder / "master.key").chmod(0o644)

        ended = sync.run()

        self.refused(ended, "secrets.master_key_exposed")
        database.remove()

    def test_a_store_on_this_machine_where_that_is_refused(self):
        database = SQLite()
        sync = Sync(self.store, database)
        asked = self.store.control("requests")

        ended = sync.run(PONTE_LOCAL_STORES="refuse")

        self.refused(ended, "127.0.0.1", "PONTE_LOCAL_STORES=allow")
        self.assertEqual(self.store.control("requests"), asked)
        self.assertEqual(sync.run(PONTE_LOCAL_STORES="allow").status, 0)
        database.remove()

    def test_a_taken_port(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            folder = tempfile.mkdtemp(prefix="ponte-port-")

            ended = binary.run(["sandbox", "--port", str(port), "--orders", "10", "--credentials-file", f"{folder}/credentials"])

        self.refused(ended, "sandbox.port_taken", str(port))
        self.assertFalse(Path(folder, "credentials").exists())

    def test_a_schema_newer_than_the_program_on_sqlite(self):
        self.newer_schema(SQLite())

    def test_a_schema_newer_than_the_program_on_postgres(self):
        self.newer_schema(Postgres())

    def newer_schema(self, database):
        sync = Sync(self.store, database)
        self.assertEqual(sync.run().status, 0)
        database.execute("INSERT INTO ponte_migrations (number, name, applied_at) VALUES (9999, 'from the future', 0)")

        ended = sync.run()

        self.refused(ended, "storage.")
        database.execute("DELETE FROM ponte_migrations WHERE number = 9999")
        self.assertEqual(faults_of(sync, self.expected), [])
        database.remove()

    def test_postgres_gone_and_back_during_a_sync(self):
        server = servers.PostgresServer()
        database = Postgres(server)
        sync = Sync(self.store, database, ponte_sync_batch=10, ponte_sync_slice_orders=50)
        process = sync.start()
        binary.wait_until(lambda: sync.batches >= 3, what="three commits")

        server.stop()
        self.assertTrue(process.is_running, process.ended.text)
        # As long as a restart of a server takes.
        time.sleep(3)
        server.start()
        ended = process.wait()

        # It goes on, or it ends and says why; started again it finishes.
        if ended.status != 0:
            self.refused(ended, "storage.")
            self.assertEqual(sync.run().status, 0)
        self.assertEqual(faults_of(sync, self.expected), [])
        database.remove()

    def test_postgres_gone_for_good(self):
        server = servers.PostgresServer()
        database = Postgres(server)
        sync = Sync(self.store, database, ponte_sync_batch=10, ponte_sync_slice_orders=50, ponte_sync_patience_seconds=5)
        self.assertEqual(sync.run().status, 0)
        server.stop()

        ended = sync.run()

        self.refused(ended, "storage.")
        server.start()
        self.assertEqual(faults_of(sync, self.expected), [])
        database.remove()

    def test_a_polite_end(self):
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            with self.subTest(signal=number.name):
                database = SQLite()
                sync = Sync(self.store, database, ponte_sync_batch=10, ponte_sync_slice_orders=50)
                process = sync.start()
                binary.wait_until(lambda: sync.batches >= 2, what="two commits")

                process.signal(number)
                ended = process.wait()

                self.assertEqual(ended.status, status, ended.text)
                self.assertEqual(database.damage, "ok")
                self.assertEqual(sync.run().status, 0)
                self.assertEqual(faults_of(sync, self.expected), [])
                database.remove()
