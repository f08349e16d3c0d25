"""What a shopper does in the shop window, as the shopkeeper sees it in Ponte: a cart that was left and bought after all, and a consent given and
withdrawn."""
import time
import unittest
from collections.abc import Callable

from browsing.browser import Chromium
from browsing.installation import OWNER, PASSWORD, Installation
from harness.sandbox import Sandbox
from playwright.sync_api import Page

CLIENT = "Casa Amarela"
SHOPPER = ("conceicao.avila@example.com", "Conceição", "Ávila Prado")
# The store is looked through once a minute.
PATIENCE_SECONDS = 300


class ShopperTests(unittest.TestCase):
    def test_a_cart_is_left_and_bought_and_a_consent_changes(self):
        with Sandbox(40, seed=5, arguments=("--no-limits",)) as self.store, Installation() as self.ponte, Chromium() as chromium:
            key = self.store.keys["ponte-store"]
            self.ponte.sync(self.store, CLIENT, key["appKey"], key["appToken"], streams=None)
            self.ponte.add_member(OWNER, "Ana Souza", "owner", "pt")
            self.ponte.serve()
            self.shopkeeper = chromium.visitor("pt")
            self.sign_in()

            shopper = chromium.visitor("pt")
            self.fill_a_cart(shopper.page)
            shopper.page.get_by_role("button", name="Sair e deixar o carrinho para trás").click()
            self.open_the_shopper()
            self.see_the_cart()
            self.see_the_consent("sim")

            later = chromium.visitor("pt")
            self.leave_the_list(later.page)
            self.see_the_consent("não")
            self.see_that_it_was_withdrawn()

            buyer = chromium.visitor("pt")
            self.buy(buyer.page)
            self.see_that_the_cart_was_bought()
            troubles = self.shopkeeper.troubles + shopper.troubles + later.troubles + buyer.troubles
            self.assertEqual(troubles, [])

    def sign_in(self) -> None:
        page = self.shopkeeper.open(f"{self.ponte.url}/sign-in")
        page.locator("input[type=email]").fill(OWNER)
        page.locator("input[type=password]").fill(PASSWORD)
        page.get_by_role("button", name="Entrar", exact=True).click()
        page.wait_for_url(lambda url: "/sign-in" not in url)

    def fill_a_cart(self, page: Page) -> None:
        """Up to the question of where to, and back to the cart: the store knows by then whose it is."""
        page.goto(f"{self.store.base_url}/shop/{self.store.account}")
        page.locator(".card:not(:has(.tag)) a").first.click()
        page.get_by_role("button", name="Adicionar ao carrinho").click()
        page.get_by_role("link", name="Fechar pedido").click()
        page.get_by_role("link", name="Preencher com uma pessoa inventada").click()
        for field, value in zip(("email", "firstName", "lastName"), SHOPPER):
            page.locator(f"#{field}").fill(value)
        page.locator("input[name=newsletter]").check()
        page.get_by_role("button", name="Continuar", exact=True).click()
        page.wait_for_load_state()
        page.goto(f"{self.store.base_url}/shop/{self.store.account}/cart")

    def buy(self, page: Page) -> None:
        self.fill_a_cart(page)
        page.goto(f"{self.store.base_url}/shop/{self.store.account}/checkout/address")
        page.get_by_role("button", name="Continuar", exact=True).click()
        page.get_by_label("Cartão de crédito").check()
        page.get_by_role("button", name="Fazer o pedido").click()
        self.order = page.locator("dl.totals code").first.text_content() or ""

    def leave_the_list(self, page: Page) -> None:
        page.goto(f"{self.store.base_url}/shop/{self.store.account}")
        page.get_by_label("Seu e-mail").fill(SHOPPER[0])
        page.get_by_role("button", name="Não quero mais receber").click()
        page.get_by_text("você não receberá mais").wait_for()

    def open_the_shopper(self) -> None:
        page = self.shopkeeper.page
        page.get_by_role("link", name="Dados", exact=True).click()
        page.get_by_label("Buscar por nome ou nº").fill("conceicao avila")
        page.get_by_role("button", name="Buscar").click()
        found = page.get_by_role("link", name="Conceição Ávila Prado")
        self.reload_until(lambda: found.count() == 1, "the shopper among the customers")
        found.click()
        page.get_by_role("heading", level=1, name="Conceição Ávila Prado").wait_for()
        page.get_by_text(SHOPPER[0]).first.wait_for()

    def see_the_cart(self) -> None:
        page = self.shopkeeper.page
        carts = page.locator("section[aria-labelledby=kind-cart]").get_by_role("link")
        self.reload_until(lambda: carts.count() == 1, "the cart on the shopper's page")
        carts.click()
        page.get_by_role("heading", level=1, name="Conceição Ávila Prado").wait_for()
        page.get_by_text("parou", exact=True).first.wait_for()
        page.locator("section[aria-labelledby=kind-customer]").get_by_role("link").click()

    def see_that_the_cart_was_bought(self) -> None:
        page = self.shopkeeper.page
        page.locator("section[aria-labelledby=kind-customer]").get_by_role("link").click()
        closed = page.locator("section[aria-labelledby=kind-cart]").get_by_text("fechado por um pedido")
        self.reload_until(lambda: closed.count() == 1, "the cart closed by the order")
        page.locator("section[aria-labelledby=orders]").get_by_role("link", name=self.order).wait_for()
        page.locator("section[aria-labelledby=kind-cart]").get_by_role("link").click()
        page.locator(".timeline li", has_text="Fechado por um pedido").wait_for()
        page.locator("section[aria-labelledby=details]").get_by_role("link", name=self.order).click()
        page.get_by_text(self.order).first.wait_for()
        page.get_by_text(SHOPPER[2]).first.wait_for()

    def see_the_consent(self, answer: str) -> None:
        page = self.shopkeeper.page
        consent = page.locator("section[aria-labelledby=kind-subscriber]").get_by_text(f"inscrito: {answer}")
        self.reload_until(lambda: consent.count() == 1, f"inscrito: {answer}")

    def see_that_it_was_withdrawn(self) -> None:
        page = self.shopkeeper.page
        page.locator("section[aria-labelledby=kind-subscriber]").get_by_role("link").click()
        page.locator(".timeline li", has_text="inscrito:").filter(
            has=page.locator("del", has_text="sim")).filter(has=page.locator("ins", has_text="não")).wait_for()

    def reload_until(self, is_there: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_there():
            self.assertLess(time.monotonic(), deadline, f"never seen: {what}")
            time.sleep(2)
            self.shopkeeper.page.reload()
