#!/usr/bin/env python3
"""Runs the browser tests: a real Chromium on the real binary, as people of three languages use it.

    Scripts/run-tests --only browser
    PONTE_BINARY=.build/debug/ponte BROWSER_TESTS=Keyboard Scripts/with-venv Tests/Browser/run.py

BROWSER_TESTS picks tests whose name contains it.
"""
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Processes")]

from harness import side_by_side  # noqa: E402

if __name__ == "__main__":
    sys.exit(side_by_side.run(HERE, os.environ.get("BROWSER_TESTS", "")))
