"""A bad day of the platform while every kind of data is read: the end is that of a good day."""
import unittest
from concurrent.futures import ThreadPoolExecutor

from harness import seed
from harness.databases import SQLite
from harness.everything import differences, end_of, flaws_of_log
from harness.sandbox import Sandbox
from harness.store import Sync

KINDS = ["429", "500", "503", "slow", "cut"]
# Of a fault that says when to come back, and of a slow answer: short, so that the test is not about waiting.
SHORT = {"retryAfter": 1, "delayMilliseconds": 300}


class FaultEverythingTests(unittest.TestCase):
    runs_wide = True

    def test_each_fault_at_twenty_percent(self):
        with ThreadPoolExecutor(len(KINDS)) as pool:
            outcomes = dict(zip(KINDS, pool.map(self.faulty, KINDS)))
        print(f"[injected: {', '.join(f'{kind} {injected}' for kind, (injected, _) in outcomes.items())}] ", end="")
        for kind, (injected, wrong) in outcomes.items():
            with self.subTest(kind=kind):
                self.assertEqual(wrong, [])
                self.assertGreaterEqual(injected, 20)

    def faulty(self, kind: str) -> tuple[int, list[str]]:
        with Sandbox(200, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            calm, rough = SQLite(), SQLite()
            wrong = []
            for database in (calm, rough):
                if database is rough:
                    store.control("faults", {"kind": kind, "rate": 0.2, "seed": seed.VALUE, **SHORT})
                ended = Sync(store, database, streams=None).run()
                if ended.status != 0:
                    wrong.append(ended.text)
            injected = store.control("faults")["injected"].get(kind, 0)
            wrong += differences(end_of(calm), end_of(rough)) + flaws_of_log(rough)
            for database in (calm, rough):
                database.remove()
            return injected, wrong
