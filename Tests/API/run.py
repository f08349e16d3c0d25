#!/usr/bin/env python3
"""Runs the API's own tests: schemathesis on the description that the server serves.

    Scripts/run-tests --only api
    PONTE_BINARY=.build/debug/ponte Scripts/with-venv Tests/API/run.py

PROCESS_TESTS_SEED repeats the random choices of a run.
"""
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Browser"), str(HERE.parent / "Processes")]

from harness import seed  # noqa: E402


def main() -> int:
    print(f"seed of this run: PROCESS_TESTS_SEED={seed.VALUE}", flush=True)
    suite = unittest.defaultTestLoader.discover(str(HERE), pattern="*_tests.py", top_level_dir=str(HERE))
    # On standard output, where Scripts/run-tests reads the closing line.
    return 0 if unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
