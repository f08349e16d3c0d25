"""Tests in processes of their own, so that they can run side by side and still be told apart.

    PYTHONPATH=Tests/Processes python3 -m harness.jobs MODULE.CLASS.TEST ...     runs these and prints a line of JSON for each
"""
import io
import json
import os
import subprocess
import sys
import time
import unittest
from collections.abc import Iterator
from dataclasses import dataclass, field

from . import seed, servers


@dataclass
class Outcome:
    name: str
    seconds: float
    said: str = ""
    troubles: list[str] = field(default_factory=list)

    @property
    def line(self) -> str:
        said = f" {self.said.strip()}" if self.said.strip() else ""
        return f"{self.name} ... {'FAILED' if self.troubles else 'ok'} in {self.seconds:.0f}s{said}"


@dataclass
class Job:
    """Tests that share what their class sets up, or one test."""

    names: list[str]
    runs_alone: bool
    runs_wide: bool
    outcomes: list[Outcome] = field(default_factory=list)

    def run(self) -> Iterator[Outcome]:
        """Each outcome as it comes. A test that leaves none behind, because its process ended, has failed."""
        process = subprocess.Popen(
            [sys.executable, "-m", "harness.jobs", *self.names], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            text=True, errors="replace",
            env={**os.environ, "PROCESS_TESTS_SEED": str(seed.VALUE), "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        strange = []
        for line in process.stdout:
            try:
                self.outcomes.append(Outcome(**json.loads(line)))
            except (ValueError, TypeError):
                strange.append(line)
                continue
            yield self.outcomes[-1]
        status = process.wait()
        for name in set(self.names) - {outcome.name for outcome in self.outcomes}:
            self.outcomes.append(Outcome(name, 0, troubles=[f"did not run (status {status})", *strange]))
            yield self.outcomes[-1]


def jobs_of(tests: list[unittest.TestCase]) -> list[Job]:
    jobs: dict[str, Job] = {}
    for test in tests:
        kind = type(test)
        shares = kind.setUpClass.__func__ is not unittest.TestCase.setUpClass.__func__
        key = f"{kind.__module__}.{kind.__qualname__}" if shares else test.id()
        jobs.setdefault(key, Job([], getattr(kind, "runs_alone", False), getattr(kind, "runs_wide", False))).names.append(test.id())
    return list(jobs.values())


class Reporter(unittest.TestResult):
    """Says of each test what came of it, as a line of JSON; what the test prints becomes part of it."""

    def __init__(self, out):
        super().__init__()
        self.out = out
        self.outcome: Outcome | None = None

    def startTest(self, test):
        super().startTest(test)
        self.outcome = Outcome(test.id(), time.monotonic())
        sys.stdout = io.StringIO()

    def stopTest(self, test):
        super().stopTest(test)
        self.outcome.said = sys.stdout.getvalue()
        self.outcome.seconds = time.monotonic() - self.outcome.seconds
        self.emit(self.outcome)
        self.outcome = None

    def emit(self, outcome: Outcome) -> None:
        print(json.dumps(outcome.__dict__), file=self.out, flush=True)

    def trouble(self, test, text: str) -> None:
        if self.outcome:
            self.outcome.troubles.append(text)
        else:
            # Of a class's set-up: no test of its own.
            self.emit(Outcome(str(test), 0, troubles=[text]))

    def addError(self, test, error):
        self.trouble(test, self._exc_info_to_string(error, test))

    def addFailure(self, test, error):
        self.trouble(test, self._exc_info_to_string(error, test))

    def addSubTest(self, test, subtest, error):
        if error:
            self.trouble(test, f"{subtest}\n{self._exc_info_to_string(error, test)}")

    def addSkip(self, test, reason):
        self.trouble(test, f"skipped: {reason}")

    def addUnexpectedSuccess(self, test):
        self.trouble(test, "passed, and was expected to fail")


def main() -> None:
    out = sys.stdout
    try:
        unittest.defaultTestLoader.loadTestsFromNames(sys.argv[1:]).run(Reporter(out))
    finally:
        sys.stdout = out
        servers.stop_all()


if __name__ == "__main__":
    main()
