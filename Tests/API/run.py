#!/usr/bin/env python3
"""Runs the API's own tests: schemathesis on the description that the server serves.

    Scripts/run-tests --only api
    PONTE_BINARY=.build/debug/ponte API_TESTS=Writes Scripts/with-venv Tests/API/run.py

API_TESTS picks tests whose name contains it; PROCESS_TESTS_SEED repeats the random choices of a run.
"""
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Browser"), str(HERE.parent / "Processes")]

from harness import seed, side_by_side  # noqa: E402

if __name__ == "__main__":
    print(f"seed of this run: PROCESS_TESTS_SEED={seed.VALUE}", flush=True)
    sys.exit(side_by_side.run(HERE, os.environ.get("API_TESTS", "")))
