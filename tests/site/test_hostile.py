"""A seed that is full of code: whatever stands in it shows as text, and nothing of it comes alive."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Visit

# What a script, an event handler or a link of the seed would call.
TRAP = "window.alive = () => { window.came_alive = true }"
# What HTML can run, and what only the words of the seed would have made on these pages.
MADE = (
    "script, iframe, svg[onload], img, i[onmouseover], table:not([class]), input, kbd, del, ins, code, "
    ".arithmatex, .admonition, .emojione, .twemoji, .critic, #injected, "
    "a[href*='example.com'], a[href^='mailto:'], abbr[title*=config]"
)
ALIVE = """made => [
    ...[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a =>
        a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value))),
    ...document.querySelector('article').querySelectorAll(made),
    ...[...document.scripts].filter(s => s.textContent.includes('alive')),
].map(e => e.outerHTML.slice(0, 200))"""


def test_nothing_of_it_comes_alive(
    hostile: Path, publish: Callable[[Path], str], visit: Callable[..., Visit]
) -> None:
    address = publish(hostile)
    page = visit(address).page
    page.add_init_script(TRAP)
    page.on("dialog", lambda dialog: dialog.dismiss())
    for path in ("", "sources/hostile/"):
        page.goto(address + path)
        for link in page.locator("article a.footnote-ref").all()[:5]:
            link.hover()
        page.wait_for_timeout(300)
        assert page.evaluate(ALIVE, MADE) == []
        assert not page.evaluate("window.came_alive")
        assert "SECRET" not in page.locator("article").inner_text()
        assert "Hyper Text" not in page.content().replace("Hyper Text {{", "")


def test_nothing_of_it_comes_alive_in_the_list_of_the_evidence(
    hostile: Path, publish: Callable[[Path], str], visit: Callable[..., Visit]
) -> None:
    address = publish(hostile)
    page = visit(address).page
    page.add_init_script(TRAP)
    page.goto(address + "list/")
    assert page.locator(".s-evidence li li").count() > 10
    # The filter has fields and keys of its own, and the list the keys to cite.
    assert page.evaluate(ALIVE, MADE.replace("input, kbd, ", "").replace("code, ", "")) == []
    assert not page.locator(".s-evidence :is(input, kbd), .s-text code, .s-evidence a code").count()
    assert not page.evaluate("window.came_alive")
    assert "SECRET" not in page.locator("article").inner_text()


def test_a_tooltip_of_the_theme_shows_the_words_and_runs_nothing(
    hostile: Path, publish: Callable[[Path], str], visit: Callable[..., Visit]
) -> None:
    # The theme shows titles that it cuts short, and the titles of links, as HTML.
    address = publish(hostile)
    page = visit(address, width=1280).page
    page.add_init_script(TRAP)
    for path in ("", "sources/hostile/"):
        page.goto(address + path)
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(400)
        cut = ".md-ellipsis, [class$=ellipsis], article a.s-who"
        for element in [e for e in page.locator(cut).all() if e.is_visible()][:12]:
            element.hover(force=True)
            page.wait_for_timeout(350)
        assert page.evaluate(ALIVE, MADE) == []
        assert not page.locator(".md-tooltip2 :is(img, i, b, script, svg)").count()
        assert not page.evaluate("window.came_alive")


def test_it_shows_as_text_to_the_letter(
    hostile: Path, publish: Callable[[Path], str], visit: Callable[..., Visit]
) -> None:
    address = publish(hostile)
    page = visit(address).page
    page.goto(f"{address}sources/hostile/")
    shown = squeezed(page.locator("article").evaluate("e => e.textContent"))
    seed = (Path(__file__).with_name("hostile") / "seeds/hostile.txt").read_text("utf-8")
    for line in filter(None, seed.splitlines()):
        assert squeezed(line) in shown


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
