"""The page "Evidence" in a browser: found, copied, read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from conftest import Server, Visit

Open = Callable[..., "Visit"]
CASES = yaml.safe_load((Path(__file__).parents[1] / "citing/search/filter.yml").read_text("utf-8"))
SHOWN = ".s-evidence li li:not([hidden])"


@pytest.fixture(scope="module")
def address(evidence: Path, publish: Callable[[Path], str]) -> str:
    return publish(evidence) + "evidence/"


@pytest.fixture
def page(address: str, visit: Open) -> Page:
    page: Page = visit(address.removesuffix("evidence/")).page
    page.goto(address)
    expect(page.locator(".s-find")).to_be_visible()
    return page


def shown(page: Page) -> list[str]:
    return [text[2:-1] for text in page.locator(f"{SHOWN} > code").all_text_contents()]


def test_what_is_typed_finds_what_sourced_cite_finds(page: Page) -> None:
    field = page.get_by_role("searchbox", name="Words, a speaker")
    wrong = []
    for case in CASES:
        field.fill(case["type"])
        if sorted(shown(page)) != sorted(case["finds"].split()):
            wrong.append(f"{case['type']}: {shown(page)}")
    assert not wrong, "\n".join(wrong)


def test_the_number_of_hits_is_told_and_the_address_keeps_the_filter(page: Page) -> None:
    total = page.locator(SHOWN).count()
    page.get_by_role("searchbox", name="Words, a speaker").press_sequentially("brandt", delay=30)
    page.get_by_label("Kind", exact=True).select_option("figure")
    said = page.locator(".s-find [role=status]")
    expect(said).to_have_text(f"2 of {total} entries")
    expect(page).to_have_url(re.compile(r"\?find=brandt&kind=figure$"))
    page.reload()
    expect(page.get_by_role("searchbox", name="Words, a speaker")).to_have_value("brandt")
    assert shown(page) == ["250-crew-members", "60-per-cent"]
    # To the passage and back.
    page.locator(f"{SHOWN} a").first.click()
    expect(page).to_have_url(re.compile(r"/sources/post/#250-crew-members$"))
    expect(page.locator("mark:target")).to_be_in_viewport()
    page.go_back()
    expect(page.locator(SHOWN)).to_have_count(2)
    page.get_by_role("searchbox", name="Words, a speaker").press("Escape")
    page.get_by_label("Kind", exact=True).select_option("")
    expect(said).to_have_text(f"{total} entries")
    expect(page).to_have_url(re.compile(r"/evidence/$"))


def test_one_press_copies_and_says_so(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    entry = page.locator(SHOWN, has_text="[^14-hours]")
    for button, text in (
        ("Copy citation", "[^14-hours]"),
        ("Copy card", '--8<-- "figures.md:figure-14-hours"'),
    ):
        entry.get_by_role("button", name=f"{button} 14-hours").click()
        expect(page.locator(".s-find [role=status]")).to_have_text(f"Copied {text}")
        expect(entry.locator(".s-copy--done").last).to_have_text(button)
        assert page.evaluate("navigator.clipboard.readText()") == text


def test_it_copies_where_the_browser_gives_no_clipboard(address: str, visit: Open) -> None:
    page = visit(address.removesuffix("evidence/")).page
    # As over http in a local network.
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(address)
    page.get_by_role("button", name="Copy citation 14-hours").click()
    expect(page.locator(".s-find [role=status]")).to_have_text("Copied [^14-hours]")
    field = page.get_by_role("searchbox", name="Words, a speaker")
    field.fill("")
    field.press("Control+v")
    expect(field).to_have_value("[^14-hours]")


def test_all_works_from_the_keyboard_and_the_list_is_one_stop(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    field = page.get_by_role("searchbox", name="Words, a speaker")
    focused = page.locator(":focus")
    field.focus()
    keyboard = page.keyboard
    keyboard.type("lindqvist")
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.press("Tab")
    first, second = shown(page)[:2]
    expect(focused).to_have_accessible_name(f"Copy citation {first}")
    keyboard.press("ArrowDown")
    expect(focused).to_have_accessible_name(f"Copy citation {second}")
    keyboard.press("ArrowRight")
    keyboard.press("Enter")
    expect(page.locator(".s-find [role=status]")).to_contain_text("Copied --8<--")
    expect(focused).to_have_accessible_name(f"Copy card {second}")
    keyboard.press("End")
    expect(focused).to_have_accessible_name(f"Copy card {shown(page)[-1]}")
    # One stop: the next is behind the list.
    keyboard.press("Tab")
    assert not focused.evaluate("element => Boolean(element.closest('.s-evidence'))")
    keyboard.press("Shift+Tab")
    expect(focused).to_have_accessible_name(f"Copy card {shown(page)[-1]}")
    keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(field).to_have_value("lindqvist")
    keyboard.press("Escape")
    expect(field).to_have_value("")
    # The theme's own key for its search still works.
    keyboard.press("ArrowDown")
    keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()


def test_what_no_page_cites_is_a_list_of_its_own(page: Page) -> None:
    page.get_by_label("Not cited yet").check()
    keys = shown(page)
    assert keys[:2] == ["brandt-safe-respect", "250-crew-members"]
    assert not {"post", "lindqvist"} & {*keys}
    expect(page.locator(".s-evidence > li").first).to_contain_text("Not cited yet: compared, named speaker")
    expect(page).to_have_url(re.compile(r"\?uncited=1$"))


def test_five_thousand_entries_are_filtered_and_shown_a_part_at_a_time(
    evidence: Path, publish: Callable[[Path], str], visit: Open
) -> None:
    file = evidence / "evidence/index.html"
    start, listed, end = re.split(r"(?s)(?<=<ol class=\"s-evidence\">)(.*)(?=</ol>)", file.read_text("utf-8"))
    times = 5000 // listed.count("data-kind") + 1
    many = "".join(re.sub(r"\[\^([^\]]+)\]", rf"[^\1-x{n}]", listed) for n in range(times))
    (evidence / "many").mkdir()
    (evidence / "many/index.html").write_text(start + many + end, "utf-8")
    root = publish(evidence)
    page = visit(root).page
    page.goto(root + "many/")
    expect(page.locator(".s-find__count")).to_have_text(f"{many.count('data-kind'):,} entries")
    expect(page.locator(".s-evidence > li")).to_have_count(100)
    field = page.get_by_role("searchbox", name="Words, a speaker")
    field.fill("14 hours figure x17")
    assert shown(page) == ["14-hours-x17"]
    field.fill("14 hours")
    page.locator("#s-find-kind").select_option("figure")
    expect(page.locator(SHOWN)).to_have_count(100)
    field.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_text(f"Show the other {times - 100} passages")
    page.keyboard.press("Enter")
    expect(page.locator(SHOWN)).to_have_count(times)
    expect(page.locator(":focus")).to_have_accessible_name("Copy citation 14-hours-x100")


def test_without_scripts_the_list_is_there_to_read_and_to_follow(address: str, browser: Any) -> None:  # noqa: ANN401
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".s-find")).to_be_hidden()
    expect(page.locator("button:visible", has_text="Copy")).to_have_count(0)
    entry = page.locator(SHOWN, has_text="[^14-hours]")
    expect(entry).to_be_visible()
    entry.locator("a").click()
    expect(page).to_have_url(re.compile(r"/sources/morning-ferry/#14-hours$"))
    expect(page.locator("mark:target")).to_be_visible()
    context.close()


def test_all_that_fits_is_printed_and_nothing_to_press(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".s-find")).to_be_hidden()
    expect(page.locator(".s-copy:visible")).to_have_count(0)
    expect(page.locator(SHOWN).last).to_be_visible()


def test_it_is_not_in_the_index_of_the_theme_s_search(evidence: Path) -> None:
    assert "evidence/" not in (evidence / "search/search_index.json").read_text("utf-8")


def test_every_entry_leads_to_its_words_also_those_that_no_other_page_cites(evidence: Path) -> None:
    html = (evidence / "evidence/index.html").read_text("utf-8")
    links = re.findall(r'href="\.\./sources/([^/"]+)/#([^"]+)"', html)
    assert len(links) > 30
    pages = {source: (evidence / f"sources/{source}/index.html").read_text("utf-8") for source, _ in links}
    assert [(source, key) for source, key in links if f'id="{key}"' not in pages[source]] == []


@pytest.mark.parametrize("start", ["", "timeline/"])
def test_it_works_on_a_page_that_was_loaded_by_the_theme(
    start: str, shipped: Path, publish: Callable[[Path], str], visit: Open
) -> None:
    root = publish(shipped)
    page = visit(root).page
    page.goto(root + start)
    for _ in range(2):
        page.locator("nav.md-tabs a", has_text="Evidence").click()
        expect(page.locator(".s-find")).to_be_visible()
        page.locator("#s-find").fill("settlements")
        assert 0 < page.locator(SHOWN).count() < 20
        page.locator("nav.md-tabs a", has_text="People").click()
        expect(page.locator("h1")).to_contain_text("People")


def test_what_is_left_is_right_after_each_edit(
    site_with_evidence: Path, serve: Callable[[Path], Server]
) -> None:
    server = serve(site_with_evidence)

    def left(html: str) -> bool:
        passage = html.partition("[^salo-bread-two]")[0].rpartition('<p class="s-text">')[2]
        return "Not cited yet" in passage

    server.wait("evidence/", left)
    page = site_with_evidence / "docs/index.md"
    text = page.read_text("utf-8")
    page.write_text(text + "\nBread is short.[^salo-bread-two]\n", "utf-8")
    server.wait("evidence/", lambda html: "salo-bread-two" in html and not left(html))
    page.write_text(text, "utf-8")
    server.wait("evidence/", left)
