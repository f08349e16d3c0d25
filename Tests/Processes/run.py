#!/usr/bin/env python3
"""Runs the process tests: what only the real binary can prove, by being killed, stopped, starved and lied to.

    Scripts/run-tests --only processes
    PONTE_BINARY=.build/debug/ponte PROCESS_TESTS=KillTests python3 Tests/Processes/run.py

PROCESS_TESTS picks tests whose name contains it; PROCESS_TESTS_SEED repeats the random choices of a run.
"""
import os
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from harness import seed, servers  # noqa: E402


def chosen(suite: unittest.TestSuite, wanted: str) -> unittest.TestSuite:
    picked = unittest.TestSuite()
    for part in suite:
        if isinstance(part, unittest.TestSuite):
            picked.addTests(chosen(part, wanted))
        elif wanted in part.id():
            picked.addTest(part)
    return picked


def main() -> int:
    print(f"seed of this run: PROCESS_TESTS_SEED={seed.VALUE}", flush=True)
    suite = unittest.defaultTestLoader.discover(str(HERE), pattern="*_tests.py", top_level_dir=str(HERE))
    suite = chosen(suite, os.environ.get("PROCESS_TESTS", ""))
    try:
        result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, failfast=False).run(suite)
    finally:
        servers.stop_all()
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
