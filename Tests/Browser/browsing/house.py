"""An installation with something of everything: what the pages look like when there is much, little, nothing and trouble."""
import json

from harness.sandbox import Sandbox

from .browser import Chromium, Visitor
from .installation import PASSWORD, Installation

# The seed is fixed: pages and pictures show the same store each time.
SEED = 5
FULL, TROUBLED, EMPTY = "Casa Amarela", "Loja do Bairro", "Livraria Nova"
SUBMIT = {"pt": "Entrar", "es": "Ingresar", "en": "Sign in"}
OWNERS = {"pt": ("ana@example.com", "Ana Souza"), "es": ("lucia@example.com", "Lucía Gómez"), "en": ("emma@example.com", "Emma Clark")}
READERS = {"pt": ("rui@example.com", "Rui Lima"), "es": ("diego@example.com", "Diego Paz"), "en": ("john@example.com", "John Reed")}
PERMISSIONS = (
    "organizations.read", "connections.read", "connections.manage", "orders.read", "records.read", "people.read", "people.manage",
    "changes.read", "totals.read", "audit.read",
)


class House:
    """A client whose store is well, one whose store is not, one with nothing yet; an owner and a reader for each language."""

    def __init__(self, orders: int = 130):
        self.store = Sandbox(orders, seed=SEED, arguments=("--no-limits",))
        self.bad_store = Sandbox(60, seed=SEED + 1, arguments=("--no-limits", "--account", "lojabairro"))
        self.ponte = Installation()
        try:
            self._furnish()
        except BaseException:
            self.__exit__()
            raise

    def _furnish(self) -> None:
        ponte = self.ponte
        self._synced(self.store, FULL, self.store.owner_key, self.store.owner_token, streams=None)
        # Orders that cannot be read, and then a key that lost its right.
        key = self.bad_store.keys["ponte-orders"]
        entries = self.bad_store.platform("api/oms/pvt/orders?page=1&per_page=3&orderBy=creationDate,desc")["list"]
        for entry in entries:
            self.bad_store.control("faults", {"kind": "wrong-types", "route": "GetOrder", "path": f"/orders/{entry['orderId']}"})
        self._synced(self.bad_store, TROUBLED, key["appKey"], key["appToken"])
        for people, role in ((OWNERS, "owner"), (READERS, "reader")):
            for language, (email, name) in people.items():
                ponte.add_member(email, name, role, language)
        self.tokens = {
            "whole": self.make_key("ERP", *PERMISSIONS), "narrow": self.make_key("Avaliações", "orders.read"),
        }
        ponte.serve()

    def _synced(self, store: Sandbox, client: str, key: str, token: str, streams: str | None = "orders") -> None:
        ended = self.ponte.sync(store, client, key, token, streams)
        if ended.status != 0:
            raise AssertionError(f"the sync for {client}: {ended.text}")

    def make_client(self, name: str, chromium: Chromium) -> None:
        """A client with nothing yet: the console alone makes such."""
        visitor = chromium.visitor("en")
        self.sign_in(visitor)
        page = visitor.open(f"{self.ponte.url}/clients")
        page.get_by_label("Client's name").fill(name)
        page.get_by_role("button", name="Create client").click()
        page.get_by_role("heading", level=1, name=name).wait_for()
        visitor.close()

    def make_key(self, label: str, *permissions: str, client: str = FULL) -> str:
        flags = [part for name in permissions for part in ("--permission", name)]
        made = self.ponte.do("key", "create", "--organization", client, "--label", label, *flags, "--json")
        return json.loads(made)["token"]

    def all_of(self, kind: str) -> list[dict]:
        """Every record of a kind, as the API hands it out to a key that may read all."""
        items, cursor = [], ""
        while True:
            status, body = self.ponte.get(f"/api/v1/{kind}?limit=100{cursor}", self.tokens["whole"])
            if status != 200:
                raise AssertionError(f"{kind}: {status} {body!r}")
            page = json.loads(body)
            items += page["items"]
            if not page.get("next"):
                return items
            cursor = f"&cursor={page['next']}"

    def sign_in(self, visitor: Visitor, people: dict = OWNERS) -> None:
        page = visitor.open(f"{self.ponte.url}/sign-in")
        page.locator("input[type=email]").fill(people[visitor.language][0])
        page.locator("input[type=password]").fill(PASSWORD)
        page.get_by_role("button", name=SUBMIT[visitor.language], exact=True).click()
        page.wait_for_url(lambda url: "/sign-in" not in url)

    def __enter__(self) -> "House":
        return self

    def __exit__(self, *_) -> None:
        try:
            self.ponte.__exit__()
        finally:
            self.store.stop()
            self.bad_store.stop()
