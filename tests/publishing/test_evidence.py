from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import msgspec

from sourced.model import Dossier
from sourced.publishing import entries, evidence, includes


def listed(dossier: Dossier, *uncited: str) -> str:
    return evidence.render(entries.collect(dossier), uncited, sides=bool(dossier.sides))


def test_a_passage_stands_once_with_all_that_can_be_cited_of_it(dossier: Dossier) -> None:
    html = listed(dossier)
    first = html[: html.index("</ul>")]
    assert first.count("Nobody should steer a ship alone,” said") == 1
    for key in ("lindqvist-nobody-should", "412-crew-members", "crew-members"):
        assert f"<code>[^{key}]</code>" in first
        assert f'href="cite:{key}"' in first
    assert html.count("<code>") == len(entries.collect(dossier))


def test_what_no_page_cites_says_so_and_what_makes_it_strong(dossier: Dossier) -> None:
    html = listed(dossier, "290-crew-members")
    assert html.count("Not cited yet") == 1
    assert (
        "<b>Not cited yet</b>: compared, named speaker, on a side, with a figure"
        in html[html.index("290 crew") :]
    )


def test_the_words_of_a_seed_are_text(dossier: Dossier) -> None:
    bad = '<script>alert(1)</script> "quoted" & \x07'
    first, *rest = dossier.quotations
    passage = msgspec.structs.replace(first.passage, text=bad)
    party = msgspec.structs.replace(dossier.people[0], name=bad, names=(bad, bad), roles=(bad,))
    html = listed(
        msgspec.structs.replace(
            dossier, quotations=(msgspec.structs.replace(first, passage=passage), *rest), people=(party,)
        )
    )
    assert "<script" not in html
    assert '<script>alert(1)</script> "quoted" & ' in unescape(html)
    assert all('"' not in value for value in re.findall(r'data-also="([^"]*)"', html))


def test_the_include_has_the_filter_and_the_place_of_the_list(
    dossier: Dossier, render: Callable[[str], str]
) -> None:
    html = render(includes.render(dossier)[evidence.NAME])
    assert evidence.PLACE in html
    assert re.search(r'<form class="s-find"[^>]* hidden>', html)
    assert '<option value="figure">Figures</option>' in html
    assert "style=" not in html
    assert "<script" not in html
