"""What a platform does on a bad day. Under each fault, seldom, often and all the time for half a minute, the end is the same."""
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

from harness import binary, seed
from harness.databases import SQLite
from harness.sandbox import Sandbox
from harness.store import Sync, all_orders, faults_of, state_of

KINDS = ["429", "500", "503", "slow", "cut"]
# Of a fault that says when to come back, and of a slow answer: short, so that the test is not about waiting.
SHORT = {"retryAfter": 1, "delayMilliseconds": 300}


class FaultTests(unittest.TestCase):
    runs_wide = True

    def test_each_fault_at_five_percent(self):
        self.each_kind(lambda kind: self.steady(kind, rate=0.05, orders=1600))

    def test_each_fault_at_thirty_percent(self):
        self.each_kind(lambda kind: self.steady(kind, rate=0.3, orders=400))

    def test_each_fault_all_the_time_for_thirty_seconds(self):
        self.each_kind(lambda kind: self.outage(kind, orders=1000))

    def each_kind(self, run):
        """The kinds side by side: mostly they wait."""
        with ThreadPoolExecutor(len(KINDS)) as pool:
            outcomes = dict(zip(KINDS, pool.map(run, KINDS)))
        print(f"[injected: {', '.join(f'{kind} {injected}' for kind, (injected, _) in outcomes.items())}] ", end="")
        for kind, (injected, wrong) in outcomes.items():
            with self.subTest(kind=kind):
                self.assertEqual(wrong, [])
                self.assertGreaterEqual(injected, 50)

    def steady(self, kind: str, rate: float, orders: int) -> tuple[int, list[str]]:
        with Sandbox(orders, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            calm = self.fault_free(store)
            store.control("faults", {"kind": kind, "rate": rate, "seed": seed.VALUE, **SHORT})
            sync = Sync(store, SQLite(), ponte_sync_batch=50)

            ended = sync.run()

            injected = self.injected(store, kind)
            store.control("faults", method="DELETE")
            return injected, self.compared(store, sync, ended, calm)

    def outage(self, kind: str, orders: int) -> tuple[int, list[str]]:
        with Sandbox(orders, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            calm = self.fault_free(store)
            # Many questions at a time: each waits longer after every refusal, and fifty have to be refused in half a minute.
            sync = Sync(
                store, SQLite(), ponte_sync_batch=50, ponte_sync_slice_orders=100, ponte_sync_workers=4, ponte_sync_fetches=32
            )
            process = sync.start()
            binary.wait_until(lambda: sync.batches >= 1, what="a first commit")

            store.control("faults", {"kind": kind, "rate": 1, "seed": seed.VALUE, **SHORT})
            # The fault's own length, and longer on a machine that is too busy to ask fifty times in it.
            time.sleep(30)
            binary.wait_until(lambda: self.injected(store, kind) >= 50, every=0.5, what="the fiftieth fault")
            injected = self.injected(store, kind)
            store.control("faults", method="DELETE")
            ended = process.wait()

            return injected, self.compared(store, sync, ended, calm)

    def fault_free(self, store: Sandbox) -> list[dict]:
        sync = Sync(store, SQLite())
        ended = sync.run()
        if ended.status != 0:
            raise AssertionError(ended.text)
        state = state_of(sync)
        sync.database.remove()
        return state

    def compared(self, store: Sandbox, sync: Sync, ended: binary.Ended, calm: list[dict]) -> list[str]:
        wrong = [] if ended.status == 0 else [ended.text]
        wrong += faults_of(sync, all_orders(store))
        if state_of(sync) != calm:
            wrong.append("the orders differ from those of the run without faults")
        sync.database.remove()
        return wrong

    @staticmethod
    def injected(store: Sandbox, kind: str) -> int:
        return store.control("faults")["injected"].get(kind, 0)
