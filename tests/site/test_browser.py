"""The shipped site in a browser, as a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from conftest import Visit

Open = Callable[..., "Visit"]
AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def address(shipped: Path, publish: Callable[[Path], str]) -> str:
    return publish(shipped)


def test_a_footnote_leads_to_the_marked_passage_and_back(address: str, visit: Open) -> None:
    page = visit(address).page
    page.goto(address)
    # A footnote of a passage, not of a whole source: its link has an anchor.
    to_passage = 'a[href*="sources/"][href*="#"]'
    note = page.locator(".footnote li", has=page.locator(to_passage)).first
    link = note.locator(to_passage)
    key = str(note.get_attribute("id")).removeprefix("fn:")
    reference = page.locator(f'a.footnote-ref[href$="#fn:{key}"]').first
    reference.click()
    expect(page).to_have_url(re.compile(r"#fn:"))
    link.click()
    expect(page).to_have_url(re.compile(rf"/sources/[^/]+/#{re.escape(key)}$"))
    mark = page.locator(f'mark[id="{key}"]')
    expect(mark).to_be_in_viewport()
    assert mark.inner_text().strip()

    back = page.locator(f'a[href$="#fnref:{key}"]').first
    back.click()
    expect(page).to_have_url(re.compile(rf"#fnref:{re.escape(key)}$"))
    expect(page.locator(f'sup[id="fnref:{key}"]')).to_be_in_viewport()


def test_a_footnote_shows_its_passage_in_a_tooltip(address: str, visit: Open) -> None:
    page = visit(address).page
    page.goto(address)
    reference = page.locator("article a.footnote-ref").first
    reference.scroll_into_view_if_needed()
    reference.hover()
    note = str(reference.get_attribute("href")).partition("#")[2]
    words = page.locator(f'li[id="{note}"] a').first.inner_text()
    expect(page.locator(".md-tooltip2--active")).to_contain_text(words)


@pytest.mark.parametrize("reach", ["hover", "focus"])
def test_a_name_says_who_it_is_to_the_mouse_and_to_the_keyboard(
    address: str, visit: Open, reach: str
) -> None:
    page = visit(address).page
    page.goto(address)
    name = page.locator("article a.s-who").first
    about = str(name.get_attribute("title"))
    name.scroll_into_view_if_needed()
    getattr(name, reach)()
    tooltip = page.locator(".md-tooltip2--active")
    expect(tooltip).to_have_text(about)
    expect(name).to_have_attribute("aria-describedby", str(tooltip.get_attribute("id")))


@pytest.mark.parametrize("told", ["a.s-who", "a.footnote-ref"])
def test_escape_puts_a_tooltip_away_and_leaves_the_focus(address: str, visit: Open, told: str) -> None:
    page = visit(address).page
    page.goto(address)
    link = page.locator(f"article {told}").first
    tooltip = page.locator(".md-tooltip2--active")
    link.focus()
    expect(tooltip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tooltip).to_be_hidden()
    expect(link).to_be_focused()
    # It comes back when it is asked for again.
    link.blur()
    expect(page.locator(".md-tooltip2")).to_have_count(0)
    link.focus()
    expect(tooltip).to_be_visible()


@pytest.mark.parametrize("path", ["", "timeline/", "people/", "claims/", "figures/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_stop_of_the_keyboard_is_seen(address: str, visit: Open, path: str, width: int) -> None:
    page = visit(address, width=width).page
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + path)
    for _ in range(20):
        page.keyboard.press("Tab")
        # The switch of the colours is drawn by its label.
        expect(page.locator(":focus:not(.md-option), .md-option:focus + label")).to_be_in_viewport()


def test_every_name_says_who_it_is(shipped: Path) -> None:
    for file in shipped.rglob("*.html"):
        names = re.findall(r"<a\b[^>]*\bs-who\b[^>]*>", file.read_text("utf-8"))
        assert [name for name in names if not re.search(r'\btitle="[^"]', name)] == [], file


@pytest.mark.parametrize("path", ["", "claims/", "sources/"])
def test_a_finger_hits_the_small_links(address: str, visit: Open, path: str) -> None:
    page = visit(address, width=390).page
    page.goto(address + path)
    small = "article :is(.s-byline, .s-more, .s-out, .footnote-ref, sup) a"
    heights = page.locator(small).evaluate_all(
        "links => links.map(link => link.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 24


def test_a_name_leads_to_its_entry_from_a_page_that_was_loaded_by_the_theme(
    address: str, visit: Open
) -> None:
    page = visit(address).page
    page.goto(address + "timeline/")
    page.locator("article a.s-who").first.click()
    expect(page).to_have_url(re.compile(r"/people/#"))
    page.locator("nav.md-tabs a", has_text="Overview").click()
    expect(page.locator(".s-headline")).to_be_visible()
    page.locator("article a.s-who").first.hover()
    expect(page.locator(".md-tooltip2--active")).to_be_visible()


def test_every_link_to_a_passage_lands_on_its_words(address: str, shipped: Path, visit: Open) -> None:
    links = {
        link
        for path in shipped.rglob("*.html")
        for link in re.findall(r'href="[^"]*sources/([^/"]+/#[^"]+)"', path.read_text("utf-8"))
    }
    assert links
    page = visit(address).page
    by_source: dict[str, list[str]] = {}
    for link in sorted(links):
        source, key = link.split("/#")
        by_source.setdefault(source, []).append(key)
    for source, keys in by_source.items():
        page.goto(f"{address}sources/{source}/")
        assert page.evaluate("keys => keys.filter(key => !document.getElementById(key))", keys) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_has_a_fault_that_axe_finds_or_scrolls_sideways(
    address: str, shipped: Path, visit: Open, width: int, dark: bool
) -> None:
    page = visit(address, width=width, dark=dark).page
    # Colours must be final when they are measured.
    page.emulate_media(reduced_motion="reduce")
    faults: list[str] = []
    for file in sorted(shipped.rglob("*.html")):
        path = file.relative_to(shipped).as_posix().removesuffix("index.html")
        page.goto(address + path)
        page.evaluate(AXE)
        result: dict[str, Any] = page.evaluate("axe.run()")
        faults += (
            f"/{path}: {fault['id']}: {fault['help']}: {node['html'][:150]}"
            for fault in result["violations"]
            for node in fault["nodes"]
        )
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"/{path}: scrolls sideways")
    assert not faults, "\n".join(faults)


def test_the_pages_can_be_read_without_scripts(address: str, browser: Any) -> None:  # noqa: ANN401
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("article h1")).to_be_visible()
    expect(page.locator(".footnote li").first).to_be_visible()
    name = page.locator("article a.s-who").first
    key = str(name.get_attribute("href")).partition("#")[2]
    name.click()
    entry = page.locator(".s-card", has=page.locator(f'h3[id="{key}"]'))
    expect(entry).to_be_visible()
    # The list of places folds, by keyboard too.
    places = entry.locator("details a")
    expect(places.first).to_be_hidden()
    entry.locator("summary").press("Enter")
    expect(places.first).to_be_visible()
    context.close()


def test_the_guide_for_editors_has_six_screens_at_most(address: str, visit: Open) -> None:
    page = visit(address).page
    page.goto(f"{address}guide/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 6 * 900
