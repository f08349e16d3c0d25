"""The two databases, read with tools that are not Ponte's."""
import itertools
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from . import servers

_numbers = itertools.count(1)


class SQLite:
    engine = "sqlite"

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="ponte-sqlite-"))
        self.path = self.folder / "ponte.db"
        self.url = f"sqlite://{self.path}"

    def query(self, sql: str) -> list[tuple]:
        """Reads a copy: a reader of the file itself would do the recovery that Ponte has to do."""
        with tempfile.TemporaryDirectory(prefix="ponte-copy-") as folder:
            for suffix in ("", "-wal"):
                source = Path(f"{self.path}{suffix}")
                if source.exists():
                    shutil.copy(source, Path(folder) / f"copy.db{suffix}")
            with closing(sqlite3.connect(f"{folder}/copy.db")) as connection:
                return connection.execute(sql).fetchall()

    def peek(self, sql: str) -> list[tuple]:
        """Reads beside a running Ponte, without touching anything. Empty while there is nothing to read yet."""
        if not self.path.exists():
            return []
        try:
            with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=5)) as connection:
                return connection.execute(sql).fetchall()
        except sqlite3.OperationalError:
            return []

    def execute(self, sql: str) -> None:
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            connection.execute(sql)

    @property
    def is_being_written(self) -> bool:
        """Whether somebody holds the write lock at this moment."""
        with closing(sqlite3.connect(self.path, timeout=0, isolation_level=None)) as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
                return False
            except sqlite3.OperationalError:
                return True

    @property
    def damage(self) -> str:
        """What the engine itself finds wrong; `ok` when nothing is."""
        return "; ".join(row[0] for row in self.query("PRAGMA integrity_check"))

    def bytes(self) -> bytes:
        return b"".join(path.read_bytes() for path in sorted(self.folder.iterdir()) if path.name.startswith("ponte.db"))

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


class Postgres:
    engine = "postgres"

    def __init__(self, server: servers.PostgresServer | None = None):
        self.server = server or servers.shared()
        self.name = f"ponte_{next(_numbers)}"
        self.folder = Path(tempfile.mkdtemp(prefix="ponte-keys-"))
        self.server.psql("postgres", f"CREATE DATABASE {self.name}")
        self.url = self.server.url(self.name)

    def query(self, sql: str) -> list[tuple]:
        return [tuple(_value(cell) for cell in row) for row in self.server.psql(self.name, sql)]

    def peek(self, sql: str) -> list[tuple]:
        try:
            return self.query(sql)
        except RuntimeError:
            return []

    def execute(self, sql: str) -> None:
        self.server.psql(self.name, sql)

    @property
    def is_being_written(self) -> bool:
        """Whether a transaction is open at this moment."""
        return self.query(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND state <> 'idle'"
        )[0][0] > 0

    @property
    def damage(self) -> str:
        return "ok"

    def bytes(self) -> bytes:
        return self.server.dump(self.name)

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


Database = SQLite | Postgres


def _value(cell: str):
    return int(cell) if cell.lstrip("-").isdigit() else cell
