#!/usr/bin/env python3
"""Runs the browser tests: a real Chromium on the real binary, as people of three languages use it.

    Scripts/run-tests --only browser
    PONTE_BINARY=.build/debug/ponte BROWSER_TESTS=Keyboard Scripts/with-venv Tests/Browser/run.py

BROWSER_TESTS picks tests whose name contains it. Two classes run at a time.
"""
import os
import sys
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Processes")]

from harness.jobs import Job, jobs_of  # noqa: E402


def chosen(suite: unittest.TestSuite, wanted: str) -> list[unittest.TestCase]:
    picked = []
    for part in suite:
        if isinstance(part, unittest.TestSuite):
            picked += chosen(part, wanted)
        elif wanted in part.id():
            picked.append(part)
    return picked


def main() -> int:
    suite = unittest.defaultTestLoader.discover(str(HERE), pattern="*_tests.py", top_level_dir=str(HERE))
    jobs = jobs_of(chosen(suite, os.environ.get("BROWSER_TESTS", "")))
    started = time.monotonic()
    screen = threading.Lock()

    def run(job: Job) -> None:
        for outcome in job.run():
            with screen:
                print(outcome.line, flush=True)

    # Those with many tests first, so that none is left alone at the end.
    jobs.sort(key=lambda job: -len(job.names))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(run, jobs))

    outcomes = [outcome for job in jobs for outcome in job.outcomes]
    failed = [outcome for outcome in outcomes if outcome.troubles]
    for outcome in failed:
        print(f"\n{'=' * 70}\nFAIL: {outcome.name}\n{'-' * 70}")
        print("\n".join(outcome.troubles))
    print(f"\nRan {len(outcomes)} tests in {time.monotonic() - started:.0f}s\n")
    print(f"FAILED (failures={len(failed)})" if failed else "OK", flush=True)
    return 1 if failed or not outcomes else 0


if __name__ == "__main__":
    sys.exit(main())
