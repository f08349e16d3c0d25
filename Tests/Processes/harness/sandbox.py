"""A store on this machine: `ponte sandbox` as a process of its own."""
import json
import signal
import tempfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from . import binary


@dataclass(frozen=True)
class Totals:
    count: int
    cents: int
    by_status: tuple[tuple[str, int], ...]


class Sandbox:
    def __init__(self, orders: int = 0, seed: int = 1, arguments: tuple[str, ...] = ()):
        self.folder = Path(tempfile.mkdtemp(prefix="ponte-sandbox-"))
        credentials = self.folder / "credentials.json"
        size = ["--orders", str(orders)] if orders else []
        self.process = binary.Process(
            ["sandbox", "--port", "0", "--seed", str(seed), *size, "--credentials-file", str(credentials), *arguments],
            binary.environment(),
        )

        def is_ready() -> bool:
            if not self.process.is_running:
                raise AssertionError(f"the sandbox ended\n{self.process.ended.text}")
            return credentials.exists() and credentials.stat().st_size > 0

        binary.wait_until(is_ready, seconds=120, what="the sandbox's credentials file")
        written = json.loads(credentials.read_text())
        self.base_url = written["baseURL"].rstrip("/")
        self.account = written["vtex"]["account"]
        self.owner_key = written["vtex"]["owner"]["appKey"]
        self.owner_token = written["vtex"]["owner"]["appToken"]
        self.keys = {key["label"]: key for key in written["vtex"]["keys"]}
        self.credentials_text = credentials.read_text()

    @property
    def store_url(self) -> str:
        return f"{self.base_url}/vtex/{self.account}"

    def control(self, path: str, body: dict | None = None, method: str | None = None):
        request = urllib.request.Request(
            f"{self.base_url}/_sandbox/{path}", method=method or ("GET" if body is None else "POST"),
            data=None if body is None else json.dumps(body).encode(), headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def platform(self, path: str):
        """Asks the store itself, with the owner's key."""
        request = urllib.request.Request(
            f"{self.store_url}/{path}",
            headers={"X-VTEX-API-AppKey": self.owner_key, "X-VTEX-API-AppToken": self.owner_token},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())

    def stop(self) -> None:
        self.process.signal(signal.SIGTERM)
        self.process.wait(20)

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_) -> None:
        self.stop()
