#!/usr/bin/env python3
"""Holds `ponte sandbox` against VTEX's own OpenAPI files, by a program that stands beside the project.

    Tests/Beside/conformance.py ../shared

Every operation that the program knows: access, orders, feed and hook, Master Data, catalogue, prices, promotions, logistics, carts.
"""
import os
import subprocess
import sys
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Processes"))

from harness.sandbox import Sandbox  # noqa: E402


def python_with(requirements: Path) -> str:
    """An interpreter that has the program's packages; kept between runs."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ponte-conformance"
    python = folder / "bin/python"
    stamp = folder / "requirements.txt"
    if not (stamp.exists() and stamp.read_text() == requirements.read_text()):
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "-r", str(requirements)], check=True)
        stamp.write_text(requirements.read_text())
    return str(python)


def main() -> int:
    program = Path(sys.argv[1]).resolve() / "conformance"
    python = python_with(program / "requirements.txt")
    with Sandbox(2000, seed=7) as store:
        return subprocess.run(
            [python, "-B", str(program / "vtex_openapi.py"), "--credentials", str(store.folder / "credentials.json")]
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
