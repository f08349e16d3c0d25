"""axe-core, on a page as it stands."""
from importlib.resources import files

from playwright.sync_api import Page

_SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text()
# Everything that axe knows, the sizes of WCAG 2.2 among it, which it leaves off by itself.
_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_CONTRAST = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}


def troubles(page: Page, only_contrast: bool = False) -> list[str]:
    """What axe finds, one line for each element."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_SCRIPT)
    found = page.evaluate("options => axe.run(document, options)", _CONTRAST if only_contrast else _OPTIONS)
    return [
        f"axe {rule['id']}: {' '.join(map(str, node['target']))}: {' '.join(node['failureSummary'].split())} in {node['html'][:200]}"
        for rule in found["violations"] for node in rule["nodes"]
    ]
