"""`ponte serve` on a free port of this machine, with a database of its own."""
import re
import signal
import urllib.error
import urllib.request

from harness import binary
from harness.databases import SQLite
from harness.sandbox import Sandbox

# What a person sees on the terminal, in any language.
_GREETING = re.compile(r"(http://\S+?) — Ctrl-C")
_SET_UP_CODE = re.compile(r"/set-up \S+ \S+ \S+ (\S+)\s*$", re.M)

PASSWORD = "uma frase que ninguém adivinha"
OWNER = "ana@example.com"
READER = "rui@example.com"


class Installation:
    """Commands and a server over one database. Everything is logged, so that what must not be in a log can be looked for."""

    def __init__(self, **settings: str):
        self.database = SQLite()
        self.settings = {
            "PONTE_DATABASE_URL": self.database.url, "PONTE_MASTER_KEY_FILE": f"{self.database.folder}/master.key",
            "PONTE_QUOTA_PER_MINUTE": "0", "PONTE_LOG_LEVEL": "trace", **settings,
        }
        self.server: binary.Process | None = None
        self.url = ""

    def run(self, *arguments: str, **more: str) -> binary.Ended:
        return binary.run(list(arguments), binary.environment(**{**self.settings, **more}))

    def do(self, *arguments: str, **more: str) -> str:
        """A command that has to succeed."""
        ended = self.run(*arguments, **more)
        if ended.status != 0:
            raise AssertionError(f"ponte {' '.join(arguments)}: {ended.text}")
        return ended.out

    def add_member(self, email: str, name: str, role: str, language: str) -> None:
        self.do(
            "member", "add", email, "--name", name, "--role", role, "--member-language", language,
            PONTE_MEMBER_PASSWORD=PASSWORD,
        )

    def sync(self, store: Sandbox, client: str, key: str, token: str, streams: str | None = "orders") -> binary.Ended:
        """With `streams` None, everything that the store has."""
        named = ["--streams", streams] if streams else []
        return self.run(
            "sync", "--once", "--platform", "vtex", "--account", store.account, "--base-url", store.store_url,
            "--app-key", key, *named, "--organization", client, PONTE_APP_TOKEN=token,
        )

    def serve(self, *arguments: str) -> None:
        self.server = binary.Process(
            ["serve", "--address", "127.0.0.1:0", *arguments], binary.environment(**self.settings)
        )

        def is_open() -> bool:
            if not self.server.is_running:
                raise AssertionError(f"ponte serve ended\n{self.server.ended.text}")
            return _GREETING.search(self.printed) is not None

        binary.wait_until(is_open, seconds=120, what="the greeting of ponte serve")
        self.url = _GREETING.search(self.printed)[1]

    @property
    def printed(self) -> str:
        """All that the server wrote on its terminal and into its log."""
        ended = self.server.ended
        return ended.out + ended.err

    @property
    def set_up_code(self) -> str:
        found = _SET_UP_CODE.search(self.printed)
        if not found:
            raise AssertionError(f"no set-up code was printed\n{self.printed[-2000:]}")
        return found[1]

    def get(self, path: str, token: str | None = None) -> tuple[int, bytes]:
        """Status and body of an answer of the API, or of a page for nobody in particular."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            with urllib.request.urlopen(urllib.request.Request(self.url + path, headers=headers), timeout=60) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def __enter__(self) -> "Installation":
        return self

    def __exit__(self, *_) -> None:
        if self.server:
            self.server.signal(signal.SIGTERM)
            self.server.wait(30)
        self.database.remove()
