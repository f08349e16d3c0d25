"""A committed batch is on the disk: one sync of the log file for every commit, counted by strace."""
import re
import tempfile
import unittest
from pathlib import Path

from harness import seed
from harness.databases import SQLite
from harness.sandbox import Sandbox
from harness.store import Sync, all_orders, faults_of


class DurabilityTests(unittest.TestCase):
    runs_alone = True

    def test_every_committed_batch_is_synced_to_disk(self):
        few, many = self.syncs_and_batches(batch=100), self.syncs_and_batches(batch=10)

        print(f"[{many[1]} batches: {many[0]} syncs; {few[1]} batches: {few[0]} syncs] ", end="")
        self.assertGreater(many[1], few[1] + 50)
        # Some transactions that are no batches (the connection, the claims) sync too, however large the batches are.
        self.assertGreaterEqual(few[0], few[1])
        self.assertLessEqual(few[0] - few[1], 30)
        self.assertAlmostEqual(many[0] - few[0], many[1] - few[1], delta=5)

    def syncs_and_batches(self, batch: int) -> tuple[int, int]:
        database = SQLite()
        trace = Path(tempfile.mkdtemp(prefix="ponte-strace-")) / "trace"
        with Sandbox(1000, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            sync = Sync(store, database, ponte_sync_batch=batch, ponte_sync_slice_orders=300)
            strace = ["strace", "-f", "-y", "--seccomp-bpf", "-qq", "-e", "trace=fsync,fdatasync", "-o", str(trace)]

            ended = sync.start(prefix=strace).wait()

            self.assertEqual(ended.status, 0, ended.text)
            self.assertEqual(faults_of(sync, all_orders(store)), [])
            batches = sync.batches
        log = re.escape(f"{database.path}-wal")
        syncs = len(re.findall(rf"(?:fsync|fdatasync)\(\d+<{log}>", trace.read_text()))
        database.remove()
        return syncs, batches
