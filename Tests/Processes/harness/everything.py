"""Every kind of data of one store in one database, to hold one run's end against another's."""
from __future__ import annotations

from .databases import Database

# Under the platform's own numbers, since Ponte's differ from run to run.
RECORDS = """SELECT r.kind, r.external_id, r.version, r.title, d.core, d.person FROM records r
    JOIN record_documents d ON d.organization_id = r.organization_id AND d.record_id = r.id ORDER BY r.kind, r.external_id"""
ORDERS = "SELECT external_id, version FROM orders ORDER BY external_id"
CLOSED = """SELECT r.external_id, c.closed_number FROM cart_standings c
    JOIN records r ON r.organization_id = c.organization_id AND r.id = c.record_id ORDER BY r.external_id"""
PEOPLE = """SELECT p.person_id, r.external_id FROM person_members p
    JOIN records r ON r.organization_id = p.organization_id AND r.id = p.record_id ORDER BY p.person_id"""
COUNTS = "SELECT kind, records FROM record_counts ORDER BY kind"
VERSIONS = "SELECT (SELECT COALESCE(SUM(version), 0) FROM records) + (SELECT COALESCE(SUM(version), 0) FROM orders)"
NUMBERS = "SELECT number FROM changes ORDER BY number"


def end_of(database: Database) -> dict[str, list]:
    """What is stored, each kind of fact apart."""
    people: dict[str, set[str]] = {}
    for person, customer in database.query(PEOPLE):
        people.setdefault(str(person), set()).add(str(customer))
    return {
        "records": database.query(RECORDS), "orders": database.query(ORDERS), "carts that an order closed": database.query(CLOSED),
        "people": sorted(sorted(group) for group in people.values()), "counts": database.query(COUNTS),
    }


def differences(calm: dict[str, list], other: dict[str, list]) -> list[str]:
    """What of one end is not as in the other, with an example of each."""
    wrong = []
    for what, wanted in calm.items():
        found = other[what]
        if found == wanted:
            continue
        missing = [each for each in wanted if each not in found][:1]
        strange = [each for each in found if each not in wanted][:1]
        wrong.append(f"{what}: {len(found)} where {len(wanted)} should be; missing {missing}, instead {strange}")
    return wrong


def flaws_of_log(database: Database) -> list[str]:
    """Numbers without gap or repeat, and as many changes as the records' versions add up to."""
    numbers = [row[0] for row in database.query(NUMBERS)]
    ((versions,),) = database.query(VERSIONS)
    wrong = [] if numbers == list(range(1, len(numbers) + 1)) else [f"gaps or repeats among {len(numbers)} changes"]
    if int(versions) != len(numbers):
        wrong.append(f"{len(numbers)} changes, but the versions add up to {versions}")
    return wrong
