"""A platform that answers nonsense: what cannot be read is named and kept aside, all the rest is synced, and once the
platform has come to its senses nothing of it is left."""
import unittest
from concurrent.futures import ThreadPoolExecutor

from harness import binary, seed
from harness.databases import SQLite
from harness.sandbox import Sandbox
from harness.store import Sync, all_orders, faults_of, state_of

# What a person reads of each kind, for one of the orders that it strikes.
KINDS = {
    "malformed": "is not valid JSON",
    "wrong-types": "a field has another type",
    "huge-numbers": "a number that 64 bits do not hold",
    "big-body": "larger than",
    "cut-body": "",
    "404": "does not know",
}
ORDERS = 400
STRUCK = 12


class BadInputTests(unittest.TestCase):
    runs_wide = True

    def test_bad_input_names_itself_and_spoils_nothing_else(self):
        """The kinds side by side: mostly they wait."""
        with ThreadPoolExecutor(len(KINDS)) as pool:
            outcomes = dict(zip(KINDS, pool.map(self.strike, KINDS)))
        print(f"[injected: {', '.join(f'{kind} {injected}' for kind, (injected, _) in outcomes.items())}] ", end="")
        for kind, (injected, wrong) in outcomes.items():
            with self.subTest(kind=kind):
                self.assertEqual(wrong, [])
                self.assertGreaterEqual(injected, STRUCK, "each of the orders should be struck")
        self.assertGreaterEqual(sum(injected for injected, _ in outcomes.values()), 50)

    def strike(self, kind: str) -> tuple[int, list[str]]:
        random = seed.generator(f"bad input {kind}")
        with Sandbox(ORDERS, seed=seed.VALUE, arguments=("--no-limits",)) as store:
            expected = all_orders(store)
            calm = self.fault_free(store)
            struck = set(random.sample(sorted(expected), STRUCK))
            for order in struck:
                # Each time that it is asked for.
                store.control("faults", {"kind": kind, "route": "GetOrder", "path": f"/orders/{order}"})
            if kind != "404":
                # Somewhere among the pages of the list.
                store.control("faults", {"kind": kind, "route": "ListOrders", "rate": 0.5, "count": 1, "seed": seed.VALUE})
            sync = Sync(store, SQLite(), ponte_sync_batch=25)

            ill = sync.run()
            shown = self.shown(sync)
            wrong = self.of_the_ill_run(ill, shown, KINDS[kind], struck)
            rest = {order: facts for order, facts in expected.items() if order not in struck}
            wrong += [f"while struck: {fault}" for fault in faults_of(sync, rest)]

            injected = store.control("faults")["injected"].get(kind, 0)
            store.control("faults", method="DELETE")
            well = sync.run()
            wrong += self.of_the_well_run(well)
            wrong += [f"afterwards: {fault}" for fault in faults_of(sync, expected)]
            if state_of(sync) != calm:
                wrong.append("the orders differ from those of the run without faults")
            sync.database.remove()
            return injected, wrong

    @staticmethod
    def of_the_ill_run(ended: binary.Ended, shown: str, words: str, struck: set[str]) -> list[str]:
        if ended.status != 0:
            return [ended.text]
        wrong = []
        if (ended.report["parked"], ended.report["parkedSlices"]) != (len(struck), 0):
            wrong.append(f"aside are {ended.report['parked']} orders and {ended.report['parkedSlices']} windows")
        for order in struck:
            lines = [line for line in shown.splitlines() if line.strip(" !·-").startswith(order)]
            if len(lines) != 1:
                wrong.append(f"{order} is shown {len(lines)} times in\n{shown}")
            elif words not in " ".join(shown.split()):
                wrong.append(f"nothing of '{words}' is said in\n{shown}")
        return wrong

    @staticmethod
    def of_the_well_run(ended: binary.Ended) -> list[str]:
        if ended.status != 0:
            return [ended.text]
        found = tuple(ended.report[name] for name in ("created", "changed", "parked", "parkedSlices"))
        return [] if found == (STRUCK, 0, 0, 0) else [f"the run afterwards made, changed and kept aside {found}"]

    @staticmethod
    def shown(sync: Sync) -> str:
        ended = binary.run(["connection", "show", sync.store.account, "--database", sync.database.url], sync.environment())
        if ended.status != 0:
            raise AssertionError(ended.text)
        return ended.out

    def fault_free(self, store: Sandbox) -> list[dict]:
        sync = Sync(store, SQLite())
        ended = sync.run()
        if ended.status != 0:
            raise AssertionError(ended.text)
        state = state_of(sync)
        sync.database.remove()
        return state
