"""Everything that is looked at on one page."""
from playwright.sync_api import Page

from . import axe, layout
from .browser import PHONE, WIDE


def troubles(name: str, page: Page, both_ways: bool = False) -> list[str]:
    """Light on a wide screen and dark on a phone; with `both_ways` the colours of the two others as well."""
    found = []

    def see(how: str, what: list[str]) -> None:
        found.extend(f"{name}, {how}: {trouble}" for trouble in what)

    page.emulate_media(color_scheme="light")
    see("wide", layout.troubles(page))
    see("light and wide", axe.troubles(page))
    page.set_viewport_size(PHONE)
    see("phone", layout.troubles(page))
    page.emulate_media(color_scheme="dark")
    see("dark on a phone", axe.troubles(page))
    if both_ways:
        page.emulate_media(color_scheme="light")
        see("light on a phone", axe.troubles(page, only_contrast=True))
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(WIDE)
        see("dark and wide", axe.troubles(page, only_contrast=True))
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)
    return found
