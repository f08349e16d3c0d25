#!/usr/bin/env python3
"""Runs the process tests: what only the real binary can prove, by being killed, stopped, starved and lied to.

    Scripts/run-tests --only processes
    PONTE_BINARY=.build/debug/ponte PROCESS_TESTS=KillTests python3 Tests/Processes/run.py

PROCESS_TESTS picks tests whose name contains it; PROCESS_TESTS_SEED repeats the random choices of a run;
A class with `runs_wide` starts many processes by itself: one of its tests runs at a time, beside one of the others. A class
with `runs_alone` has the machine to itself, after all others.
"""
import os
import sys
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from harness import seed  # noqa: E402
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
    print(f"seed of this run: PROCESS_TESTS_SEED={seed.VALUE}", flush=True)
    suite = unittest.defaultTestLoader.discover(str(HERE), pattern="*_tests.py", top_level_dir=str(HERE))
    jobs = jobs_of(chosen(suite, os.environ.get("PROCESS_TESTS", "")))
    started = time.monotonic()
    screen = threading.Lock()

    def run(job: Job) -> None:
        for outcome in job.run():
            with screen:
                print(outcome.line, flush=True)

    def run_all(chosen: list[Job]) -> None:
        for job in chosen:
            run(job)

    beside = [job for job in jobs if not job.runs_alone]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(run_all, [[job for job in beside if job.runs_wide is wide] for wide in (True, False)]))
    run_all([job for job in jobs if job.runs_alone])

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
