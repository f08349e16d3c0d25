#!/usr/bin/env python3
"""Real orders through the whole house: what `ponte export` says equals what the source files say, added up here.

    Tests/Beside/olist.py ../shared
"""
import collections
import csv
import sys
import unittest
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Processes"))

from harness import servers  # noqa: E402
from harness.databases import Postgres, SQLite  # noqa: E402
from harness.sandbox import Sandbox  # noqa: E402
from harness.store import Sync  # noqa: E402

FOLDER = Path()


def rows(name: str) -> list[dict[str, str]]:
    with open(FOLDER / name, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def cents_by_order() -> dict[str, int]:
    """Each order's value: the sum of its items' prices and freights, each in cents."""
    cents: dict[str, int] = {row["order_id"]: 0 for row in rows("olist_orders_dataset.csv")}
    for item in rows("olist_order_items_dataset.csv"):
        for column in ("price", "freight_value"):
            cents[item["order_id"]] += int((Decimal(item[column]) * 100).to_integral_value())
    return cents


class OlistTests(unittest.TestCase):
    """One sandbox serves the real orders; each database gets all of them."""

    @classmethod
    def setUpClass(cls):
        cls.store = Sandbox(arguments=("--orders-from", str(FOLDER)))
        cls.expected = cents_by_order()

    @classmethod
    def tearDownClass(cls):
        cls.store.stop()

    def test_counts_and_totals_on_sqlite(self):
        self.equal_the_source(SQLite())

    def test_counts_and_totals_on_postgres(self):
        self.equal_the_source(Postgres())

    def equal_the_source(self, database):
        sync = Sync(self.store, database)

        ended = sync.run()
        self.assertEqual(ended.status, 0, ended.text)
        exported = sync.exported

        self.assertEqual(ended.report["created"], len(self.expected))
        self.assertEqual(len(exported), len(self.expected))
        self.assertEqual({order["total"]["currency"] for order in exported}, {"BRL"})
        self.assertEqual(sum(order["total"]["amount"] for order in exported), sum(self.expected.values()))
        self.assertEqual(
            collections.Counter(order["total"]["amount"] for order in exported), collections.Counter(self.expected.values())
        )
        # Order by order: the platform's answer says which order of the data set it is.
        for order in exported:
            source = self.store.platform(f"api/oms/pvt/orders/{order['externalId']}")
            self.assertEqual(order["total"]["amount"], self.expected[source["marketplaceOrderId"]], order["externalId"])
        database.remove()


if __name__ == "__main__":
    FOLDER = Path(sys.argv.pop(1)).resolve() / "data/olist-sample"
    try:
        unittest.main(verbosity=2)
    finally:
        servers.stop_all()
