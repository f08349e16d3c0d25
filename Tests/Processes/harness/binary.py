"""The binary under test, run as an operator runs it."""
import json
import os
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PONTE = os.environ.get("PONTE_BINARY") or str(ROOT / ".build/debug/ponte")

# A test that hangs is a failure, not a wait; one on a busy machine is neither.
PATIENCE_SECONDS = 900


@dataclass
class Ended:
    status: int
    out: str
    err: str

    @property
    def text(self) -> str:
        return f"status {self.status}\n--- stdout\n{self.out[-3000:]}\n--- stderr\n{self.err[-3000:]}"

    @property
    def report(self) -> dict:
        """The last JSON object on standard output: that of the last stream."""
        return json.loads([line for line in self.out.splitlines() if line.startswith("{")][-1])


def environment(**more: str) -> dict[str, str]:
    """A clean environment: nothing of the developer's own settings reaches the binary."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "TMPDIR") if name in os.environ}
    return {**kept, "HOME": tempfile.gettempdir(), "LANG": "en_US.UTF-8", **more}


class Process:
    """A running ponte whose output goes to files, so that nothing blocks on a full pipe."""

    def __init__(self, arguments: list[str], env: dict[str, str], prefix: list[str] = (), **popen):
        self.folder = Path(tempfile.mkdtemp(prefix="ponte-process-"))
        self.out_path, self.err_path = self.folder / "out", self.folder / "err"
        with open(self.out_path, "wb") as out, open(self.err_path, "wb") as err:
            self.popen = subprocess.Popen(
                [*prefix, PONTE, *arguments], env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=err, **popen
            )

    @property
    def pid(self) -> int:
        return self.popen.pid

    @property
    def is_running(self) -> bool:
        return self.popen.poll() is None

    def signal(self, number: signal.Signals) -> None:
        if self.is_running:
            self.popen.send_signal(number)

    def kill(self) -> Ended:
        self.signal(signal.SIGKILL)
        return self.wait()

    def wait(self, seconds: float = PATIENCE_SECONDS) -> Ended:
        try:
            self.popen.wait(seconds)
        except subprocess.TimeoutExpired:
            self.popen.kill()
            self.popen.wait()
            raise AssertionError(f"ponte did not end within {seconds} s\n{self.ended.text}") from None
        return self.ended

    @property
    def ended(self) -> Ended:
        return Ended(
            self.popen.returncode if self.popen.returncode is not None else -999,
            self.out_path.read_text(errors="replace"),
            self.err_path.read_text(errors="replace"),
        )


def run(arguments: list[str], env: dict[str, str] | None = None, seconds: float = PATIENCE_SECONDS, **popen) -> Ended:
    return Process(arguments, env or environment(), **popen).wait(seconds)


def wait_until(condition, seconds: float = PATIENCE_SECONDS, every: float = 0.02, what: str = "the condition") -> None:
    """Asks again and again; the tests wait on what they can see, never on time alone."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not come true within {seconds} s")
        time.sleep(every)
