"""What is cut, hidden or out of reach on a page as it stands."""
from playwright.sync_api import Page

_CUT = """() => {
    const troubles = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) troubles.push(`the page is ${root.scrollWidth} px wide, the window ${root.clientWidth} px`);
    const name = (element) => {
        const text = (element.textContent || "").trim().replace(/\\s+/g, " ").slice(0, 60);
        return `<${element.tagName.toLowerCase()}${element.className && element.className.baseVal === undefined ? ` class="${element.className}"` : ""}> “${text}”`;
    };
    const scrolls = (element) => {
        for (let at = element; at && at !== document.body; at = at.parentElement) {
            const style = getComputedStyle(at);
            if (style.overflowX === "auto" || style.overflowX === "scroll") return true;
            // Meant for the ear only.
            if (style.clipPath.startsWith("inset(50%") || style.clip.startsWith("rect(")) return true;
        }
        return false;
    };
    for (const element of document.body.querySelectorAll("*")) {
        if (element.closest("svg") || element.closest("details:not([open]) > :not(summary)")) continue;
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) continue;
        const style = getComputedStyle(element);
        if (style.visibility === "hidden" || scrolls(element)) continue;
        if (style.position !== "fixed" && (box.right > root.clientWidth + 1 || box.left < -1) && box.bottom > 0)
            troubles.push(`${name(element)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px`);
        // What is typed into a field scrolls within it.
        if (element.matches("input, textarea, select")) continue;
        const clips = style.overflowX === "hidden" || style.overflowX === "clip";
        if (clips && style.textOverflow !== "ellipsis" && element.scrollWidth > element.clientWidth + 1)
            troubles.push(`${name(element)} is cut at ${element.clientWidth} of ${element.scrollWidth} px`);
        if (element.tagName === "BUTTON" || element.matches("a.button, .menu a, .badge, .tag")) {
            if (element.scrollWidth > element.clientWidth + 1) troubles.push(`the text of ${name(element)} leaves it`);
        }
    }
    return troubles.slice(0, 10);
}"""

# What stands on a page for a person: texts, and the attributes that are read out or shown.
_TEXTS = """() => {
    const texts = new Set();
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent && !parent.closest("script, style, code, pre, [lang]:not(html)")) texts.add(walker.currentNode.data);
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title], [alt], [data-say], [data-copied]")) {
        for (const name of ["aria-label", "placeholder", "title", "alt", "data-say", "data-copied"]) {
            if (element.hasAttribute(name) && !element.closest("[lang]:not(html)")) texts.add(element.getAttribute(name));
        }
    }
    return [...texts].map((text) => text.trim().replace(/\\s+/g, " ")).filter((text) => text);
}"""


def troubles(page: Page) -> list[str]:
    return page.evaluate(_CUT)


def texts(page: Page) -> set[str]:
    return set(page.evaluate(_TEXTS))
