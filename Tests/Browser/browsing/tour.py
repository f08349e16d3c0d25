"""Ways through every page, with a look at each."""
import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from harness.binary import ROOT
from playwright.sync_api import Page

from .browser import Visitor
from .house import FULL, READERS, House
from .installation import PASSWORD, Installation
from .words import WORDS

# Called with the page's name, the same in each language, while the visitor stands on it.
Look = Callable[[str, Visitor], None]

# As many as this of each kind of page: all orders look alike.
_EACH = 4
_ID = re.compile(r"^[a-z]{2,5}_[0-9a-z]{20,}$")


def pattern_of(path: str) -> str:
    """`/o/org_01…/orders/ord_01…` → `/o/{}/orders/{}`.

    Each kind of record has a list; the further pages of the lists are of one kind, and so are the records' own.
    """
    pattern = "/".join("{}" if _ID.match(part) else part for part in urlsplit(path).path.split("/"))
    pattern = re.sub(r"/records/[a-z]+/\{\}$", "/records/{}/{}", pattern)
    return re.sub(r"/records/[a-z]+$", "/records/{}", pattern) if "?" in path else pattern


def links(page: Page) -> list[str]:
    """Where one can get by a click, on the same server, without what follows a #."""
    here = urlsplit(page.url)
    found = page.locator("a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    whole = (urlsplit(urljoin(page.url, link)) for link in found if not link.startswith("#"))
    return list(dict.fromkeys(
        part.path + (f"?{part.query}" if part.query else "") for part in whole if part.netloc == here.netloc
    ))


def crawl(visitor: Visitor, url: str, start: str, look: Look, pattern: Callable[[str], str], skip: Callable[[str], bool]) -> set[str]:
    """Every page that clicks lead to, some of each kind. Answers with the kinds."""
    waiting, known, seen = [start], {start}, Counter()
    while waiting:
        path = waiting.pop(0)
        # What a query asks for makes another kind: an empty list looks unlike a full one.
        kind = pattern(path) + "".join(sorted(re.findall(r"[?&](\w+)=", path)))
        if seen[kind] >= _EACH:
            continue
        seen[kind] += 1
        page = visitor.open(url + path)
        if not page.evaluate("() => document.contentType.startsWith('text/html')"):
            continue
        look(path, visitor)
        fresh = [link for link in links(page) if link not in known and not skip(link)]
        known.update(fresh)
        waiting += fresh
    return {pattern(path) for path in known}


def console_pages(house: House, visitor: Visitor, look: Look) -> set[str]:
    """All pages that an owner can get to, and those that a form leads to. Answers with the kinds of pages."""
    url = house.ponte.url
    visitor.open(f"{url}/sign-in")
    look("/sign-in", visitor)
    visitor.page.locator("input[type=email]").fill("nobody@example.com")
    visitor.page.locator("input[type=password]").fill("not the right one")
    visitor.page.locator("form:has(input[type=password]) button").click()
    visitor.page.get_by_role("alert").wait_for()
    look("/sign-in refused", visitor)
    house.sign_in(visitor)
    kinds = crawl(visitor, url, "/clients", look, pattern_of, lambda path: False)
    client = next(path for path in links(visitor.open(f"{url}/clients")) if pattern_of(path) == "/o/{}")
    for query in ("?q=nobody+has+this+name", "?status=cancelled"):
        visitor.open(f"{url}{client}/orders{query}")
        look(f"/o/{{}}/orders{query}", visitor)
    visitor.open(f"{url}/nothing-here", expecting=404)
    look("/nothing-here", visitor)
    return kinds | {"/sign-in"}


def reader_pages(house: House, visitor: Visitor, look: Look) -> None:
    """What somebody sees who may look, and not at people."""
    house.sign_in(visitor, READERS)
    url = house.ponte.url
    seen = Counter()

    def look_some(path: str, visitor: Visitor) -> None:
        seen[pattern_of(path)] += 1
        if seen[pattern_of(path)] <= 2:
            look(f"reader {path}", visitor)

    crawl(visitor, url, "/clients", look_some, pattern_of, lambda path: path.endswith("/source"))


def console_forms(house: House, visitor: Visitor, look: Look) -> None:
    """What answers to forms looks like: refusals, links that open once, a check of a key."""
    url = house.ponte.url
    house.sign_in(visitor)
    client = client_path(house, visitor, FULL)
    page = visitor.page

    def send(form: str, **values: str) -> None:
        for name, value in values.items():
            page.locator(f"main form[action='{form}'] [name={name}]").fill(value)
        page.locator(f"main form[action='{form}'] button:not([type=button])").first.click()
        page.wait_for_load_state()

    visitor.open(f"{url}/settings")
    send("/settings/password", current="not the right one", new="muito curta")
    look("/settings refused", visitor)
    visitor.open(f"{url}/settings/members")
    send("/settings/members", name="Bia", email="bia@example.com", password="muito curta")
    look("/settings/members refused", visitor)

    visitor.open(f"{url}{client}/keys")
    page.locator(f"form[action='{client}/keys'] input[name=label]").fill("ERP da matriz")
    page.locator(f"form[action='{client}/keys'] button").last.click()
    look(f"{client}/keys refused", visitor)
    page.locator(f"form[action='{client}/keys'] input[type=checkbox]").first.check()
    page.locator(f"form[action='{client}/keys'] button").last.click()
    link = page.locator("#link")
    link.wait_for()
    look(f"{client}/keys with a link", visitor)
    address = link.inner_text()
    visitor.open(address)
    look("/key/{}", visitor)
    page.locator("main form button").click()
    page.locator("#token").wait_for()
    look("/key/{} opened", visitor)
    visitor.open(address)
    look("/key/{} opened before", visitor)

    connection = next(path for path in links(visitor.open(f"{url}{client}/connections"))
                      if pattern_of(path) == "/o/{}/connections/{}")
    visitor.open(f"{url}{connection}")
    send(f"{connection}/check")
    page.get_by_role("button", name=WORDS[visitor.language].check_again).wait_for()
    look(f"{connection} checked", visitor)
    # A form that was open for too long.
    visitor.open(f"{url}/settings")
    page.locator("form[action='/settings/appearance'] input[name=_csrf]").evaluate("input => input.value = 'old'")
    send("/settings/appearance")
    look("/settings form expired", visitor)


def same_person_pages(house: House, visitor: Visitor, look: Look) -> None:
    """A customer who registered twice: recognised, told apart, and taken back."""
    url, page, words = house.ponte.url, visitor.page, WORDS[visitor.language]
    house.sign_in(visitor)
    client = client_path(house, visitor, FULL)
    customers = house.all_of("customers")
    joined = next(customer for customer in customers if "joinedBy" in customer and customer["personId"] != customer["id"])

    visitor.open(f"{url}{client}/records/customer/{joined['id']}")
    page.get_by_role("heading", name=words.same_person).wait_for()
    look("one person", visitor)
    page.get_by_role("button", name=words.not_the_same).click()
    page.get_by_role("button", name=words.take_back).wait_for()
    look("told apart", visitor)
    page.get_by_role("button", name=words.take_back).click()
    page.get_by_role("heading", name=words.same_person).wait_for()
    look("taken back", visitor)


def hand_in_pages(house: House, visitor: Visitor, look: Look) -> None:
    """A key that somebody else has: the link for him, what he sees, and what the owner sees meanwhile."""
    url, page, words = house.ponte.url, visitor.page, WORDS[visitor.language]
    house.sign_in(visitor)
    client = client_path(house, visitor, FULL)
    key = house.store.keys["article-000-ra-trustvox"]

    visitor.open(f"{url}{client}/connections/new/vtex")
    page.get_by_text(words.trials).click()
    page.get_by_label(words.account).fill("outraloja")
    page.get_by_label(words.address).fill(house.store.store_url)
    page.get_by_role("button", name=words.somebody_else).click()
    page.locator("#link").wait_for()
    look("the link for somebody else", visitor)
    address = page.locator("#link").inner_text()
    visitor.open(f"{url}{client}/connections")
    look("a list with a draft", visitor)
    page.get_by_role("link", name=words.go_on).click()
    page.wait_for_url("**/hand-in")
    waiting = page.url

    def hand_in(token: str) -> None:
        page.locator("input[name=key]").fill(key["appKey"])
        page.locator("input[name=token]").fill(token)
        page.get_by_role("button", name=words.hand_in).click()

    visitor.open(address)
    look("/hand-in/{}", visitor)
    hand_in("x" * 128)
    page.get_by_role("alert").wait_for()
    look("/hand-in/{} refused", visitor)
    hand_in(key["appToken"])
    page.locator(".matrix").first.wait_for()
    look("/hand-in/{} taken", visitor)
    visitor.open(address, expecting=410)
    look("/hand-in/{} again", visitor)

    visitor.open(waiting)
    page.get_by_role("link", name=words.go_on).wait_for()
    look("a key that came", visitor)
    draft = urlsplit(waiting).path.rsplit("/", 1)[0]
    visitor.open(f"{url}{draft}/check")
    look("a draft's check", visitor)
    for part in ("set-up", "discard"):
        visitor.open(f"{url}{draft}/{part}")
        look(f"a draft's {part}", visitor)
    page.locator(f"main form[action='{draft}/discard'] button").click()
    page.wait_for_url("**/connections")


def is_covered(path: str, kinds: set[str]) -> bool:
    """Whether a page of this address was seen: `{}` stands for any one part of it."""
    pattern = re.compile(re.escape(path).replace(re.escape("{}"), "[^/]+"))
    return any(pattern.fullmatch(kind) for kind in kinds)


def set_up_pages(visitor: Visitor, look: Look) -> None:
    """A new installation, before anybody is a member."""
    with Installation() as ponte:
        ponte.serve()
        page = visitor.open(f"{ponte.url}/set-up")
        look("/set-up", visitor)
        for name, value in (("code", "wrong"), ("name", "Ana"), ("email", "ana@example.com"), ("password", PASSWORD)):
            page.locator(f"input[name={name}]").fill(value)
        page.locator("main form button").click()
        page.wait_for_load_state()
        look("/set-up refused", visitor)


def client_path(house: House, visitor: Visitor, name: str) -> str:
    page = visitor.open(f"{house.ponte.url}/clients")
    return page.get_by_role("main").get_by_role("link", name=name, exact=True).get_attribute("href")


def console_paths() -> set[str]:
    """The addresses that the sources know: a page that nothing leads to would be one that nobody tested."""
    text = (ROOT / "Sources/Web/Console/Frame/ConsolePath.swift").read_text()
    paths = re.findall(r'"(/[^"]*)"', text)
    return {re.sub(r"\\\((\w+)\)", lambda name: "{}", path) for path in paths}


def admin_paths() -> set[str]:
    """The sandbox's screens, as its routes name them, below /admin/{account}."""
    paths = set()
    for file in (ROOT / "Sources/Sandbox/Admin").rglob("*.swift"):
        paths |= set(re.findall(r'Route\(\s*\.get, "(/[^"]*)"', file.read_text()))
    return {re.sub(r"\{\w+\}", "{}", path) for path in paths}


def admin_pattern(path: str) -> str:
    """`/admin/lojademo/keys/0192…/delete` → `/keys/{}/delete`."""
    parts = urlsplit(path).path.split("/")[3:]
    words = ("new", "delete", "account", "faults", "keys", "orders", "roles", "users")
    return "/" + "/".join(part if part in words else "{}" for part in parts)


def admin_forms(house: House, visitor: Visitor, look: Look) -> None:
    """Forms of the sandbox's admin that were refused, a fault that is on, a key's link that opens once."""
    base = f"{house.store.base_url}/admin/{house.store.account}"
    page = visitor.open(f"{base}?lang={visitor.language}")
    main = page.get_by_role("main")

    visitor.open(f"{base}/roles/new")
    page.locator("input[name=name]").fill("Meu perfil")
    main.locator("form button.main").click()
    look("/roles/new refused", visitor)
    page.locator("summary").first.click()
    page.locator("input[type=checkbox]").first.check()
    main.locator("form button.main").click()
    page.wait_for_url("**/roles/*")
    look("/roles/{} made", visitor)

    visitor.open(f"{base}/users/new")
    page.locator("input[name=email]").fill("no address")
    main.locator("form button.main").click()
    look("/users/new refused", visitor)
    page.locator("input[name=email]").fill(f"{visitor.language}@example.com")
    main.locator("form button.main").click()
    page.wait_for_url("**/users/*")
    look("/users/{} made", visitor)

    visitor.open(f"{base}/faults")
    page.locator("input[name=percent]").fill("many")
    main.locator("form button.main").click()
    look("/faults refused", visitor)
    page.locator("input[name=percent]").fill("10")
    page.locator("input[name=path]").fill("/nowhere/")
    main.locator("form button.main").click()
    page.wait_for_url("**/faults?**")
    look("/faults on", visitor)

    visitor.open(f"{base}/keys/new")
    page.locator("input[name=label]").fill(f"trustvox {visitor.language}")
    main.locator("form button.main").click()
    page.wait_for_url("**/keys/*link=*")
    look("/keys/{} made", visitor)
    link = main.locator("a[href^='/credentials/']").get_attribute("href")
    visitor.open(house.store.base_url + link)
    look("/credentials/{}", visitor)
    visitor.open(house.store.base_url + link, expecting=410)
    look("/credentials/{} again", visitor)
    visitor.open(f"{base}/nothing-here", expecting=404)
    look("/nothing-here", visitor)


def admin_pages(house: House, visitor: Visitor, look: Look) -> set[str]:
    """The sandbox's admin. Links that only change the language lead to the same pages."""
    start = f"/admin/{house.store.account}"
    return crawl(
        visitor, house.store.base_url, f"{start}?lang={visitor.language}", look, admin_pattern,
        lambda path: "lang=" in path or not path.startswith(start),
    )
