"""A PostgreSQL server of the tests' own, in a temporary folder, not as root."""
import getpass
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

_started: list["PostgresServer"] = []
_shared: "PostgresServer | None" = None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def shared() -> "PostgresServer":
    global _shared
    if _shared is None:
        _shared = PostgresServer()
    return _shared


def stop_all() -> None:
    while _started:
        _started.pop().remove()


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise AssertionError("PostgreSQL's initdb is nowhere: `make test` installs it")
    return Path(on_path).resolve().parent


class PostgresServer:
    def __init__(self, durable: bool = False):
        self.durable = "on" if durable else "off"
        self.bin = _binaries()
        self.folder = Path(tempfile.mkdtemp(prefix="ponte-postgres-"))
        self.port = free_port()
        # PostgreSQL refuses to run as root; Debian's package comes with a user for it.
        self.as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        self.user = "postgres" if self.as_user else getpass.getuser()
        if self.as_user:
            shutil.chown(self.folder, "postgres")
        self._call("initdb", "-D", f"{self.folder}/data", "-A", "trust", "-U", self.user, "-E", "UTF8", "--no-locale", "--no-sync")
        _started.append(self)
        self.start()

    def _call(self, name: str, *arguments: str) -> None:
        done = subprocess.run(
            [*self.as_user, str(self.bin / name), *arguments], cwd="/", stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        if done.returncode != 0:
            raise AssertionError(f"{name} failed:\n{done.stdout}")

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync={self.durable} -c max_connections=60"
        # The log goes to a file: a server that inherits our pipe would keep it open.
        done = subprocess.run(
            [*self.as_user, str(self.bin / "pg_ctl"), "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log", "-o", options, "start"],
            cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        if done.returncode != 0:
            raise AssertionError(f"PostgreSQL did not start:\n{Path(self.folder, 'log').read_text()}")

    def stop(self, mode: str = "immediate") -> None:
        self._call("pg_ctl", "-D", f"{self.folder}/data", "-w", "-m", mode, "stop")

    def remove(self) -> None:
        try:
            self.stop()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        return f"postgres://{self.user}@127.0.0.1:{self.port}/{database}"

    def psql(self, database: str, sql: str, separator: str = "\x1f") -> list[tuple[str, ...]]:
        done = subprocess.run(
            [str(self.bin / "psql"), "-X", "-q", "-A", "-t", "-F", separator, "-v", "ON_ERROR_STOP=1", "-c", sql, self.url(database)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return [tuple(line.split(separator)) for line in done.stdout.splitlines()]

    def dump(self, database: str) -> bytes:
        return subprocess.run(
            [str(self.bin / "pg_dump"), self.url(database)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True
        ).stdout
