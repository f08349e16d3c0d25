"""Runs the tests of a folder in processes of their own, two at a time, and ends as unittest does."""
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .jobs import Job, jobs_of


def chosen(suite: unittest.TestSuite, wanted: str) -> list[unittest.TestCase]:
    picked = []
    for part in suite:
        if isinstance(part, unittest.TestSuite):
            picked += chosen(part, wanted)
        elif wanted in part.id():
            picked.append(part)
    return picked


def run(folder: Path, wanted: str) -> int:
    """Status 0 when every test passed, and there was one."""
    suite = unittest.defaultTestLoader.discover(str(folder), pattern="*_tests.py", top_level_dir=str(folder))
    jobs = jobs_of(chosen(suite, wanted))
    started = time.monotonic()
    screen = threading.Lock()

    def run_one(job: Job) -> None:
        for outcome in job.run():
            with screen:
                print(outcome.line, flush=True)

    # Those that take longest first, so that none is left alone at the end.
    jobs.sort(key=lambda job: -len(job.names))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(run_one, jobs))

    outcomes = [outcome for job in jobs for outcome in job.outcomes]
    failed = [outcome for outcome in outcomes if outcome.troubles]
    for outcome in failed:
        print(f"\n{'=' * 70}\nFAIL: {outcome.name}\n{'-' * 70}")
        print("\n".join(outcome.troubles))
    print(f"\nRan {len(outcomes)} tests in {time.monotonic() - started:.0f}s\n")
    print(f"FAILED (failures={len(failed)})" if failed else "OK", flush=True)
    return 1 if failed or not outcomes else 0
