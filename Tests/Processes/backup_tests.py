"""Backup during a running sync, restore elsewhere, and everything goes on from there: every order exactly once."""
import json
import os
import shutil
import sqlite3
import stat
import tarfile
import tempfile
import unittest
from contextlib import closing
from pathlib import Path

from harness import binary, seed
from harness.databases import Postgres, SQLite
from harness.sandbox import Sandbox
from harness.store import ORDERS as ORDERS_STORED, Sync, all_orders, faults_of

STORE_ORDERS = 1500
SETTINGS = {"ponte_sync_slice_orders": 60, "ponte_sync_batch": 20, "ponte_sync_lease_seconds": 2, "ponte_sync_workers": 2}
# What a command line must not show.
PASSWORD = "planted-pg-password"
# Notes how it was called, then does its work.
WITNESS = """#!/bin/sh
tr '\\0' ' ' </proc/$$/cmdline >>{folder}/calls
printf '%s\\n' "PGPASSWORD=$PGPASSWORD PONTE=$(env | grep -c '^PONTE_')" >>{folder}/calls
exec {real} "$@"
"""


class BackupTests(unittest.TestCase):
    def test_backup_of_a_running_sync_on_sqlite(self):
        self.back_up_and_restore(SQLite(), SQLite())

    def test_backup_of_a_running_sync_on_postgres(self):
        source, target = Postgres(), Postgres()
        for database in (source, target):
            database.url = database.url.replace("@", f":{PASSWORD}@")
        folder = self.witness(source)
        self.back_up_and_restore(source, target, PATH=f"{folder}:{os.environ['PATH']}")
        said = (folder / "calls").read_text()
        shutil.rmtree(folder)
        self.assertIn("pg_dump", said)
        self.assertIn("pg_restore", said)
        self.assertEqual(said.count(PASSWORD), 2, "only the environment names the password, once for each program")
        self.assertEqual(said.count(f"PGPASSWORD={PASSWORD} PONTE=0"), 2)

    def back_up_and_restore(self, source, target, **env):
        with Sandbox(STORE_ORDERS, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            expected = all_orders(store)
            first = Sync(store, source, **SETTINGS)
            running = first.start()
            binary.wait_until(lambda: first.batches >= 8 or not running.is_running, what="a few commits")
            self.assertTrue(running.is_running, running.ended.text)

            backup = self.back_up(first, env)
            self.assertTrue(running.is_running, "the backup should be of a running sync")
            key = self.ponte(first, env, "backup", "--master-key", str(target.folder / "master.key"), "--database", source.url)
            self.assertEqual(key.status, 0, key.text)

            held = self.orders_in(backup["file"], backup)
            self.assertGreater(len(held), 0)
            self.assertLess(len(held), len(expected))
            second = Sync(store, target, **SETTINGS)
            restored = self.ponte(second, env, "restore", backup["file"], "--database", target.url, "--json")
            self.assertEqual(restored.status, 0, restored.text)
            report = json.loads(restored.out)
            self.assertTrue(report["sound"], restored.text)
            self.assertEqual([flaw for flaw in report["chains"] if "flaw" in flaw], [])
            self.assertEqual(sorted(order["externalId"] for order in second.exported), held)

            # Both go on: the one that was backed up undisturbed, the restored one from where the backup was made.
            ended = second.run()
            self.assertEqual(ended.status, 0, ended.text)
            self.assertEqual(faults_of(second, expected), [])
            undisturbed = running.wait()
            self.assertEqual(undisturbed.status, 0, undisturbed.text)
            self.assertEqual(faults_of(first, expected), [])
            self.refusals(second, env, backup["file"], target)
            print(f"[{len(held)} of {len(expected)} orders in the backup] ", end="")
        source.remove()
        target.remove()

    def back_up(self, sync: Sync, env: dict) -> dict:
        folder = Path(sync.database.folder, "backups")
        folder.mkdir()
        made = self.ponte(sync, env, "backup", str(folder), "--database", sync.database.url, "--json")
        self.assertEqual(made.status, 0, made.text)
        backup = json.loads(made.out)
        self.assertEqual([str(path) for path in folder.iterdir()], [backup["file"]], "nothing else is left there")
        self.assertEqual(stat.S_IMODE(os.stat(backup["file"]).st_mode), 0o600)
        self.assertNotIn(sync.store.owner_token.encode(), Path(backup["file"]).read_bytes())
        return backup

    def orders_in(self, file: str, backup: dict) -> list[str]:
        """What the backup holds, by tools that are not Ponte's: tar opens it, SQLite or pg_restore reads it."""
        folder = Path(file).parent / "opened"
        with tarfile.open(file) as archive:
            archive.extractall(folder)
        manifest = json.loads((folder / "manifest.json").read_text())
        self.assertEqual({name: backup[name] for name in manifest}, manifest)
        payload = folder / manifest["database"]["file"]
        if manifest["engine"] == "sqlite":
            with closing(sqlite3.connect(payload)) as connection:
                self.assertEqual(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
                held = [row[0] for row in connection.execute(ORDERS_STORED)]
        else:
            other = Postgres()
            other.server._call("pg_restore", "--no-owner", f"--dbname={other.url}", str(self.readable(payload)))
            held = [row[0] for row in other.server.psql(other.name, ORDERS_STORED)]
            other.remove()
        self.assertEqual(len(held), manifest["rows"]["orders"])
        shutil.rmtree(folder)
        return sorted(held)

    def refusals(self, sync: Sync, env: dict, file: str, target) -> None:
        """What must not be restored is not, and leaves what is there as it is."""
        before = target.query(ORDERS_STORED)
        onto = self.ponte(sync, env, "restore", file, "--database", target.url)
        self.assertEqual(onto.status, 2, onto.text)
        self.assertIn("backup.target_taken", onto.err)
        self.assertEqual(target.query(ORDERS_STORED), before)

        empty = type(target)()
        damaged = Path(file).with_name("damaged.tar")
        content = bytearray(Path(file).read_bytes())
        content[len(content) // 2] ^= 1
        damaged.write_bytes(content)
        refused = self.ponte(sync, env, "restore", str(damaged), "--database", empty.url)
        self.assertEqual(refused.status, 2, refused.text)
        self.assertIn("backup.damaged", refused.err)

        Path(sync.database.folder, "master.key").rename(Path(sync.database.folder, "hidden.key"))
        keyless = self.ponte(sync, env, "restore", file, "--database", empty.url)
        self.assertEqual(keyless.status, 1, keyless.text)
        self.assertIn("✗", keyless.out)
        self.assertFalse(Path(sync.database.folder, "master.key").exists(), "a restore makes no key")
        empty.remove()

    def ponte(self, sync: Sync, env: dict, *arguments: str) -> binary.Ended:
        return binary.run(list(arguments), sync.environment(**env))

    def witness(self, database: Postgres) -> Path:
        """Stands before pg_dump and pg_restore on the path and notes how they are called."""
        folder = Path(tempfile.mkdtemp(prefix="ponte-witness-"))
        for name in ("pg_dump", "pg_restore"):
            script = folder / name
            script.write_text(WITNESS.format(folder=folder, real=database.server.bin / name))
            script.chmod(0o755)
        return folder

    @staticmethod
    def readable(path: Path) -> Path:
        """Where the server's own user may read it."""
        copy = Path(tempfile.gettempdir(), f"ponte-{os.getpid()}-{path.name}")
        shutil.copy(path, copy)
        copy.chmod(0o644)
        return copy
