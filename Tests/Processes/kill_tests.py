"""`kill -9` in a backfill, fifty times on each database: every order exactly once, the log without gap or repeat."""
import time
import unittest

from harness import binary, seed, servers
from harness.databases import Postgres, SQLite
from harness.sandbox import Sandbox
from harness.store import LEASED, ORDERS as ORDERS_STORED, Sync, all_orders, faults_of

KILLS = 50
# Slices of some 40 orders and batches of 25: more than a hundred slices and some three hundred commits to be killed between.
STORE_ORDERS = 6000
SETTINGS = {
    "ponte_sync_slice_orders": 60, "ponte_sync_batch": 25, "ponte_sync_lease_seconds": 2, "ponte_sync_workers": 2,
}


class KillTests(unittest.TestCase):
    def test_fifty_kills_on_sqlite(self):
        self.kill_again_and_again(SQLite())

    def test_fifty_kills_on_postgres(self):
        self.kill_again_and_again(Postgres())

    def kill_again_and_again(self, database):
        random = seed.generator(f"kills on {database.engine}")
        with Sandbox(STORE_ORDERS, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            expected = all_orders(store)
            sync = Sync(store, database, **SETTINGS)
            between = 0
            slices: set[str] = set()

            for number in range(KILLS):
                before, stored = sync.batches, len(database.query(ORDERS_STORED)) if number else 0
                process = sync.start()
                # A few commits further on, then somewhere within the work on the next one; fewer when little is left, so
                # that there is something to kill until the end.
                left = (len(expected) - stored) // SETTINGS["ponte_sync_batch"]
                target = before + random.randint(1, max(1, min(4, left // (KILLS - number))))
                binary.wait_until(
                    lambda: sync.batches >= target or not process.is_running, every=0.04, what="the next commit"
                )
                time.sleep(random.uniform(0, 0.1))
                self.assertTrue(process.is_running, f"the backfill ended before it was killed\n{process.ended.text}")
                process.kill()

                if sync.batches > 0 and not sync.is_finished:
                    between += 1
                    slices.update(row[0] for row in database.query(LEASED))

            ended = sync.run()
            self.assertEqual(ended.status, 0, ended.text)

            print(f"[{between} of {KILLS} kills between the first and the last commit, {len(slices)} slices struck] ", end="")
            self.assertGreaterEqual(between, 40)
            # A kill takes two at most, and on a slow machine often the same one twice.
            self.assertGreaterEqual(len(slices), 30, "the kills should strike different slices")
            self.assertEqual(faults_of(sync, expected), [])
        database.remove()
