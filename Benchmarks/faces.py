"""What the faces cost: the API beside bare Hummingbird, memory while nobody asks, and pages of the console over many orders."""
import http.client
import json
import random
import re
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import tempfile
import threading
import time
import urllib.parse
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from canned import CannedServer
from harness.databases import SQLite

HERE = Path(__file__).resolve().parent
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
CONNECTIONS = 16
SECONDS = 4
LISTS, SINGLES = 200, 2_000
PAGE_REQUESTS = 60
PASSWORD = "uma frase bem comprida"
LIMITS = {"list": 0.25, "order": 0.5, "memory": 1.3, "pages": 1.3}


class Server:
    """A server process of ours on a free port of loopback."""

    def __init__(self, command: list[str], env: dict[str, str] | None, port: int, ready: str):
        self.port = port
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        for _ in range(600):
            try:
                if self.get(ready)[0] in (200, 404):
                    return
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.log.seek(0)
        raise SystemExit(f"{command[0]} does not answer: {self.log.read().decode(errors='replace')[-2000:]}")

    def get(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        with closing(connection):
            connection.request("GET", path, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read()

    @property
    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100

    @property
    def memory_mb(self) -> tuple[float, float]:
        """Resident, and resident with shared pages counted in part."""
        rollup = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return tuple(int(re.search(rf"^{name}:\s+(\d+)", rollup, re.M).group(1)) / 1024 for name in ("Rss", "Pss"))

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class Load:
    """One side under load: a run of `wrk` for each round."""

    name: str
    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    bytes: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)

    @property
    def row(self) -> str:
        return (f"| {self.name} | {self.rate:,.0f} | {min(self.rates):,.0f} to {max(self.rates):,.0f} | {statistics.median(self.cpu) * 1e6:,.0f} | "
                f"{statistics.median(self.bytes) / 1000:,.1f} |")


class Store:
    """A database with orders, and who may look at it."""

    def __init__(self, bench, orders: int):
        self.bench = bench
        self.database = SQLite()
        self.orders = orders

    def run(self, *arguments: str) -> str:
        command = [self.bench.ponte, *arguments, "--database", self.database.url]
        return subprocess.run(command, env={**self.env, "PONTE_MEMBER_PASSWORD": PASSWORD}, check=True, capture_output=True, text=True).stdout

    @property
    def env(self) -> dict[str, str]:
        return self.bench.environment(self.database.folder)

    def fill(self) -> None:
        """By the way that orders come in every day: a sync of the canned store, by the same program."""
        with CannedServer(self.orders) as server:
            subprocess.run(self.bench.sync_command(server, self.database), env=self.env, check=True, capture_output=True)
        # Its platform is gone, so that nothing but the requests is measured.
        self.run("connection", "pause", "canned")
        self.run("member", "add", "ana@example.com", "--name", "Ana", "--role", "owner")

    def key(self) -> str:
        permissions = [word for name in ("orders.read", "people.read") for word in ("--permission", name)]
        return json.loads(self.run("key", "create", "--label", "bench", *permissions, "--json"))["token"]

    def copy(self, times: int) -> "Store":
        """The same with `times` as many orders: each row again, with ids, numbers, persons' words and days of its own."""
        copy = Store(self.bench, self.orders * times)
        shutil.copytree(self.database.folder, copy.database.folder, dirs_exist_ok=True)
        with closing(sqlite3.connect(copy.database.path, isolation_level=None)) as connection:
            multiply(connection, times)
        return copy

    def serve(self) -> Server:
        port = free_port()
        return Server([self.bench.ponte, "serve", "--address", f"127.0.0.1:{port}", "--database", self.database.url], self.env, port, "/readyz")

    def await_readers(self) -> None:
        """Until the daily totals have read the whole log."""
        for _ in range(1200):
            behind = self.database.peek("SELECT MAX(h.head) - MIN(c.position) FROM change_heads h JOIN log_cursors c USING (organization_id)")
            if behind and behind[0][0] == 0:
                return
            time.sleep(0.5)
        raise SystemExit("the log's readers do not come to its head")

    def remove(self) -> None:
        self.database.remove()


def multiply(connection: sqlite3.Connection, times: int) -> None:
    """Appends `times - 1` copies of all orders, with their documents, words and changes. The payloads stay with the first: no list reads them."""
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -1000000")
    count, first, last = connection.execute("SELECT COUNT(*), MIN(placed_at), MAX(placed_at) FROM orders").fetchone()
    # The log's first changes made the orders; what came after them changed some.
    head = connection.execute("SELECT MAX(number) FROM changes").fetchone()[0]
    letters = {row[0] for row in connection.execute("SELECT DISTINCT substr(id, 7, 1) FROM orders")}
    free = [letter for letter in ALPHABET if letter not in letters]
    columns = [row[1] for row in connection.execute("PRAGMA table_info(orders)")]
    span = last - first + 1_000_000
    for number in range(1, times):
        # The third letter of an id is a year or so: another one makes another id, as valid.
        def new_id(name: str) -> str:
            return f"substr({name}, 1, 6) || '{free[number - 1]}' || substr({name}, 8)"
        new = {
            "id": new_id("id"), "external_id": f"'{number}' || external_id", "placed_at": f"placed_at - {span * number}",
            "changed_at": f"changed_at - {span * number}", "invoiced_at": f"invoiced_at - {span * number}", "delivered_at": f"delivered_at - {span * number}",
        }
        own = f"substr(order_id, 7, 1) NOT IN ({', '.join(repr(letter) for letter in free)})"
        connection.execute("BEGIN")
        connection.execute(f"INSERT INTO orders ({', '.join(columns)}) SELECT {', '.join(new.get(name, name) for name in columns)} FROM orders "
                           f"WHERE {own.replace('order_id', 'id')} ORDER BY id")
        connection.execute(f"INSERT INTO order_documents (organization_id, order_id, core, person) SELECT organization_id, {new_id('order_id')}, core, person "
                           f"FROM order_documents WHERE {own} ORDER BY order_id")
        # Words with digits are numbers of orders, documents and phones; names are as frequent among a million as among ten thousand.
        connection.execute(f"INSERT INTO order_terms (organization_id, order_id, term, is_personal) SELECT organization_id, {new_id('order_id')}, "
                           f"CASE WHEN term GLOB '[0-9]*' THEN '{number}' || term ELSE term END, is_personal FROM order_terms WHERE {own} ORDER BY order_id")
        connection.execute(f"INSERT INTO changes (organization_id, number, record_kind, record_id, connection_id, version, cause, occurred_at, recorded_at, facts) "
                           f"SELECT organization_id, number + {head + count * (number - 1)}, record_kind, {new_id('record_id')}, connection_id, version, cause, occurred_at, "
                           f"recorded_at, facts FROM changes WHERE number <= {count} ORDER BY number")
        connection.execute("COMMIT")
    connection.execute(f"UPDATE order_counts SET orders = orders * {times}")
    connection.execute(f"UPDATE change_heads SET head = {head + count * (times - 1)}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class Updater:
    """Changes twenty orders every tenth of a second beside the server, each with its document, version and change, durably."""

    def __init__(self, store: Store):
        self.store = store
        self.ended = threading.Event()
        self.written = 0
        self.thread = threading.Thread(target=self.run, daemon=True)

    def run(self) -> None:
        source = random.Random(7)
        with closing(sqlite3.connect(self.store.database.path, isolation_level=None, timeout=10)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            ids = [row[0] for row in connection.execute("SELECT id FROM orders")]
            organization = connection.execute("SELECT organization_id FROM orders LIMIT 1").fetchone()[0]
            while not self.ended.wait(0.1):
                connection.execute("BEGIN IMMEDIATE")
                for order in source.sample(ids, 20):
                    connection.execute("UPDATE orders SET version = version + 1, changed_at = changed_at + 1000000 WHERE organization_id = ? AND id = ?", (organization, order))
                    connection.execute("UPDATE order_documents SET core = CAST(replace(CAST(core AS TEXT), '\"status\":\"invoiced\"', '\"status\":\"delivered\"') AS BLOB) "
                                       "WHERE organization_id = ? AND order_id = ?", (organization, order))
                    head = connection.execute("UPDATE change_heads SET head = head + 1 WHERE organization_id = ? RETURNING head", (organization,)).fetchall()[0][0]
                    connection.execute("INSERT INTO changes SELECT organization_id, ?, record_kind, record_id, connection_id, version + 1, cause, occurred_at, recorded_at, facts "
                                       "FROM changes INDEXED BY changes_by_record WHERE organization_id = ? AND record_id = ? ORDER BY number DESC LIMIT 1", (head, organization, order))
                connection.execute("COMMIT")
                self.written += 20

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()


class Faces:
    def __init__(self, bench, orders: int, pages: tuple[int, int]):
        self.bench = bench
        self.orders = orders
        self.few, self.many = pages
        self.bare = build_bare()

    def measure(self) -> str:
        store = Store(self.bench, self.orders)
        started = time.perf_counter()
        store.fill()
        print(f"{self.orders:,} orders stored in {time.perf_counter() - started:.0f} s", flush=True)
        try:
            return "\n\n".join([self.api(store), self.memory(store), self.pages(store)])
        finally:
            store.remove()

    # The API.

    def api(self, store: Store) -> str:
        token = store.key()
        with tempfile.TemporaryDirectory(prefix="ponte-faces-") as name, store.serve() as ponte:
            folder = Path(name)
            store.await_readers()
            paths = self.gather(ponte, token, folder)
            with self.serve_bare(folder) as bare, Updater(store) as updater:
                loads = {kind: (Load(f"Ponte, {words}"), Load("bare Hummingbird, the same bytes")) for kind, words in
                         (("lists", "`GET /api/v1/orders?limit=100`"), ("orders", "`GET /api/v1/orders/{id}`"))}
                for number in range(self.bench.rounds + 1):
                    for kind, (ours, theirs) in loads.items():
                        for load, server, file in ((ours, ponte, paths["ponte", kind]), (theirs, bare, paths["bare", kind])):
                            self.press(load, server, file, token, counted=number > 0)
                            print(f"{f'round {number}' if number else 'warm-up'}: {load.name}, {kind}", *(f"{rate:,.0f}/s" for rate in load.rates[-1:]), flush=True)
                written = updater.written
        lines = [
            f"## The API, {self.orders:,} orders stored", "",
            f"Every request carries an app key and asks for another place of the list or another order; nothing of an answer is kept for the next. Beside it {written:,} orders "
            f"changed on the disk. Bare Hummingbird answers the same bytes from memory, and asks for no key. `wrk`, {CONNECTIONS} connections, {SECONDS} s each.", "",
            "| side | requests/s, median | least to most | CPU µs a request | KB a request |", "| --- | --- | --- | --- | --- |",
            *(load.row for pair in loads.values() for load in pair), "",
            promise(loads["lists"][0].rate / loads["lists"][1].rate, "of bare Hummingbird for a list of 100 orders", LIMITS["list"]),
            promise(loads["orders"][0].rate / loads["orders"][1].rate, "of bare Hummingbird for an order", LIMITS["order"]),
        ]
        return "\n".join(lines)

    def gather(self, ponte: Server, token: str, folder: Path) -> dict[tuple[str, str], Path]:
        """The paths that each side is asked for, and the bytes that the bare one answers."""
        head = {"Authorization": f"Bearer {token}"}
        for kind in ("lists", "orders"):
            (folder / kind).mkdir()
        cursor, lists, ids = None, [], []
        while True:
            path = "/api/v1/orders?limit=100" + (f"&cursor={cursor}" if cursor else "")
            status, body = ponte.get(path, head)
            page = json.loads(body)
            if status != 200 or len(page["items"]) == 0:
                raise SystemExit(f"{path}: {status}")
            lists.append((path, body))
            ids += [item["id"] for item in page["items"]]
            cursor = page["next"]
            if not cursor:
                break
        if len(set(ids)) != self.orders:
            raise SystemExit(f"{len(set(ids))} of {self.orders} orders were listed")
        lists = lists[:: max(1, len(lists) // LISTS)]
        ids = ids[:: max(1, len(ids) // SINGLES)]
        for number, (_, body) in enumerate(lists):
            (folder / "lists" / str(number)).write_bytes(body)
        for order in ids:
            (folder / "orders" / order).write_bytes(ponte.get(f"/api/v1/orders/{order}", head)[1])
        wanted = {
            ("ponte", "lists"): [path for path, _ in lists], ("bare", "lists"): [f"/lists/{number}" for number in range(len(lists))],
            ("ponte", "orders"): [f"/api/v1/orders/{order}" for order in ids], ("bare", "orders"): [f"/orders/{order}" for order in ids],
        }
        files = {}
        for (side, kind), all_paths in wanted.items():
            files[side, kind] = folder / f"{side}-{kind}.txt"
            files[side, kind].write_text("\n".join(all_paths) + "\n")
        return files

    def press(self, load: Load, server: Server, file: Path, token: str, counted: bool) -> None:
        cpu = server.cpu_seconds
        out = subprocess.run(
            ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS if counted else 2}s", "-s", str(HERE / "varied.lua"), f"http://127.0.0.1:{server.port}", "--", str(file), token],
            check=True, capture_output=True, text=True).stdout
        report = json.loads([line for line in out.splitlines() if line.startswith("{")][-1])
        if report["failed"] or not report["requests"]:
            raise SystemExit(f"{load.name}: {out}")
        if counted:
            load.rates.append(report["requests"] / report["seconds"])
            load.cpu.append((server.cpu_seconds - cpu) / report["requests"])
            load.bytes.append(report["bytes"] / report["requests"])

    @contextmanager
    def serve_bare(self, folder: Path):
        port = free_port()
        with Server([str(self.bare), str(folder), str(port)], None, port, "/orders/none") as server:
            yield server

    # Memory.

    def memory(self, store: Store) -> str:
        """Each alone, started anew, asked once, then left alone."""
        figures: dict[str, list[tuple[float, float]]] = {"Ponte": [], "bare": []}
        with tempfile.TemporaryDirectory(prefix="ponte-faces-") as name:
            for kind in ("lists", "orders"):
                (Path(name) / kind).mkdir()
            for _ in range(self.bench.rounds):
                with store.serve() as ponte:
                    time.sleep(6)
                    figures["Ponte"].append(ponte.memory_mb)
                with self.serve_bare(Path(name)) as bare:
                    time.sleep(3)
                    figures["bare"].append(bare.memory_mb)
        middle = {side: [statistics.median(column) for column in zip(*rows)] for side, rows in figures.items()}
        factor = middle["Ponte"][0] / middle["bare"][0]
        return "\n".join([
            "## Memory while nobody asks", "", "| side | resident, MB | shared pages in part, MB |", "| --- | --- | --- |",
            f"| Ponte, {self.orders:,} orders stored | {middle['Ponte'][0]:.1f} | {middle['Ponte'][1]:.1f} |",
            f"| bare Hummingbird | {middle['bare'][0]:.1f} | {middle['bare'][1]:.1f} |", "",
            f"- **{factor:.2f}** times bare Hummingbird (under {LIMITS['memory']} is promised{'' if factor < LIMITS['memory'] else ': missed'}).",
        ])

    # Pages.

    def pages(self, base: Store) -> str:
        few = Store(self.bench, self.few)
        few.fill()
        # The other has had one made for the API: the page of activity shows as many entries on both.
        few.key()
        started = time.perf_counter()
        many = base.copy(self.many // base.orders)
        print(f"{self.many:,} orders made in {time.perf_counter() - started:.0f} s", flush=True)
        try:
            with few.serve() as first, many.serve() as second:
                few.await_readers()
                many.await_readers()
                print("the logs are read", flush=True)
                readers = [PageReader(few, first), PageReader(many, second)]
                times: dict[str, list[list[float]]] = {name: [[], []] for name in readers[0].pages}
                for number in range(self.bench.rounds + 1):
                    for name in times:
                        for side, reader in enumerate(readers):
                            taken = reader.median_ms(name)
                            if number > 0:
                                times[name][side].append(taken)
                    print(f"{f'round {number}' if number else 'warm-up'}: pages", flush=True)
        finally:
            few.remove()
            many.remove()
        rows, worst = [], 0.0
        for name, (small, large) in times.items():
            small, large = statistics.median(small), statistics.median(large)
            worst = max(worst, large / small)
            rows.append(f"| {name} | {small:.2f} | {large:.2f} | {large / small:.2f} |")
        return "\n".join([
            "## Pages of the console", "",
            f"Milliseconds from request to the answer's last byte, one reader, signed in; medians of {PAGE_REQUESTS} requests and then of the rounds. The {self.many:,} are the "
            f"{base.orders:,} above written {self.many // base.orders} times with ids, numbers and days of their own; their payloads but the first are left out.", "",
            f"| page | {self.few:,} orders | {self.many:,} orders | times |", "| --- | --- | --- | --- |", *rows, "",
            f"- At most **{worst:.2f}** times as long over {self.many // self.few} times as many orders (within {LIMITS['pages']} is promised"
            f"{'' if worst <= LIMITS['pages'] else ': missed'}).",
        ])


class PageReader:
    """A browser that is signed in, as far as its requests go."""

    def __init__(self, store: Store, server: Server):
        self.socket = socket.create_connection(("127.0.0.1", server.port))
        self.host = f"127.0.0.1:{server.port}"
        self.source = random.Random(11)
        self.cookie = self.sign_in(server)
        rows = store.database.peek("SELECT id, organization_id, connection_id, external_id, placed_at FROM orders ORDER BY random() LIMIT 400")
        client, connection = rows[0][1], rows[0][2]
        ids, numbers = [row[0] for row in rows], [row[3] for row in rows]
        places = [f"{row[4]}.{row[0]}" for row in rows]
        start = f"/o/{client}"
        # Spread over the store, so that no row is met twice in a round.
        self.pages = {
            "home": lambda: start,
            "connections": lambda: f"{start}/connections",
            "connection, with daily totals": lambda: f"{start}/connections/{connection}",
            "orders, first page": lambda: f"{start}/orders",
            "orders, further on": lambda: f"{start}/orders?after={self.source.choice(places)}",
            "orders of one status": lambda: f"{start}/orders?status=delivered",
            "orders by number": lambda: f"{start}/orders?q={self.source.choice(numbers)}",
            "orders by a frequent name": lambda: f"{start}/orders?q=" + self.source.choice(["ana+souza", "joao+lima", "beatriz+araujo"]),
            "order": lambda: f"{start}/orders/{self.source.choice(ids)}",
            "activity": lambda: f"{start}/activity",
        }

    def sign_in(self, server: Server) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        with closing(connection):
            connection.request("GET", "/sign-in")
            answer = connection.getresponse()
            visitor = answer.headers["Set-Cookie"].split(";")[0]
            token = re.search(r'name="_csrf" value="([^"]+)"', answer.read().decode()).group(1)
            form = urllib.parse.urlencode({"_csrf": token, "email": "ana@example.com", "password": PASSWORD})
            connection.request("POST", "/sign-in", form, {"Content-Type": "application/x-www-form-urlencoded", "Cookie": visitor})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 303:
                raise SystemExit(f"sign-in: {answer.status}")
            return next(value for name, value in answer.getheaders() if name.lower() == "set-cookie" and "session" in value).split(";")[0]

    def median_ms(self, name: str) -> float:
        return statistics.median(self.one(self.pages[name]()) for _ in range(PAGE_REQUESTS))

    def one(self, path: str) -> float:
        request = f"GET {path} HTTP/1.1\r\nHost: {self.host}\r\nCookie: {self.cookie}\r\nAccept-Language: pt-BR\r\n\r\n".encode()
        started = time.perf_counter()
        self.socket.sendall(request)
        received = bytearray()
        wanted = None
        while wanted is None or len(received) < wanted:
            piece = self.socket.recv(1 << 18)
            if not piece:
                raise SystemExit(f"{path}: the connection was closed")
            received += piece
            end = received.find(b"\r\n\r\n") if wanted is None else -1
            if end >= 0:
                wanted = end + 4 + int(re.search(rb"(?i)content-length: (\d+)", received[:end]).group(1))
        taken = (time.perf_counter() - started) * 1000
        if not received.startswith(b"HTTP/1.1 200"):
            raise SystemExit(f"{path}: {bytes(received[:200])}")
        return taken


def promise(value: float, words: str, promised: float) -> str:
    return f"- **{value:.2f}** {words} (at least {promised:g} is promised{'' if value >= promised else ': missed'})."


def build_bare() -> Path:
    """The bare server, built beside Ponte's own release."""
    command = ["swift", "build", "-c", "release", "--package-path", str(HERE / "bare")]
    subprocess.run(command, check=True)
    return Path(subprocess.run([*command, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()) / "bare"
