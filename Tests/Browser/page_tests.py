"""Every page, in each language, light and dark, wide and on a phone: nothing for axe to find, nothing cut, nothing broken."""
import unittest

from browsing import inspection, tour
from browsing.browser import Chromium, Visitor
from browsing.house import EMPTY, House

# Where a form is sent to, or a part of a page is fetched anew: no pages of their own.
NO_PAGES = {"/sign-out", "/language", "/settings/appearance", "/settings/password", "/settings/sessions", "/settings/members/{}",
            "/o/{}/keys/{}"}
# Written by hand below, since no click leads there.
BY_HAND = {"/set-up", "/key/{}", "/hand-in/{}"}


class EveryPage:
    """Of one language: each test below is run for all three."""

    language = ""

    @classmethod
    def setUpClass(cls):
        cls.chromium = Chromium().__enter__()
        cls.addClassCleanup(cls.chromium.__exit__)
        cls.house = House().__enter__()
        cls.addClassCleanup(cls.house.__exit__)
        cls.house.make_client(EMPTY, cls.chromium)

    def setUp(self):
        self.found: list[str] = []
        self.looked = 0
        self.visitor = self.chromium.visitor(self.language)
        self.addCleanup(self.visitor.close)

    def look(self, name: str, visitor: Visitor) -> None:
        self.found += inspection.troubles(name, visitor.page, both_ways=self.language == "pt")
        self.looked += 1

    def nothing_found(self, at_least: int) -> None:
        self.found += self.visitor.troubles
        distinct = list(dict.fromkeys(self.found))
        self.assertEqual(distinct, [], f"{len(distinct)} troubles on the pages in {self.language}:\n" + "\n".join(distinct[:40]))
        self.assertGreaterEqual(self.looked, at_least, "fewer pages than there should be")
        print(f"[{self.looked} pages] ", end="")

    def test_the_console(self):
        kinds = tour.console_pages(self.house, self.visitor, self.look)

        known = tour.console_paths() - NO_PAGES - BY_HAND
        missed = {path for path in known if not tour.is_covered(path, kinds)}
        self.assertEqual(missed, set(), "no click leads to these pages: link them, or name them in this test")
        self.nothing_found(at_least=30)

    def test_the_forms_of_the_console(self):
        tour.console_forms(self.house, self.visitor, self.look)
        self.nothing_found(at_least=8)

    def test_a_key_handed_in_by_somebody_else(self):
        tour.hand_in_pages(self.house, self.visitor, self.look)
        self.nothing_found(at_least=10)

    def test_a_customer_who_registered_twice(self):
        tour.same_person_pages(self.house, self.visitor, self.look)
        self.nothing_found(at_least=3)

    def test_the_first_set_up(self):
        tour.set_up_pages(self.visitor, self.look)
        self.nothing_found(at_least=2)

    def test_the_console_for_a_reader(self):
        tour.reader_pages(self.house, self.visitor, self.look)
        self.nothing_found(at_least=10)

    def test_the_sandbox(self):
        tour.admin_forms(self.house, self.visitor, self.look)
        kinds = tour.admin_pages(self.house, self.visitor, self.look)

        self.assertEqual(tour.admin_paths() - kinds, set(), "no click leads to these screens")
        self.nothing_found(at_least=30)

    def test_the_description_of_the_api(self):
        self.visitor.open(f"{self.house.ponte.url}/api/docs")
        self.look("/api/docs", self.visitor)
        self.nothing_found(at_least=1)


class PortuguesePagesTests(EveryPage, unittest.TestCase):
    language = "pt"


class SpanishPagesTests(EveryPage, unittest.TestCase):
    language = "es"


class EnglishPagesTests(EveryPage, unittest.TestCase):
    language = "en"
