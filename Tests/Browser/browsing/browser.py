"""Debian's Chromium, and people who look at pages with it."""
import os
import shutil
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Response, sync_playwright

# A page that takes longer is broken, even on a busy machine with a debug build.
PATIENCE_MILLISECONDS = 180_000

TAGS = {"pt": "pt-BR", "es": "es-AR", "en": "en-GB"}
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


class Chromium:
    """One browser process; visitors are strangers to one another."""

    def __enter__(self) -> "Chromium":
        path = shutil.which("chromium")
        if path is None:
            raise AssertionError("chromium is nowhere: `make test` installs it")
        self.playwright = sync_playwright().start()
        # Chromium's own sandbox does not run as root.
        as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
        self.browser: Browser = self.playwright.chromium.launch(
            executable_path=path, args=[*as_root, "--disable-dev-shm-usage", "--disable-gpu"]
        )
        return self

    def visitor(self, language: str = "pt", size: dict = WIDE, dark: bool = False, scripts: bool = True,
                keeps_answers: bool = False) -> "Visitor":
        return Visitor(self.browser, language, size, dark, scripts, keeps_answers)

    def __exit__(self, *_) -> None:
        self.browser.close()
        self.playwright.stop()


class Visitor:
    """Somebody with cookies of his own. Whatever goes wrong in the browser meanwhile is kept in `troubles`."""

    def __init__(self, browser: Browser, language: str, size: dict, dark: bool, scripts: bool, keeps_answers: bool):
        self.context = browser.new_context(
            locale=TAGS[language], viewport=size, color_scheme="dark" if dark else "light", java_script_enabled=scripts,
            timezone_id="America/Sao_Paulo", reduced_motion="reduce",
        )
        self.context.set_default_timeout(PATIENCE_MILLISECONDS)
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.language = language
        self.troubles: list[str] = []
        # What the servers answered, by address, when asked to keep it; and what was gone before it could be read.
        self.keeps_answers = keeps_answers
        self.answers: list[tuple[str, bytes]] = []
        self.lost: list[str] = []
        self.context.on("console", self._console)
        self.context.on("weberror", lambda error: self.troubles.append(f"script: {error.error}"))
        self.context.on("requestfailed", self._failed)
        self.context.on("response", self._answered)
        self.page: Page = self.context.new_page()

    def open(self, url: str, expecting: int = 200) -> Page:
        """Goes there; another status than the expected is a failure."""
        answer = self.page.goto(url)
        if answer is None or answer.status != expecting:
            raise AssertionError(f"{url} answered {answer and answer.status}, not {expecting}")
        return self.page

    @property
    def path(self) -> str:
        parts = urlsplit(self.page.url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def close(self) -> None:
        self.context.close()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning"):
            return
        if "Failed to load resource" in message.text and message.location.get("url") == message.page.url:
            # The page itself has an error's status: `open` has compared it.
            return
        self.troubles.append(f"console, at {message.page.url}: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure and "ERR_ABORTED" in request.failure:
            # A part was being fetched anew when the page was left.
            return
        self.troubles.append(f"{request.method} {request.url}: {request.failure}")

    def _answered(self, answer: Response) -> None:
        if self.keeps_answers and answer.status != 204 and not 300 <= answer.status < 400:
            try:
                self.answers.append((answer.url, answer.body()))
            except Error:
                self.lost.append(f"{answer.request.method} {answer.url}")
        if answer.status >= 400 and not answer.request.is_navigation_request():
            self.troubles.append(f"{answer.request.method} {answer.url}: {answer.status}")
