"""One printed seed behind every random choice."""
import os
import random

VALUE = int(os.environ.get("PROCESS_TESTS_SEED") or random.SystemRandom().randrange(1, 1_000_000))


def generator(name: str) -> random.Random:
    """A generator of its own for each test, so that running one alone repeats it."""
    return random.Random(f"{VALUE}/{name}")
