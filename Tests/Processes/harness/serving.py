"""`ponte serve` as a process of its own, and those who ask it: a browser without scripts, a program with a key."""
from __future__ import annotations

import http.client
import json
import re
import signal
import ssl
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from . import binary, servers

PASSWORD = "quatro cavalos no telhado"


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    text: str

    @property
    def cookies(self) -> list[str]:
        return self.headers.get_all("Set-Cookie") or []

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")

    @property
    def json(self):
        return json.loads(self.text)


@dataclass
class Address:
    """Where to ask, and from which of this machine's own addresses."""

    port: int
    host: str = "127.0.0.1"
    tls: ssl.SSLContext | None = None
    name: str | None = None
    source: str | None = None

    def ask(self, method: str, path: str, headers: dict | None = None, body: str | None = None, seconds: float = 60) -> Answer:
        source = (self.source, 0) if self.source else None
        if self.tls:
            connection = http.client.HTTPSConnection(self.host, self.port, timeout=seconds, source_address=source, context=self.tls)
        else:
            connection = http.client.HTTPConnection(self.host, self.port, timeout=seconds, source_address=source)
        try:
            named = {"Host": self.name} if self.name else {}
            connection.request(method, path, body=body, headers={**named, **(headers or {})})
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read().decode(errors="replace"))
        finally:
            connection.close()


@dataclass
class Browser:
    """Keeps cookies and fills in forms."""

    address: Address
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, headers, None)

    def post(self, path: str, headers: dict | None = None, **fields: str) -> Answer:
        """Opens the page first, for its token, as a person does."""
        found = re.search(r'name="_csrf" value="([^"]+)"', self.get(path).text)
        token = found.group(1) if found else ""
        sent = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin", **(headers or {})}
        return self._ask("POST", path, sent, urlencode({"_csrf": token, **fields}))

    def set_up(self, code: str) -> Answer:
        return self._patiently("/set-up", code=code, name="Ana", email="ana@example.com", password=PASSWORD)

    def sign_in(self, **more) -> Answer:
        return self._patiently("/sign-in", email="ana@example.com", password=PASSWORD, **more)

    def _patiently(self, path: str, **fields) -> Answer:
        """Passwords cost much of a debug build on a busy machine, and a request has its time: 408 is asked again."""
        for _ in range(4):
            answer = self.post(path, **fields)
            if answer.status != 408:
                break
        return answer

    def _ask(self, method: str, path: str, headers: dict, body: str | None) -> Answer:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = self.address.ask(method, path, {**({"Cookie": kept} if kept else {}), **headers}, body)
        for cookie in answer.cookies:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer


class Node:
    """One `ponte serve`, on a port of its own."""

    def __init__(self, env: dict[str, str], port: int | None = None):
        self.port = port or servers.free_port()
        self.address = Address(self.port)
        self.process = binary.Process(["serve", "--address", f"127.0.0.1:{self.port}"], env)

    def wait_until_ready(self) -> "Node":
        def is_ready() -> bool:
            if not self.process.is_running:
                raise AssertionError(f"serve ended\n{self.process.ended.text}")
            return "Ponte at" in self.said and self.answers("/healthz", 200)

        binary.wait_until(is_ready, seconds=120, what="a node that answers")
        return self

    def answers(self, path: str, status: int) -> bool:
        try:
            return self.address.ask("GET", path, seconds=20).status == status
        except OSError:
            return False

    @property
    def said(self) -> str:
        return self.process.err_path.read_text(errors="replace")

    @property
    def code(self) -> str | None:
        """The set-up code, as it was printed."""
        found = re.findall(r"/set-up with the code (\S+)", self.said)
        return found[0] if len(found) == 1 else None

    def browser(self) -> Browser:
        return Browser(self.address)

    def api(self, path: str, key: str, seconds: float = 60) -> Answer:
        return self.address.ask("GET", f"/api/v1/{path}", {"Authorization": f"Bearer {key}"}, seconds=seconds)

    def end(self, seconds: float = 60) -> tuple[binary.Ended, float]:
        """SIGTERM, and how long it took to end."""
        started = time.monotonic()
        self.process.signal(signal.SIGTERM)
        return self.process.wait(seconds), time.monotonic() - started

    def __enter__(self) -> "Node":
        return self.wait_until_ready()

    def __exit__(self, *_) -> None:
        if self.process.is_running:
            self.process.kill()
