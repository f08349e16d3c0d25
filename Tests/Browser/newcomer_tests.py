"""The way of somebody who has never seen Ponte: from the code on the terminal to an order found by its customer's name."""
import json
import re
import time
import unicodedata
import unittest

from browsing import inspection
from browsing.browser import PATIENCE_MILLISECONDS, Chromium, Visitor
from browsing.house import PERMISSIONS
from browsing.installation import PASSWORD, Installation
from browsing.words import WORDS
from harness.sandbox import Sandbox
from playwright.sync_api import Page, expect
from secrecy_tests import disguises

ROLE = "RA Trustvox - Integração"
CLIENT = "Casa Amarela"
ORDERS = 240
# Long enough for a token, and nothing that anybody else would write.
PLANTED = "PLANTED" + "QWHJKZ" * 20 + "X"

expect.set_options(timeout=PATIENCE_MILLISECONDS)


def plain(text: str) -> str:
    """Lower case, without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)).lower()


class NewcomerTests:
    """Of one language: each step is a person's, by what he reads on the screen."""

    language = ""

    def test_a_newcomer_connects_a_store_and_finds_an_order(self):
        self.words = WORDS[self.language]
        self.found: list[str] = []
        # A share of a quota, so that there is something to watch.
        with Sandbox(ORDERS, seed=5, arguments=("--no-limits",)) as self.store, \
                Installation(PONTE_QUOTA_PER_MINUTE="3000") as self.ponte, Chromium() as self.chromium:
            self.ponte.serve("--language", self.language)
            self.visitor = self.chromium.visitor(self.language, keeps_answers=True)
            self.admin = self.chromium.visitor(self.language)
            self.first_set_up()
            self.make_role()
            key, token = self.make_key()
            self.give_key_the_role(key)
            self.connect(key, PLANTED, is_refused=True)
            self.connect(key, token, is_refused=False)
            self.read_that_list_orders_is_missing()
            self.tick_list_orders()
            self.check_again_and_start()
            self.watch_the_bar_end()
            self.find_an_order()
            self.nothing_leaked((PLANTED, token))
            troubles = self.found + self.visitor.troubles + self.admin.troubles
            self.assertEqual(troubles, [], "\n".join(troubles[:30]))

    def look(self, name: str, visitor: Visitor | None = None) -> None:
        self.found += inspection.troubles(name, (visitor or self.visitor).page, both_ways=True)

    def click(self, name: str, page: Page | None = None, role: str = "button") -> None:
        (page or self.visitor.page).get_by_role("main").get_by_role(role, name=name, exact=True).first.click()

    # At Ponte

    def first_set_up(self):
        page, words = self.visitor.open(self.ponte.url), self.words
        expect(page.get_by_label(words.code)).to_be_focused()
        page.get_by_label(words.code).fill(self.ponte.set_up_code)
        page.get_by_label(words.own_name).fill("Ana Souza")
        page.get_by_label(words.email).fill("ana@example.com")
        page.get_by_label(words.password).fill(PASSWORD)
        self.click(words.create_access)
        expect(page.get_by_label(words.client_name)).to_be_visible()
        self.look("no client yet")

        # The code has made its member; from now on one signs in.
        page.get_by_role("button", name=words.sign_out).click()
        page.get_by_label(words.email).fill("ana@example.com")
        page.get_by_label(words.password).fill(PASSWORD)
        self.click(words.sign_in)
        page.get_by_label(words.client_name).fill(CLIENT)
        self.click(words.create_client)
        expect(page.get_by_role("heading", level=1)).to_have_text(CLIENT)
        self.look("nothing connected yet")

    def connect(self, key: str, token: str, is_refused: bool):
        page, words = self.visitor.page, self.words
        if is_refused:
            self.click(words.connect_store, role="link")
            self.look("platforms")
            self.click(words.connect, role="link")
            self.look("the key's form")
        else:
            self.click(words.correct, role="link")
        if not page.get_by_label(words.address).is_visible():
            page.get_by_text(words.trials).click()
        page.get_by_label(words.account).fill(self.store.account)
        page.get_by_label(words.key).fill(key)
        page.get_by_label(words.token).fill(token)
        page.get_by_label(words.address).fill(self.store.store_url)
        self.click(words.save_and_check)
        self.wait_for_the_check()
        self.look("a refused key" if is_refused else "a key that lacks a box")

    def wait_for_the_check(self):
        """Every line of the matrix has its answer when one may check again."""
        expect(self.visitor.page.get_by_role("main").get_by_role("button", name=self.words.check_again)).to_be_visible()

    def read_that_list_orders_is_missing(self):
        line = self.visitor.page.get_by_role("main").get_by_role("listitem").filter(has_text="List Orders").first
        expect(line).to_contain_text("OMS")
        expect(self.visitor.page.get_by_role("button", name=self.words.start)).to_have_count(0)

    def check_again_and_start(self):
        page, words = self.visitor.page, self.words
        self.click(words.check_again)
        expect(page.get_by_role("button", name=words.start)).to_be_visible()
        # Everything has been answered before the page is looked at.
        self.wait_for_the_check()
        expect(page.get_by_role("main")).to_contain_text(str(ORDERS))
        self.look("a key that suffices, with the estimate")
        self.click(words.start)
        page.wait_for_url(re.compile(r"/connections/con_\w+$"))

    def watch_the_bar_end(self):
        """Nobody reloads: the page moves by itself."""
        page = self.visitor.page
        bar = page.get_by_role("main").get_by_role("progressbar")
        seen = []
        deadline = time.monotonic() + 3 * PATIENCE_MILLISECONDS / 1000
        done = page.get_by_role("main").get_by_text(re.compile(rf"^{ORDERS} "), exact=False)
        while not done.is_visible():
            self.assertLess(time.monotonic(), deadline, f"the import did not end; the bar showed {seen}")
            if bar.count():
                value = page.evaluate("() => document.querySelector('main progress')?.value ?? null")
                if value is not None and (not seen or seen[-1] != value):
                    seen.append(value)
            page.wait_for_timeout(200)
        self.assertGreaterEqual(len(seen), 2, "the bar should have been seen moving")
        self.assertEqual(seen, sorted(seen), "it goes one way only")
        self.look("a connection that is up to date")

    def find_an_order(self):
        page, words = self.visitor.page, self.words
        entry, name = self.order_with_an_accent()
        page.get_by_role("navigation").get_by_role("link", name=words.orders, exact=True).click()
        page.get_by_role("searchbox").fill(plain(name))
        self.click(words.find)
        row = page.get_by_role("row").filter(has_text=entry["orderId"])
        expect(row).to_contain_text(name)
        self.look("orders found")
        row.get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(str(entry["sequence"]))
        expect(page.get_by_role("region", name=words.customer)).to_contain_text(name)
        self.look("the order")

    def order_with_an_accent(self) -> tuple[dict, str]:
        for entry in self.store.platform("api/oms/pvt/orders?page=1&per_page=100&orderBy=creationDate,desc")["list"]:
            if entry["clientName"] and plain(entry["clientName"]) != entry["clientName"].lower():
                return entry, entry["clientName"]
        raise AssertionError("nobody in this store has an accent in the name")

    # At the store, as article 000 says

    def go(self, *names: str) -> Page:
        """By the menu of the sandbox's admin."""
        page = self.admin.page
        for name in names:
            page.get_by_role("link", name=name, exact=True).first.click()
        return page

    def make_role(self):
        words = self.words
        self.admin.open(f"{self.store.base_url}/admin/{self.store.account}")
        page = self.go(words.roles, words.new_role)
        page.get_by_label(words.role_name).fill(ROLE)
        for product, box in (("OMS", "View order"), ("WebService", "Webservice access key")):
            page.locator("summary").filter(has_text=product).click()
            page.get_by_role("checkbox", name=re.compile(rf"^{box}")).check()
        self.click(words.save, page)
        expect(page.get_by_role("status")).to_be_visible()

    def make_key(self) -> tuple[str, str]:
        words = self.words
        page = self.go(words.accounts, words.generate_in_account)
        page.get_by_label(words.key_name).fill("ratrustvox")
        self.click(words.generate, page)
        with page.expect_popup() as opened:
            page.get_by_role("link", name=words.open_credentials).click()
        shown = opened.value
        key = shown.get_by_role("definition").nth(0).inner_text()
        token = shown.get_by_role("definition").nth(1).inner_text()
        self.assertRegex(key, r"^vtexappkey-")
        self.assertGreater(len(token), 50)
        # The second time there is nothing to read.
        shown.reload()
        expect(shown.get_by_role("definition")).to_have_count(0)
        shown.close()
        activate = page.get_by_role("button", name=words.activate, exact=True)
        if activate.count():
            activate.click()
        return key, token

    def give_key_the_role(self, key: str):
        words = self.words
        page = self.go(words.users, words.new_user)
        page.get_by_label("E-mail").fill(key)
        page.get_by_label(words.name).fill(ROLE)
        page.get_by_role("checkbox", name=ROLE).last.check()
        self.click(words.save, page)
        expect(page.get_by_role("status")).to_be_visible()

    def tick_list_orders(self):
        words = self.words
        page = self.go(words.roles)
        page.get_by_role("link", name=ROLE, exact=True).last.click()
        page.get_by_role("checkbox", name=re.compile("^List Orders")).check()
        self.click(words.save, page)
        expect(page.get_by_role("status")).to_be_visible()

    # Afterwards

    def nothing_leaked(self, secrets: tuple[str, ...]):
        key = json.loads(self.ponte.do(
            "key", "create", "--organization", CLIENT, "--label", "API",
            *(part for name in PERMISSIONS for part in ("--permission", name)), "--json",
        ))["token"]
        places = {f"the page {url}": body for url, body in self.visitor.answers}
        connection = json.loads(self.ponte.get("/api/v1/connections", key)[1])["items"][0]["id"]
        for path in ("organizations", "connections", f"connections/{connection}", f"connections/{connection}/streams",
                     "orders?limit=200", "changes?limit=1000", "totals/daily", "audit?limit=500", "nothing", "orders?limit=x"):
            status, body = self.ponte.get(f"/api/v1/{path}", key)
            self.assertIn(status, (200, 400, 404), f"{path}: {body}")
            places[f"the API's {path}"] = body
        places["the figures"] = self.ponte.get("/metrics")[1]
        places["the terminal and the log"] = self.ponte.printed.encode()
        places["the database"] = self.ponte.database.bytes()

        self.assertEqual([lost for lost in self.visitor.lost if "/live" not in lost], [], "answers that were gone before they could be read")
        self.assertGreater(len(places), 20)
        for place, content in places.items():
            for number, secret in enumerate(secrets):
                for disguise in disguises(secret):
                    self.assertNotIn(disguise, content, f"token {number} stands in {place}")


class PortugueseNewcomerTests(NewcomerTests, unittest.TestCase):
    language = "pt"


class SpanishNewcomerTests(NewcomerTests, unittest.TestCase):
    language = "es"


class EnglishNewcomerTests(NewcomerTests, unittest.TestCase):
    language = "en"
