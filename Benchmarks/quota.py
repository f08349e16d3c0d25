"""How much of a platform's quota a backfill uses, and whether live work has to wait for it.

The store is Ponte's own sandbox, which refuses with 429 what is beyond its limits. A backfill may take half of them, so that live work is never starved;
what counts is how much of that half it uses, and how often it is refused.
"""
import signal
import statistics
import threading
import time

from harness import binary, servers
from harness.databases import Postgres, SQLite
from harness.sandbox import Sandbox

LIMIT = 600
SHARE = LIMIT // 2
# Orders that appear or take a step, per minute, while live work is looked at.
PACE = 120
OPEN = "SELECT COUNT(*) FROM slices WHERE purpose = 'backfill' AND state IN ('pending', 'leased')"
READ = "SELECT COALESCE(SUM(orders), 0) FROM slices WHERE purpose = 'backfill'"
# Microseconds from the platform's change to Ponte's log: new orders and changes of status after the platform was listened to. Of a delivery
# the platform tells nobody, and old orders that come in for the first time are the backfill's.
LATE = """SELECT c.recorded_at - c.occurred_at FROM changes c JOIN orders o ON o.organization_id = c.organization_id AND o.id = c.record_id
    WHERE c.record_kind = 'order' AND c.occurred_at >= {since} AND c.facts LIKE '%"field":"platformStatus"%' AND (c.version > 1 OR o.placed_at >= {since})"""
HEAD = "| side | requests for orders | minutes | a minute | of the share | refused |\n| --- | --- | --- | --- | --- | --- |"


class Gets:
    """Watches how often the store was asked for an order, beside whoever asks."""

    def __init__(self, store: Sandbox):
        self.store = store
        self.store.control("requests", method="DELETE")
        self.seen: list[tuple[float, int]] = []
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self) -> None:
        while not self.ended.wait(0.2):
            asked = self.store.control("requests").get("GetOrder", {}).get("total", 0)
            if not self.seen or asked != self.seen[-1][1]:
                self.seen.append((time.monotonic(), asked))

    def stop(self) -> tuple[int, float, int, int]:
        """Requests for orders, seconds from the first to the last, refused ones of all kinds, and all requests."""
        self.ended.set()
        self.thread.join()
        routes = self.store.control("requests").values()
        refused = sum(route["byStatus"].get("429", 0) for route in routes)
        asked = [(moment, count) for moment, count in self.seen if count > 0]
        return asked[-1][1], asked[-1][0] - asked[0][0], refused, sum(route["total"] for route in routes)


class Quota:
    def __init__(self, ponte: str, orders: int):
        binary.PONTE = ponte
        self.orders = orders

    def measure(self) -> str:
        rows = [
            self.row("one node → SQLite", *self.nodes(1, SQLite())),
            self.row("two nodes → PostgreSQL", *self.nodes(2, Postgres(servers.PostgresServer(durable=True)))),
        ]
        live, late = self.beside_live_work()
        rows.append(self.row(f"the backfill, with {PACE} live changes a minute beside it", *live))
        middle, most = statistics.median(late), sorted(late)[int(len(late) * 0.99)]
        return "\n".join([
            f"## Quota: {LIMIT} requests a minute for orders, {self.orders:,} orders", "",
            f"The sandbox refuses what goes beyond {LIMIT} requests a minute. The backfill's share is half of it, {SHARE}. One run each, from the first request for an order to the last.", "",
            HEAD, *(text for text, _, _ in rows), "",
            f"- At least **{min(used for _, used, _ in rows):.2f}** of its share is used (at least 0.95 is promised).",
            f"- At most **{max(refused for _, _, refused in rows):.4f}** of the requests are refused (at most 0.001 is promised).",
            f"- Live work beside a backfill: {len(late)} new orders and changes of status were on the log {middle:.1f} s after the platform made them in the median, 99 of 100 within **{most:.1f} s**, by the platform's queue, which is asked every five seconds.",
        ])

    @staticmethod
    def row(name: str, asked: int, seconds: float, refused: int, requests: int) -> tuple[str, float, float]:
        used = (asked - 1) / (SHARE * seconds / 60)
        share = refused / requests
        print(f"{name}: {asked} requests in {seconds:.0f} s, {used:.3f} of the share, {refused} of {requests} refused", flush=True)
        return f"| {name} | {asked:,} | {seconds / 60:.1f} | {asked * 60 / seconds:,.0f} | {used:.2f} | {refused} of {requests:,} |", used, share

    def store(self, *arguments: str) -> Sandbox:
        store = Sandbox(self.orders, arguments=arguments)
        store.control("limits", {"orderGet": LIMIT, "orderList": LIMIT}, method="PUT")
        return store

    @staticmethod
    def environment(store: Sandbox, database) -> dict[str, str]:
        return binary.environment(
            PONTE_QUOTA_PER_MINUTE=str(LIMIT), PONTE_APP_TOKEN=store.owner_token, PONTE_DATABASE_URL=database.url,
            PONTE_MASTER_KEY_FILE=f"{database.folder}/master.key", PONTE_SYNC_SLICE_ORDERS="300")

    @staticmethod
    def sync(store: Sandbox) -> list[str]:
        return [
            "sync", "--once", "--platform", "vtex", "--account", store.account, "--base-url", store.store_url, "--app-key", store.owner_key,
            "--streams", "orders", "--json",
        ]

    def nodes(self, count: int, database) -> tuple[int, float, int, int]:
        with self.store() as store:
            gets = Gets(store)
            nodes = [binary.Process(self.sync(store), self.environment(store, database)) for _ in range(count)]
            ended = [node.wait(3600) for node in nodes]
            measured = gets.stop()
            stored = database.query("SELECT COUNT(*) FROM orders")[0][0]
        database.remove()
        if any(node.status != 0 for node in ended) or stored != self.orders:
            raise SystemExit(f"{stored} of {self.orders} orders: {[node.text for node in ended]}")
        return measured

    def beside_live_work(self) -> tuple[tuple[int, float, int, int], list[float]]:
        """The backfill's own requests are those for the orders that it committed; the others are live work's."""
        database = SQLite()

        def count(sql: str) -> int:
            return (database.peek(sql) or [(0,)])[0][0]

        with self.store("--pace", str(PACE)) as store:
            environment = self.environment(store, database)
            begun = binary.Process(self.sync(store), environment)
            binary.wait_until(lambda: count(READ) > 0, seconds=120, what="a first order")
            begun.signal(signal.SIGINT)
            begun.wait(60)
            heard = binary.run(["live", "on", "--account", store.account, "--json"], environment)
            if heard.status != 0:
                raise SystemExit(heard.text)
            hub = binary.Process(["serve", "--address", "127.0.0.1:0"], environment)
            before, since = count(READ), time.time()
            started = time.monotonic()
            gets = Gets(store)
            binary.wait_until(lambda: count(OPEN) == 0, seconds=3600, what="the end of the backfill")
            seconds = time.monotonic() - started
            read = count(READ) - before
            _, _, refused, requests = gets.stop()
            hub.signal(signal.SIGTERM)
            hub.wait(60)
            late = [row[0] / 1e6 for row in database.peek(LATE.format(since=int((since + 10) * 1e6)))]
        database.remove()
        return (read, seconds, refused, requests), late
