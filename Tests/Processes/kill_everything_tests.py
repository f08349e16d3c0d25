"""`kill -9` while every kind of data is read: in the end all is as if nobody had disturbed it."""
import time
import unittest

from harness import binary, seed
from harness.databases import Database, Postgres, SQLite
from harness.everything import differences, end_of, flaws_of_log
from harness.sandbox import Sandbox
from harness.store import Sync

KILLS = 30
STORE_ORDERS = 900
# Of how much was committed, and which walks and slices are somebody's at this moment.
CHANGES = "SELECT COALESCE(SUM(head), 0) FROM change_heads"
AT_WORK = "SELECT stream FROM slices WHERE state = 'leased' UNION SELECT stream FROM walks WHERE phase <> 'done' AND commits > 0"
SETTINGS = {"ponte_sync_slice_orders": 100, "ponte_sync_batch": 25, "ponte_sync_lease_seconds": 2}


class KillEverythingTests(unittest.TestCase):
    def test_thirty_kills_on_sqlite(self):
        self.kill_again_and_again(SQLite)

    def test_thirty_kills_on_postgres(self):
        self.kill_again_and_again(Postgres)

    def kill_again_and_again(self, new_database: type[Database]):
        database, calm = new_database(), new_database()
        random = seed.generator(f"kills of everything on {database.engine}")
        with Sandbox(STORE_ORDERS, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            undisturbed = Sync(store, calm, streams=None, **SETTINGS).run()
            self.assertEqual(undisturbed.status, 0, undisturbed.text)
            ((whole,),) = calm.query(CHANGES)
            sync = Sync(store, database, streams=None, **SETTINGS)
            struck: dict[str, int] = {}
            kills = 0

            for number in range(KILLS):
                before = self.committed(database)
                process = sync.start()
                left = (int(whole) - before) // (KILLS - number)
                target = before + random.randint(1, max(1, left))
                binary.wait_until(
                    lambda: self.committed(database) >= target or not process.is_running, every=0.04, what="the next commit"
                )
                time.sleep(random.uniform(0, 0.1))
                if not process.is_running:
                    self.assertEqual(process.ended.status, 0, process.ended.text)
                    break
                process.kill()
                kills += 1
                for (stream,) in database.query(AT_WORK):
                    struck[stream] = struck.get(stream, 0) + 1

            ended = sync.run()
            self.assertEqual(ended.status, 0, ended.text)

            print(f"[{kills} kills, at work: {', '.join(f'{name} {count}' for name, count in sorted(struck.items()))}] ", end="")
            self.assertGreaterEqual(kills, KILLS // 2)
            self.assertTrue({"orders", "customers"} <= struck.keys(), "the kills should strike different streams")
            self.assertEqual(differences(end_of(calm), end_of(database)) + flaws_of_log(database), [], ended.text)
            self.assertEqual(database.damage, "ok")
        database.remove()
        calm.remove()

    @staticmethod
    def committed(database: Database) -> int:
        rows = database.peek(CHANGES)
        return int(rows[0][0]) if rows else 0
