"""A node that stood still past its lease commits nothing when it wakes; two nodes at work share a backfill."""
import signal
import time
import unittest

from harness import binary, seed
from harness.databases import Postgres, SQLite
from harness.sandbox import Sandbox
from harness.store import LEASED, Sync, all_orders, faults_of

SETTINGS = {
    "ponte_sync_slice_orders": 100, "ponte_sync_batch": 25, "ponte_sync_lease_seconds": 2, "ponte_sync_workers": 2,
}


class FenceTests(unittest.TestCase):
    runs_alone = True

    def test_a_stopped_node_commits_nothing_on_sqlite(self):
        self.stop_past_the_lease(SQLite())

    def test_a_stopped_node_commits_nothing_on_postgres(self):
        self.stop_past_the_lease(Postgres())

    def stop_past_the_lease(self, database):
        with Sandbox(1500, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            expected = all_orders(store)
            sync = Sync(store, database, **SETTINGS)
            sleeper = sync.start()
            binary.wait_until(lambda: sync.batches >= 3, what="three commits")
            self.stop_with_a_lease(sleeper, database)
            committed = sync.batches

            ended = sync.run()
            self.assertEqual(ended.status, 0, ended.text)
            self.assertGreater(sync.batches, committed)
            finished = self.everything(database)

            sleeper.signal(signal.SIGCONT)
            woken = sleeper.wait()

            self.assertEqual(self.everything(database), finished, f"the woken node wrote\n{woken.text}")
            self.assertEqual(faults_of(sync, expected), [])
        database.remove()

    def stop_with_a_lease(self, process, database):
        """Stops the node while it holds slices, but not within a transaction: that would keep the lock, and no other could finish."""
        random = seed.generator(f"stops on {database.engine}")
        for _ in range(500):
            process.signal(signal.SIGSTOP)
            if not database.is_being_written and database.query(LEASED):
                return
            process.signal(signal.SIGCONT)
            time.sleep(random.uniform(0.001, 0.02))
        self.fail("the node was never seen holding slices between two transactions")

    @staticmethod
    def everything(database):
        return [
            database.query(f"SELECT * FROM {table} ORDER BY 1, 2")
            for table in ("orders", "changes", "change_heads")
        ] + [database.query("SELECT id, state, batches, orders FROM slices WHERE purpose = 'backfill' ORDER BY id")]

    def test_two_nodes_share_one_backfill_on_postgres(self):
        database = Postgres()
        with Sandbox(3000, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            expected = all_orders(store)
            sync = Sync(store, database, **SETTINGS)
            # One creates organization and connection; the other joins once they are there.
            first = sync.start()
            binary.wait_until(lambda: sync.batches >= 1, what="a first commit")
            second = sync.start()
            ended = [first.wait(), second.wait()]

            for node in ended:
                self.assertEqual(node.status, 0, node.text)
            created = [node.report["created"] for node in ended]
            print(f"[{created[0]} and {created[1]} orders] ", end="")
            self.assertEqual(sum(created), len(expected))
            self.assertGreater(min(created), 0, "both nodes should have had a share")
            self.assertEqual(faults_of(sync, expected), [])
        database.remove()
