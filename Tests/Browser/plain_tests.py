"""Without JavaScript: everything but what moves by itself."""
import unittest

from browsing import layout, tour
from browsing.browser import Chromium
from browsing.house import EMPTY, FULL, House


class WithoutScriptsTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.chromium = Chromium().__enter__()
        cls.addClassCleanup(cls.chromium.__exit__)
        cls.house = House(60).__enter__()
        cls.addClassCleanup(cls.house.__exit__)
        cls.house.make_client(EMPTY, cls.chromium)

    def setUp(self):
        self.visitor = self.chromium.visitor("pt", scripts=False)
        self.addCleanup(self.visitor.close)
        self.page = self.visitor.page
        self.url = self.house.ponte.url
        # Signing in is itself a form without a script.
        self.house.sign_in(self.visitor)

    def test_orders_are_searched_filtered_paged_and_opened(self):
        client = tour.client_path(self.house, self.visitor, FULL)
        page = self.visitor.open(f"{self.url}{client}")
        page.get_by_role("navigation", name="Menu principal").get_by_role("link", name="Pedidos").click()
        first = page.get_by_role("rowheader").first.get_by_role("link").inner_text()
        page.get_by_role("link", name="Próxima").click()
        page.wait_for_url("**after=*")
        self.assertNotEqual(page.get_by_role("rowheader").first.get_by_role("link").inner_text(), first)

        page.get_by_label("Status").select_option(label="Faturado")
        page.get_by_role("button", name="Buscar").click()
        page.wait_for_url("**status=invoiced*")
        badges = page.get_by_role("main").locator("tbody .badge").all_inner_texts()
        self.assertEqual(set(badges), {"Faturado"})

        page.get_by_role("searchbox").fill(first)
        page.get_by_label("Status").select_option(label="Qualquer")
        page.get_by_role("button", name="Buscar").click()
        page.get_by_role("link", name=first, exact=True).click()
        page.get_by_role("heading", level=1).filter(has_text=first).wait_for()
        page.get_by_role("link", name="Fonte").click()
        page.get_by_text('"orderId"').first.wait_for()

    def test_a_connection_is_paused_resumed_and_checked(self):
        client = tour.client_path(self.house, self.visitor, FULL)
        page = self.visitor.open(f"{self.url}{client}/connections")
        page.get_by_role("link", name=self.house.store.account).click()
        page.get_by_role("link", name="Pausar").click()
        page.get_by_role("button", name="Pausar").click()
        page.get_by_role("button", name="Retomar").click()
        page.get_by_role("link", name="Pausar").wait_for()
        page.get_by_role("button", name="Verificar agora").click()
        page.get_by_text("Última verificação").wait_for()

    def test_the_language_is_changed(self):
        page = self.visitor.open(f"{self.url}/settings")
        page.get_by_label("Idioma").select_option(label="Español")
        page.get_by_role("button", name="Salvar").first.click()
        page.get_by_role("heading", level=1, name="Ajustes").wait_for()
        page.get_by_label("Idioma").select_option(label="Português")
        page.get_by_role("button", name="Guardar").first.click()
        page.get_by_role("button", name="Salvar").first.wait_for()

    def test_no_button_waits_for_a_script(self):
        """Buttons that only a script can serve are not there."""
        client = tour.client_path(self.house, self.visitor, FULL)
        page = self.visitor.open(f"{self.url}{client}/keys")
        self.assertEqual(page.locator("button[type=button]:visible").count(), 0)
        self.assertEqual(layout.troubles(page), [])

    def tearDown(self):
        self.assertEqual(self.visitor.troubles, [])
