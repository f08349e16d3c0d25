"""Without a mouse: whatever can be clicked is reached by Tab, in the order of the page, seen, and left again."""
import unittest

from browsing import tour
from browsing.browser import PHONE, WIDE, Chromium
from browsing.house import FULL, OWNERS, TROUBLED, House
from browsing.installation import PASSWORD

# What Tab must reach, in the order of the document: of radio buttons one for each group, and nothing in closed details.
_REACHABLE = """() => {
    const groups = new Set();
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((element) => {
        if (element.disabled || element.tabIndex < 0 || element.type === "hidden") return false;
        if (element.closest("details:not([open])") && element.tagName !== "SUMMARY") return false;
        if (element.getClientRects().length === 0 || getComputedStyle(element).visibility === "hidden") return false;
        if (element.type === "radio") {
            const checked = document.querySelector(`input[type=radio][name="${element.name}"]:checked`);
            if (checked ? checked !== element : groups.has(element.name)) return false;
            groups.add(element.name);
        }
        return true;
    }).map((element, number) => {
        element.dataset.testNumber = number;
        const text = element.getAttribute("aria-label") || element.textContent.trim() || element.name || element.tagName;
        return text.replace(/\\s+/g, " ").slice(0, 50);
    });
}"""

# Puts the focus before everything, whatever the page has given it to.
_TOP = """() => {
    const top = document.createElement("span");
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    top.remove();
    window.scrollTo(0, 0);
}"""

# Where the focus is: the number given above, and what is wrong with how it is shown.
_FOCUS = """() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const troubles = [];
    // A box or a radio button may be outlined by the label around it.
    const outlined = [element, element.closest("label")].some((at) => {
        if (!at) return false;
        const style = getComputedStyle(at);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
    if (!outlined) troubles.push("has no outline");
    const box = element.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) troubles.push("has no size");
    if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) troubles.push("is outside of the window");
    else {
        const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
        const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 1);
        const top = document.elementFromPoint(x, y);
        if (top && !element.contains(top) && !top.contains(element) && !(element.closest("label") || element).contains(top))
            troubles.push(`is covered by <${top.tagName.toLowerCase()} class="${top.className}">`);
    }
    return { number: element.dataset.testNumber === undefined ? -1 : Number(element.dataset.testNumber),
             kind: element.type || element.tagName, html: element.outerHTML.slice(0, 120), troubles };
}"""


class KeyboardTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.chromium = Chromium().__enter__()
        cls.addClassCleanup(cls.chromium.__exit__)
        cls.house = House(60).__enter__()
        cls.addClassCleanup(cls.house.__exit__)

    def setUp(self):
        self.visitor = self.chromium.visitor("pt")
        self.addCleanup(self.visitor.close)
        self.page = self.visitor.page
        self.url = self.house.ponte.url

    def walk(self, name: str) -> None:
        """From the top of the page to its end by Tab, and back over the last one."""
        page = self.page
        # Parts that are fetched anew would take the numbers with them.
        page.route("**/live", lambda route: route.fulfill(status=204))
        wanted = page.evaluate(_REACHABLE)
        page.evaluate(_TOP)
        reached, kinds = [], {}
        for _ in range(3 * len(wanted) + 20):
            page.keyboard.press("Tab")
            focus = page.evaluate(_FOCUS)
            if focus is None:
                break
            number = focus["number"]
            if number == 0 and len(reached) == len(wanted):
                # Without a window of its own the browser goes on from the top.
                break
            where = f"{name}: {wanted[number] if number >= 0 else focus['html']}"
            self.assertEqual(focus["troubles"], [], where)
            if reached and reached[-1] == number and focus["kind"] in ("date", "time", "month"):
                # A date has a place for day, month and year.
                continue
            self.assertNotIn(number, reached, f"{where} is reached a second time: the focus goes round in a circle")
            reached.append(number)
        else:
            self.fail(f"{name}: Tab does not come to an end")
        names = [wanted[number] if number >= 0 else "(not in the list)" for number in reached]
        self.assertEqual(names, wanted, f"{name}: Tab reaches other things, or in another order, than the page has them")
        page.keyboard.press("Shift+Tab")
        if page.evaluate(_FOCUS) is None:
            page.keyboard.press("Shift+Tab")
        back = page.evaluate(_FOCUS)
        self.assertEqual(back and back["number"], reached[-1], f"{name}: Shift+Tab does not come back")

    def test_every_main_page_is_walked_through(self):
        self.page.goto(f"{self.url}/sign-in")
        self.walk("/sign-in")
        self.house.sign_in(self.visitor)
        pages = ["/clients", "/settings", "/settings/members"]
        for name in (FULL, TROUBLED):
            client = tour.client_path(self.house, self.visitor, name)
            pages += [client + part for part in ("", "/connections", "/connections/new", "/orders", "/activity", "/keys")]
            found = tour.links(self.visitor.open(f"{self.url}{client}/connections"))
            connection = next(path for path in found if tour.pattern_of(path) == "/o/{}/connections/{}")
            pages += [connection, f"{connection}/credential", f"{connection}/pause"]
        found = tour.links(self.visitor.open(f"{self.url}{client}/orders"))
        order = next(path for path in found if tour.pattern_of(path) == "/o/{}/orders/{}")
        pages += [order, f"{order}/source"]
        for path in pages:
            with self.subTest(page=path):
                self.visitor.open(self.url + path)
                self.walk(path)
        for path in (pages[0], pages[3], f"{client}/orders", order):
            with self.subTest(page=path, on="a phone"):
                self.page.set_viewport_size(PHONE)
                self.visitor.open(self.url + path)
                self.walk(f"{path} on a phone")
        self.page.set_viewport_size(WIDE)

    def test_every_screen_of_the_sandbox_is_walked_through(self):
        base = f"{self.house.store.base_url}/admin/{self.house.store.account}"
        for path in ("", "/roles", "/roles/new", "/keys", "/keys/new", "/users", "/users/new", "/orders", "/faults", "/account"):
            with self.subTest(page=path):
                self.visitor.open(base + path)
                self.walk(f"/admin{path}")

    def test_the_skip_link_leads_to_the_content(self):
        self.house.sign_in(self.visitor)
        for url in (f"{self.url}/settings", f"{self.house.store.base_url}/admin/{self.house.store.account}/roles"):
            with self.subTest(page=url):
                page = self.visitor.open(url)
                page.keyboard.press("Tab")
                skip = page.locator(":focus")
                self.assertEqual(skip.get_attribute("class"), "skip", "the first Tab should reach the skip link")
                self.assertTrue(page.evaluate("() => document.activeElement.getBoundingClientRect().top >= 0"), "it should be seen")
                page.keyboard.press("Enter")
                page.keyboard.press("Tab")
                self.assertTrue(
                    page.evaluate("() => document.activeElement.closest('main') !== null"), f"{url}: the next Tab should be in the content"
                )

    def test_forms_are_sent_by_enter(self):
        page = self.visitor.open(f"{self.url}/sign-in")
        # The first field has the focus by itself.
        page.keyboard.type(OWNERS["pt"][0])
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/sign-in" not in url)

        client = tour.client_path(self.house, self.visitor, FULL)
        self.visitor.open(f"{self.url}{client}/orders")
        page.get_by_role("searchbox").focus()
        page.keyboard.type("nobody has this name")
        page.keyboard.press("Enter")
        page.wait_for_url("**/orders?q=nobody*")
        page.get_by_role("heading", name="Nenhum pedido corresponde à busca").wait_for()

    def tearDown(self):
        self.assertEqual(self.visitor.troubles, [])
