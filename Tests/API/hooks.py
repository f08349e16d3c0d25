"""What schemathesis is told beside the API's description: ids that exist, and what else must hold for every answer.

Loaded by schemathesis itself (SCHEMATHESIS_HOOKS). It talks to api_tests.py by the environment and by a file of counts.
"""
import atexit
import hashlib
import json
import os
import random
import re
import sqlite3
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import negative_data_rejection

WORLD = json.loads(os.environ["PONTE_API_WORLD"])
ODDS = random.Random(WORLD["seed"])

# When a key was last used is written beside requests.
RESTLESS = {"app_keys"}

counts: Counter[str] = Counter()


@atexit.register
def tell() -> None:
    Path(WORLD["counts"]).write_text(json.dumps(counts))


class Stored:
    """What stands in the database, as a digest of its rows."""

    def __init__(self):
        self.connection = sqlite3.connect(f"file:{WORLD['database']}?mode=ro", uri=True, check_same_thread=False)
        names = self.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        self.tables = sorted(name for (name,) in names if name not in RESTLESS)
        self.version = -1
        self.digests: dict[str, str] = {}

    def read(self) -> dict[str, str]:
        # Moves with every commit of anybody else.
        (version,) = self.connection.execute("PRAGMA data_version").fetchone()
        if version != self.version:
            self.version = version
            self.digests = {table: self.digest(table) for table in self.tables}
        return self.digests

    def digest(self, table: str) -> str:
        digest = hashlib.sha256()
        for row in self.connection.execute(f'SELECT * FROM "{table}"'):
            digest.update(repr(row).encode())
        return digest.hexdigest()


stored = Stored()
# What stood in the database before each request that is under way.
before: dict[str, dict[str, str]] = {}


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Most made-up ids and streams name nothing: every other request has one that does."""
    if path_parameters and "id" in path_parameters and ODDS.random() < 0.5:
        # Of the other records the store has none: all ids of theirs are made up.
        if ids := WORLD["ids"].get(context.operation.path.split("/")[3]):
            path_parameters["id"] = ODDS.choice(ids)
    if path_parameters and "stream" in path_parameters and ODDS.random() < 0.5:
        path_parameters["stream"] = ODDS.choice(WORLD["streams"])
    return path_parameters


@schemathesis.hook
def map_query(context, query):
    if query and context.operation.path.endswith("/orders") and ODDS.random() < 0.3:
        if "connection" in query:
            query["connection"] = ODDS.choice(WORLD["ids"]["connections"])
        if "cursor" in query:
            query["cursor"] = WORLD["cursor"]
    return query


@schemathesis.hook
def before_call(context, case, kwargs):
    # A long poll waits as long as it is asked to: not here.
    wait = str((case.query or {}).get("wait", ""))
    if re.fullmatch(r"[0-9]{1,2}", wait) and int(wait) <= 30:
        case.query["wait"] = 0
    # The store rests, so that whatever is written is written by a request.
    if case.method.upper() == "PATCH" and isinstance(case.body, dict) and case.body.get("state") == "active":
        case.body["state"] = "paused"
    before[case.id] = stored.read()


def as_read(texts: list[str], parameter: dict):
    """A parameter's value as a server reads it, of what stands in the address: texts, whatever it was made of."""
    kind = parameter["schema"].get("type")
    if kind == "array":
        return texts if parameter.get("explode", True) else [part for text in texts for part in text.split(",")]
    if len(texts) > 1:
        return texts
    return int(texts[0]) if kind == "integer" and re.fullmatch(r"-?[0-9]+", texts[0]) else texts[0]


def fits_as_sent(response, case) -> bool:
    """Whether a query that was made up to break the description fits it as it was written into the address."""
    if any(case.meta.is_negative_at(place) for place in ParameterLocation if place != ParameterLocation.QUERY):
        return False
    sent: dict[str, list[str]] = {}
    for name, text in parse_qsl(urlsplit(str(response.request.url)).query, keep_blank_values=True):
        sent.setdefault(name, []).append(text)
    described = case.operation.query
    # A name that the description does not have makes no request wrong.
    values = {name: as_read(texts, described.get(name).definition) for name, texts in sent.items() if described.get(name)}
    return described.get_strict_validator().is_valid(values)


@schemathesis.check
def what_breaks_the_description_is_refused(ctx, response, case) -> None:
    """As schemathesis's own check judges, but by the request that was sent.

    `limit={}` is no number, yet nothing of it is written; `deleted=[False]` is no list of words, yet `deleted=false` is.
    Schemathesis knows each of these alone and not both in one request.
    """
    try:
        negative_data_rejection(ctx, response, case)
    except AcceptedNegativeData:
        if not fits_as_sent(response, case):
            raise


def problem_of(response) -> dict:
    try:
        problem = json.loads(response.content)
    except ValueError:
        raise AssertionError(f"{response.status_code} without a JSON body: {response.content[:200]!r}") from None
    assert problem.get("code") and problem.get("title") and problem.get("requestId"), f"the problem is not whole: {problem}"
    return problem


@schemathesis.check
def a_refusal_says_why_and_leaves_nothing(ctx, response, case) -> None:
    method, path = case.method.upper(), case.operation.path
    counts[f"{method} {path} {response.status_code}"] += 1
    earlier = before.pop(case.id, None)
    if earlier is not None and (response.status_code >= 400 or method in ("GET", "HEAD")):
        after = stored.read()
        written = [table for table in after if after[table] != earlier.get(table)]
        assert not written, f"{method} {path} was answered {response.status_code}, and yet {written} changed"
    if response.status_code < 400:
        return
    problem = problem_of(response)
    # What is wrong with the address or the body as a whole has no field.
    if response.status_code in (400, 422) and problem["code"] not in ("target.unreadable", "body.malformed"):
        fields = [error.get("field") for error in problem.get("errors", [])]
        assert fields and all(isinstance(field, str) for field in fields), f"no field is named: {problem}"
