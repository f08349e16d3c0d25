"""No page is English where it should be Portuguese or Spanish: a text that is the same in all three languages is a name,
a number, or one of those that are the same on purpose."""
import re
import unittest

from browsing import layout, tour
from browsing.browser import Chromium, Visitor
from browsing.house import EMPTY, FULL, OWNERS, PERMISSIONS, READERS, TROUBLED, House
from harness.binary import ROOT

LANGUAGES = ("pt", "es", "en")

# Words that the three languages, or the platform in all three, write alike.
SAME = {
    "Ponte", "ponte", "Total", "Token", "JSON", "SKU", "CPF", "CNPJ", "ID", "VTEX", "Pix", "PIX", "API", "SQLite", "PostgreSQL", "OMS",
    "utm_source", "utm_campaign", "Custom", "Sandbox", "E-mail", "HTTPS", "URL", "CEP", "Visa", "Mastercard", "Hub", "Mercado Livre", "Boleto",
}


class LanguageTests(unittest.TestCase):
    def test_no_text_is_the_same_in_all_languages(self):
        with Chromium() as chromium, House(60) as house:
            house.make_client(EMPTY, chromium)
            data = self.words_of_the_data(house)
            seen = {language: self.collect(chromium, house, language) for language in LANGUAGES}

        pages = [set(texts) for texts in seen.values()]
        self.assertGreaterEqual(len(pages[0]), 50, "too few pages were read")
        self.assertEqual(pages[0] ^ pages[1] | pages[0] ^ pages[2], set(), "each language should have been taken to the same pages")
        wrong = {}
        for page in sorted(pages[0]):
            for text in set.intersection(*(seen[language][page] for language in LANGUAGES)):
                if not self.is_same_on_purpose(text, data):
                    wrong.setdefault(text, page)
        self.assertEqual(
            sorted(wrong), [], "the same in Portuguese, Spanish and English:\n" + "\n".join(f"{text!r} at {page}" for text, page in wrong.items())
        )

    def collect(self, chromium: Chromium, house: House, language: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}

        def look(name: str, visitor: Visitor) -> None:
            tag = visitor.page.evaluate("() => document.documentElement.lang")
            self.assertEqual(tag, {"pt": "pt-BR"}.get(language, language), f"{name} says that it is in another language")
            found.setdefault(name, set()).update(layout.texts(visitor.page))

        for walk in (tour.console_pages, tour.reader_pages, tour.admin_pages):
            visitor = chromium.visitor(language)
            walk(house, visitor, lambda name, visitor: look(re.sub(r"[?&]lang=..", "", name), visitor))
            visitor.close()
        return found

    def words_of_the_data(self, house: House) -> set[str]:
        """Everything that the stores themselves say: it stands on the pages as it is."""
        words: set[str] = set()

        def add(value) -> None:
            if isinstance(value, dict):
                for name, each in value.items():
                    add(name)
                    add(each)
            elif isinstance(value, list):
                for each in value:
                    add(each)
            elif isinstance(value, str):
                words.update(re.findall(r"[^\W\d_]+", value.lower()))

        for store in (house.store, house.bad_store):
            add(store.account)
            add([dict(label=label, **{"role": key["role"]}) for label, key in store.keys.items()])
            for entry in store.platform("api/oms/pvt/orders?page=1&per_page=100")["list"]:
                add(store.platform(f"api/oms/pvt/orders/{entry['orderId']}"))
        # And what was read of the stores, as the API hands it out.
        for kind in ("orders", "customers", "addresses", "subscribers", "carts", "categories", "products", "skus", "prices", "stock",
                     "promotions", "coupons"):
            add(house.all_of(kind))
        add([FULL, TROUBLED, EMPTY, "ERP", "Avaliações", *OWNERS.values(), *READERS.values()])
        # The platform's own boxes and roles, and the cities of time zones, stand everywhere as they are called there.
        for pattern in ("Sources/Sandbox/Access/*.swift", "Sources/Web/Console/Connections/StoreZones.swift"):
            for file in ROOT.glob(pattern):
                add(re.findall(r'"([^"]*)"', file.read_text()))
        add([*PERMISSIONS, "Português Español English", "Nuvemshop Tiendanube Plug4Market ShowKase Meu Carrinho Via Casas Bahia UTC"])
        add("AcessoOMS OMS access Conteúdo Recursos genéricos para o Dynamic Storage vtexappkey owner")
        add([list(people) for people in (*OWNERS.values(), *READERS.values())])
        return words

    @staticmethod
    def is_same_on_purpose(text: str, data: set[str]) -> bool:
        if not re.search(r"[^\W\d_]{2}", text) or text in SAME:
            return True
        left = re.sub(r"\bfp_[0-9a-f]+|vtexappkey-[a-z]+-[A-Z]+", " ", text)
        for same in SAME:
            left = re.sub(rf"(?<!\w){re.escape(same)}(?!\w)", " ", left)
        return all(word in data for word in re.findall(r"[^\W\d_]{2,}", left.lower()))
