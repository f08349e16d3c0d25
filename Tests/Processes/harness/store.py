"""One store synced into one database, and what must be true of it in the end."""
from __future__ import annotations

import json

from . import binary, sandbox
from .databases import Database

# Orders, the log and slices as the rooms Records and Sync keep them.
ORDERS = "SELECT external_id FROM orders ORDER BY external_id"
CHANGES = "SELECT number FROM changes ORDER BY number"
ORDER_CHANGES = "SELECT COUNT(*) FROM changes WHERE record_kind = 'order'"
HEADS = "SELECT head FROM change_heads"
BATCHES = "SELECT COALESCE(SUM(batches), 0) FROM slices"
LEASED = "SELECT id FROM slices WHERE state = 'leased' ORDER BY id"
UNFINISHED = "SELECT COUNT(*) FROM streams WHERE kind = 'orders' AND backfill_done_at IS NULL"


class Sync:
    """`ponte sync --once` of one sandbox into one database, with settings that make a small store a long work.

    `streams` are those of the platform by their names; None is all of them.
    """

    def __init__(self, store: sandbox.Sandbox, database: Database, streams: str | None = "orders", **settings: int | str):
        self.store = store
        self.database = database
        self.streams = streams
        self.settings = {name.upper(): str(value) for name, value in settings.items()}

    @property
    def arguments(self) -> list[str]:
        return [
            "sync", "--once", "--database", self.database.url, "--platform", "vtex", "--account", self.store.account,
            "--base-url", self.store.store_url, "--app-key", self.store.owner_key, *(["--streams", self.streams] if self.streams else []), "--json",
        ]

    def environment(self, **more: str) -> dict[str, str]:
        ours = {
            "PONTE_QUOTA_PER_MINUTE": "0",
            "PONTE_APP_TOKEN": self.store.owner_token,
            "PONTE_MASTER_KEY_FILE": f"{self.database.folder}/master.key",
        }
        return binary.environment(**{**ours, **self.settings, **more})

    def start(self, prefix: list[str] = (), popen: dict | None = None, **more: str) -> binary.Process:
        return binary.Process(self.arguments, self.environment(**more), prefix=prefix, **(popen or {}))

    def run(self, seconds: float = binary.PATIENCE_SECONDS, **more: str) -> binary.Ended:
        return self.start(**more).wait(seconds)

    # What the database says.

    @property
    def batches(self) -> int:
        """Batches committed so far."""
        rows = self.database.peek(BATCHES)
        return int(rows[0][0]) if rows else 0

    @property
    def is_finished(self) -> bool:
        rows = self.database.query(UNFINISHED)
        return bool(rows) and rows[0][0] == 0

    @property
    def exported(self) -> list[dict]:
        ended = binary.run(["export", "orders", "--database", self.database.url, "--format", "jsonl"], self.environment())
        if ended.status != 0:
            raise AssertionError(f"export failed: {ended.text}")
        return [json.loads(line) for line in ended.out.splitlines()]


def all_orders(store: sandbox.Sandbox) -> dict[str, tuple[str, int]]:
    """Every order of the store, by the platform's own API: id → status and value in cents."""
    found: dict[str, tuple[str, int]] = {}

    def walk(low: int, high: int) -> None:
        window = f"creationDate:[{_instant(low)}%20TO%20{_instant(high)}]"
        first = store.platform(f"api/oms/pvt/orders?page=1&per_page=100&orderBy=creationDate,asc&f_creationDate={window}")
        if first["paging"]["pages"] > 30:
            middle = (low + high) // 2
            walk(low, middle)
            walk(middle, high)
            return
        pages = [first] + [
            store.platform(f"api/oms/pvt/orders?page={page}&per_page=100&orderBy=creationDate,asc&f_creationDate={window}")
            for page in range(2, first["paging"]["pages"] + 1)
        ]
        for page in pages:
            for entry in page["list"]:
                found[entry["orderId"]] = (entry["status"], entry["totalValue"])

    import time

    now = int(time.time())
    walk(now - 730 * 86_400 + 3600, now + 86_400)
    return found


def _instant(seconds: int) -> str:
    import datetime

    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def state_of(sync: Sync) -> list[dict]:
    """Everything that an export says, less what is Ponte's own."""
    own = {"id", "connectionId"}
    orders = [{name: value for name, value in order.items() if name not in own} for order in sync.exported]
    return sorted(orders, key=lambda order: order["externalId"])


def faults_of(sync: Sync, expected: dict[str, tuple[str, int]], changes: int | None = None) -> list[str]:
    """What is wrong with the end state; empty when every order is there once and the log has no gap and no repeat.

    `changes` is the number of changes of orders that the log must hold: for a store that stood still, one for each. A node
    that serves follows the other streams too, whose changes stand between them.
    """
    wrong: list[str] = []
    stored = [row[0] for row in sync.database.query(ORDERS)]
    if len(stored) != len(set(stored)):
        wrong.append(f"{len(stored) - len(set(stored))} orders are there twice")
    if missing := set(expected) - set(stored):
        wrong.append(f"{len(missing)} orders are missing, as {sorted(missing)[:3]}")
    if strange := set(stored) - set(expected):
        wrong.append(f"{len(strange)} orders are not the store's, as {sorted(strange)[:3]}")

    numbers = [row[0] for row in sync.database.query(CHANGES)]
    wanted = len(expected) if changes is None else changes
    if numbers != list(range(1, len(numbers) + 1)):
        wrong.append(f"the log has gaps or repeats among its {len(numbers)} numbers")
    ((of_orders,),) = sync.database.query(ORDER_CHANGES)
    if int(of_orders) != wanted:
        wrong.append(f"the log has {of_orders} changes of orders, not {wanted}")
    heads = [row[0] for row in sync.database.query(HEADS) if row[0] > 0]
    if heads != [len(numbers)]:
        wrong.append(f"the log's head is {heads}, not {len(numbers)}")

    exported = sync.exported
    total = sum(order["total"]["amount"] for order in exported)
    if len(exported) != len(expected):
        wrong.append(f"{len(exported)} orders are exported, not {len(expected)}")
    if total != sum(cents for _, cents in expected.values()):
        wrong.append(f"the orders' values add up to {total}, not {sum(cents for _, cents in expected.values())}")
    for order in exported:
        cents = expected.get(order["externalId"], ("", None))[1]
        if order["total"]["amount"] != cents:
            wrong.append(f"{order['externalId']} is worth {order['total']['amount']}, not {cents}")
            break
    if sync.database.damage != "ok":
        wrong.append(f"integrity_check: {sync.database.damage}")
    return wrong
