#!/usr/bin/env python3
"""Measures Ponte against a bare client and the peer, and writes docs/benchmarks.md.

    make bench
    python3 Benchmarks/bench.py --ponte .build/release/ponte --only backfill --rounds 5 --orders 10000

Sides take turns within each round, so that a slow minute of the machine strikes all of them. Ratios are of medians. The peer is a dlt script that stands
beside the project (`--peer`); without it, its rows are left out and said to be.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(ROOT / "Tests/Processes"))

from canned import CannedServer  # noqa: E402
from faces import Faces  # noqa: E402
from quota import Quota  # noqa: E402
from harness import servers  # noqa: E402
from harness.databases import Postgres, SQLite  # noqa: E402

CONCURRENCY = 16
PEER_PACKAGES = ["dlt[sqlalchemy]==1.31.*", "aiohttp", "orjson", "requests"]


@dataclass
class Measured:
    """One run of one side."""

    orders: int
    seconds: float
    peak_mb: float
    cpu_seconds: float

    @property
    def rate(self) -> float:
        return self.orders / self.seconds


@dataclass
class Side:
    name: str
    runs: list[Measured] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return statistics.median(run.rate for run in self.runs)

    @property
    def peak_mb(self) -> float:
        return statistics.median(run.peak_mb for run in self.runs)

    @property
    def row(self) -> str:
        rates = [run.rate for run in self.runs]
        cpu = statistics.median(run.cpu_seconds for run in self.runs)
        return f"| {self.name} | {self.rate:,.0f} | {min(rates):,.0f} to {max(rates):,.0f} | {self.peak_mb:,.0f} | {cpu:.1f} |"


HEAD = "| side | orders/s, median | least to most | peak memory, MB | CPU s |\n| --- | --- | --- | --- | --- |"


def spawn(command: list[str], env: dict[str, str]) -> tuple[str, float, float, float]:
    """Runs a command to its end: output, wall seconds, peak MB of the process itself, CPU seconds."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.perf_counter()
        process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode(errors="replace")
        if process.returncode != 0:
            err.seek(0)
            raise SystemExit(f"{command[0]} ended with {process.returncode}\n{text[-2000:]}\n{err.read().decode(errors='replace')[-3000:]}")
    return text, seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


class Bench:
    def __init__(self, options):
        self.ponte = str(options.ponte.resolve())
        self.rounds = options.rounds
        self.peer = options.peer.resolve() if options.peer and options.peer.exists() else None
        self.python = peer_python() if self.peer else None

    def environment(self, folder: Path) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        return {
            **kept, "HOME": str(folder), "LANG": "en_US.UTF-8", "PONTE_APP_TOKEN": "T" * 40, "PONTE_QUOTA_PER_MINUTE": "0",
            "PONTE_MASTER_KEY_FILE": str(folder / "master.key"), "PONTE_SYNC_FETCHES": str(CONCURRENCY),
        }

    def sync_command(self, server: CannedServer, database) -> list[str]:
        return [
            self.ponte, "sync", "--once", "--database", database.url, "--platform", "vtex", "--account", "canned",
            "--base-url", server.url, "--app-key", "vtexappkey-canned-ABCDEF", "--streams", "orders", "--json",
        ]

    def sync(self, server: CannedServer, database) -> Measured:
        """The whole process, from its start to its end; checks that every order is there."""
        try:
            out, seconds, peak, cpu = spawn(self.sync_command(server, database), self.environment(database.folder))
            report = json.loads([line for line in out.splitlines() if line.startswith("{")][-1])
            stored = database.query("SELECT COUNT(*) FROM orders")[0][0]
            changes = database.query("SELECT COUNT(*), MAX(number) FROM changes")[0]
            if (report["created"], stored, *changes) != (server.orders,) * 4:
                raise SystemExit(f"{server.orders} orders were served; created {report['created']}, stored {stored}, log {changes}")
            return Measured(server.orders, seconds, peak, cpu)
        finally:
            database.remove()

    def bare(self, server: CannedServer) -> Measured:
        folder = Path(tempfile.mkdtemp(prefix="ponte-bare-"))
        out, seconds, peak, cpu = spawn(
            [self.ponte, "bench", "fetch", "--base-url", server.url, "--app-key", "vtexappkey-canned-ABCDEF",
             "--orders", str(server.orders), "--concurrency", str(CONCURRENCY)], self.environment(folder))
        shutil.rmtree(folder, ignore_errors=True)
        if json.loads(out.splitlines()[-1])["orders"] != server.orders:
            raise SystemExit(f"the bare client did not fetch all: {out}")
        return Measured(server.orders, seconds, peak, cpu)

    def dlt(self, server: CannedServer, *arguments: str) -> Measured:
        """dlt's own seconds, which leave out its import."""
        folder = Path(tempfile.mkdtemp(prefix="ponte-dlt-"))
        env = {**os.environ, "HOME": str(folder)}
        out, _, peak, cpu = spawn(
            [str(self.python), "-B", str(self.peer), "--base", f"{server.url}/api/oms/pvt/", "--work", str(folder / "work"), *arguments], env)
        shutil.rmtree(folder, ignore_errors=True)
        report = json.loads([line for line in out.splitlines() if line.startswith("{")][-1])
        if report["orders"] != server.orders:
            raise SystemExit(f"dlt loaded {report['orders']} of {server.orders} orders")
        return Measured(server.orders, report["total_s"], max(report["rss_mb_self"], report["rss_mb_child_max"]), report["cpu_s"])

    def interleaved(self, sides: dict, warm_up: bool = True) -> dict[str, Side]:
        """Each side once in each round; one round before, which is not counted."""
        results = {name: Side(name) for name in sides}
        for number in range(0 if warm_up else 1, self.rounds + 1):
            for name, run in sides.items():
                measured = run()
                if number > 0:
                    results[name].runs.append(measured)
                print(f"{'warm-up' if number == 0 else f'round {number}'}: {name}: {measured.rate:,.0f} orders/s, {measured.peak_mb:,.0f} MB", flush=True)
        return results

    # The questions.

    def backfill(self, orders: int) -> str:
        ponte, bare = "Ponte → SQLite, `synchronous=FULL`", "bare client, bytes not looked at"
        best, stock = "dlt, `--mode async --depth 1`", "dlt, stock `rest_api` source"
        with CannedServer(orders) as server:
            sides = {ponte: lambda: self.sync(server, SQLite()), bare: lambda: self.bare(server)}
            if self.peer:
                sides[best] = lambda: self.dlt(server, "--mode", "async", "--depth", "1")
                sides[stock] = lambda: self.dlt(server, "--mode", "rest_api")
            results = self.interleaved(sides)
        lines = [f"## Order backfill, {orders:,} orders", "", HEAD, *(side.row for side in results.values()), ""]
        lines.append(ratio(results[ponte], results[bare], "of the bare client", 0.5))
        if self.peer:
            lines.append(ratio(results[ponte], results[best], "times dlt's best honest configuration", 5))
            lines.append(ratio(results[ponte], results[stock], "times dlt's stock source", 15))
        else:
            lines.append("- The peer was left out: its script stands beside the project and was not there.")
        return "\n".join(lines)

    def engines(self, orders: int) -> str:
        sqlite, postgres, nodes = "one node → SQLite", "one node → PostgreSQL", "two nodes → PostgreSQL"
        server_of = servers.PostgresServer(durable=True)
        with CannedServer(orders) as server:
            results = self.interleaved({
                sqlite: lambda: self.sync(server, SQLite()),
                postgres: lambda: self.sync(server, Postgres(server_of)),
                nodes: lambda: self.two_nodes(server, Postgres(server_of)),
            })
        return "\n".join([
            f"## PostgreSQL, {orders:,} orders", "", HEAD, *(side.row for side in results.values()), "",
            ratio(results[postgres], results[sqlite], "of SQLite", 0.4),
            "- Two nodes, one backfill: in every round all orders were there once, and the log had no gap. Client, nodes and server share the cores, so this row is "
            "about exactness, not speed; its memory is one node's.",
        ])

    def two_nodes(self, server: CannedServer, database) -> Measured:
        env = {**self.environment(database.folder), "PONTE_SYNC_SLICE_ORDERS": str(max(server.orders // 20, 100))}
        started = time.perf_counter()
        nodes = [subprocess.Popen(self.sync_command(server, database), env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        outs = [node.communicate() for node in nodes]
        seconds = time.perf_counter() - started
        if any(node.returncode != 0 for node in nodes):
            raise SystemExit(f"a node failed: {outs}")
        created = [json.loads([line for line in out.splitlines() if line.startswith("{")][-1])["created"] for out, _ in outs]
        stored = database.query("SELECT COUNT(*), COUNT(DISTINCT external_id) FROM orders")[0]
        changes = database.query("SELECT COUNT(*), MAX(number) FROM changes")[0]
        database.remove()
        if (sum(created), *stored, *changes) != (server.orders,) * 5:
            raise SystemExit(f"two nodes: created {created}, stored {stored}, log {changes}")
        return Measured(server.orders, seconds, 0, 0)

    def memory(self, small: int, large: int) -> str:
        sides = {}
        for orders in (small, large):
            with CannedServer(orders) as server:
                sides[orders] = Side(f"{orders:,} orders", [self.sync(server, SQLite())])
                print(f"{orders:,} orders: {sides[orders].peak_mb:.0f} MB, {sides[orders].rate:,.0f} orders/s", flush=True)
        factor = sides[large].peak_mb / sides[small].peak_mb
        return "\n".join([
            "## Memory", "", HEAD, *(side.row for side in sides.values()), "",
            f"- Peak memory of {large:,} orders is **{factor:.2f}** times that of {small:,} (at most 1.5 is promised{'' if factor <= 1.5 else ': missed'}). One run each.",
        ])


def ratio(ours: Side, theirs: Side, words: str, promised: float) -> str:
    value = ours.rate / theirs.rate
    return f"- **{value:.2f}** {words} (at least {promised:g} is promised{'' if value >= promised else ': missed'})."


def peer_python() -> Path:
    """An interpreter with dlt; kept between runs."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ponte-bench"
    python = folder / "bin/python"
    stamp = folder / "packages.txt"
    if not (stamp.exists() and stamp.read_text() == "\n".join(PEER_PACKAGES)):
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEER_PACKAGES], check=True)
        stamp.write_text("\n".join(PEER_PACKAGES))
    return python


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB of memory; Debian's PostgreSQL, SQLite and nginx, everything on one machine"


PREFACE = """# Benchmarks

Written by `make bench`. Machine: {machine}. Sides take turns within each of {rounds} rounds after a warm-up; figures are medians, and what counts are the ratios: server, client
and database share the cores, and such machines drift by a fifth from minute to minute.

**What each side does.** The store is nginx with canned orders of some 9 KB each, without limits or delays ([canned.py](../Benchmarks/canned.py)). *Ponte* is the whole process from start to end,
`ponte sync --once` into an empty database: it cuts windows, lists, fetches with {concurrency} requests at a time, maps every field to the canonical order, strips card data, compares and hashes, and commits order, change, compressed source payload and
checkpoint together and durably. The *bare client* is Ponte's own HTTP client, which fetches the same lists and orders and throws the bytes away. *dlt* 1.31 lists, fetches with 16 requests
at a time and merges into SQLite; its seconds leave out its import.

**To be fair to dlt**: it also infers and evolves schemas, keeps load packages and stages files, works for any source and destination, and is a library for data teams, not a hub. First loads only.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure Ponte; write docs/benchmarks.md.")
    parser.add_argument("--ponte", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--orders", type=int, default=10_000)
    parser.add_argument("--memory-orders", type=int, default=200_000)
    parser.add_argument("--only", action="append", default=[], choices=["backfill", "engines", "memory", "faces", "quota"])
    parser.add_argument("--stored-orders", type=int, default=100_000, help="orders behind the API")
    parser.add_argument("--page-orders", type=int, nargs=2, default=(10_000, 1_000_000), help="orders behind the console's pages: few and many")
    parser.add_argument("--quota-orders", type=int, default=1_500, help="orders read at the pace of a quota, 300 a minute")
    parser.add_argument("--peer", type=Path, default=ROOT.parent / "shared/peers/dlt_orders.py")
    parser.add_argument("--out", type=Path, help="docs/benchmarks.md when everything was measured")
    options = parser.parse_args()

    bench = Bench(options)
    wanted = options.only or ["backfill", "engines", "memory", "faces", "quota"]
    parts = [PREFACE.format(machine=machine(), rounds=options.rounds, concurrency=CONCURRENCY)]
    try:
        if "backfill" in wanted:
            parts.append(bench.backfill(options.orders))
        if "engines" in wanted:
            parts.append(bench.engines(options.orders))
        if "memory" in wanted:
            parts.append(bench.memory(options.memory_orders // 10, options.memory_orders))
        if "faces" in wanted:
            parts.append(Faces(bench, options.stored_orders, tuple(options.page_orders)).measure())
        if "quota" in wanted:
            parts.append(Quota(bench.ponte, options.quota_orders).measure())
    finally:
        servers.stop_all()
    text = "\n".join([parts[0], *(part + "\n" for part in parts[1:])])
    print(f"\n{text}")
    out = options.out or (ROOT / "docs/benchmarks.md" if not options.only else None)
    if out:
        out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
