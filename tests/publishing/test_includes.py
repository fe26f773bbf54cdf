from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import markdown
import msgspec
import pytest

from sourced.model import Correction, Dossier, Side
from sourced.publishing import includes
from sourced.publishing.labels import section

from .conftest import ALONE, site_extensions

Render = Callable[[str], str]
FILES = {
    "quotations.md",
    "figures.md",
    "people.md",
    "timeline.md",
    "claims.md",
    "sources.md",
    "summary.md",
    "corrections.md",
    "evidence.md",
    "overview.md",
}


def _text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def _cited(markdown: str) -> list[str]:
    return re.findall(r"\]\(cite:([^)]+)\)", markdown)


@pytest.fixture
def made(dossier: Dossier) -> dict[str, str]:
    return includes.render(dossier)


def test_there_is_a_file_for_each_kind(made: dict[str, str]) -> None:
    assert set(made) == FILES


def test_the_same_dossier_gives_the_same_files(dossier: Dossier, made: dict[str, str]) -> None:
    assert includes.render(dossier) == made


def test_each_link_leads_to_a_key_of_the_dossier(dossier: Dossier, made: dict[str, str]) -> None:
    known = {
        record.key
        for field in dossier.__struct_fields__
        for record in getattr(dossier, field)
        if not isinstance(record, Side)
    }
    for text in made.values():
        assert set(_cited(text)) <= known


def test_nothing_of_a_template_is_left(made: dict[str, str]) -> None:
    for text in made.values():
        assert not re.search(r"\{[{%]|[%}]\}|None\b", text)


@pytest.mark.parametrize(
    ("file", "kind", "key"),
    [
        ("quotations.md", "quotation", "lindqvist-nobody-should"),
        ("figures.md", "figure", "412-crew-members"),
        ("people.md", "person", "lindqvist"),
        ("timeline.md", "event", "crews-walked-out"),
        ("claims.md", "comparison", "crew-members"),
        ("sources.md", "source", "post"),
    ],
)
def test_each_card_can_be_included_by_its_key(
    made: dict[str, str], tmp_path: Path, file: str, kind: str, key: str
) -> None:
    (tmp_path / file).write_text(made[file], "utf-8")
    names, options = site_extensions()
    options["pymdownx.snippets"] = {"base_path": [str(tmp_path)], "check_paths": True}
    page = f'--8<-- "{file}:{section(key, kind)}"'
    html = markdown.markdown(page, extensions=names, extension_configs=options)
    assert f'href="cite:{key}"' in html or "cite:412-crew-members" in html
    assert "8<" not in html


def test_a_card_whose_key_begins_with_a_digit_has_a_section_that_snippets_can_name(
    made: dict[str, str],
) -> None:
    assert section("412-crew-members", "figure") == "figure-412-crew-members"
    assert "[start:figure-412-crew-members]" in made["figures.md"]


def test_whole_files_render_without_their_section_marks(made: dict[str, str], tmp_path: Path) -> None:
    for name, text in made.items():
        (tmp_path / name).write_text(text, "utf-8")
    names, options = site_extensions()
    options["pymdownx.snippets"] = {"base_path": [str(tmp_path)], "check_paths": True}
    for name in made:
        page = markdown.markdown(f'--8<-- "{name}"', extensions=names, extension_configs=options)
        assert "8<" not in page
        assert "markdown=" not in page
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids))


def test_a_direct_quotation_stands_in_marks_with_its_speaker_side_and_source(
    made: dict[str, str], render: Render
) -> None:
    card = _text(render(made["quotations.md"]).split("</figure>")[0])
    assert "“Nobody should steer a ship alone”" in card
    assert "Marta Lindqvist , union secretary" in card
    assert "The crews" in card
    assert "17 March 2025" in card
    assert "Harbour Post, 18 March 2025" in card


def test_a_clause_that_is_quoted_in_part_stands_in_its_sentence(made: dict[str, str], render: Render) -> None:
    html = render(made["quotations.md"])
    assert "Lindqvist called <mark>the offer “thin soup”</mark>." in html


def test_a_source_without_publisher_is_named_by_its_title(made: dict[str, str], render: Render) -> None:
    assert "Crews of the ferries walked out on …" in _text(render(made["quotations.md"]))


def test_a_figure_stands_in_its_sentence(made: dict[str, str], render: Render) -> None:
    html = render(made["figures.md"])
    assert "who counts <mark>412 crew members</mark> on strike." in html


def test_a_person_has_a_heading_that_pages_can_link_to(made: dict[str, str], render: Render) -> None:
    html = render(made["people.md"])
    assert '<h3 id="lindqvist">' in html
    assert "union secretary" in html


def test_persons_and_bodies_stand_apart(made: dict[str, str], render: Render) -> None:
    persons, bodies = render(made["people.md"]).split('<h2 id="bodies">')
    assert "Marta Lindqvist" in persons
    assert "Marta Lindqvist" not in bodies
    assert "<h3" in bodies


def test_an_event_has_its_day_and_all_its_sources(made: dict[str, str], render: Render) -> None:
    html = render(made["timeline.md"])
    assert '<time datetime="2025-03-17">' in html
    assert "Monday 17 March 2025" in _text(html)
    assert _cited(made["timeline.md"]) == ["crews-walked-out", "gazette"]


def test_what_is_planned_stands_apart(dossier: Dossier, render: Render) -> None:
    event = msgspec.structs.replace(dossier.events[0], key="later", planned=True, text="talks are to be held")
    html = render(
        includes.render(msgspec.structs.replace(dossier, events=(*dossier.events, event)))["timeline.md"]
    )
    happened, planned = html.split("Planned or expected")
    assert "talks are to be held" in planned
    assert "talks are to be held" not in happened


def test_accounts_stand_beside_each_other_and_nobody_is_called_right(
    made: dict[str, str], render: Render
) -> None:
    html = render(made["claims.md"])
    card = _text(html.split("s-accounts")[0])
    assert "The accounts differ" in card
    assert card.index("412 crew members") < card.index("290 crew members")
    assert "Worked out here, in no source: 412 ÷ 290 = 1.4" in card


def test_a_side_that_says_nothing_is_said_to_say_nothing(dossier: Dossier, render: Render) -> None:
    one = msgspec.structs.replace(
        dossier.comparisons[0], claims=("412-crew-members",), relation="one side only"
    )
    html = render(includes.render(msgspec.structs.replace(dossier, comparisons=(one,)))["claims.md"])
    assert "No statement in these sources from The company." in html


def test_speakers_on_no_side_stand_beside_the_sides(dossier: Dossier, render: Render) -> None:
    quotations = tuple(msgspec.structs.replace(q, side=None) for q in dossier.quotations)
    html = render(includes.render(msgspec.structs.replace(dossier, quotations=quotations))["claims.md"])
    assert "Others, on no side" in html


def test_the_spread_of_the_evidence_is_counted(made: dict[str, str], render: Render) -> None:
    table = _text(render(made["claims.md"]).split('id="spread"')[1])
    assert "Harbour Post 1 1" in table
    assert "All 2 1" in table


def test_articles_of_one_publisher_are_told_apart_by_their_day(dossier: Dossier, render: Render) -> None:
    sources = tuple(
        msgspec.structs.replace(one, publisher="Harbour Post", date=date(2025, 3, 18 + number))
        for number, one in enumerate(dossier.sources)
    )
    html = render(includes.render(msgspec.structs.replace(dossier, sources=sources))["claims.md"])
    table = _text(html.split('id="spread"')[1])
    assert "Harbour Post, 18 March 2025 1 1 Harbour Post, 19 March 2025 1 0" in table


def test_nothing_is_said_of_sides_where_there_are_none(dossier: Dossier, render: Render) -> None:
    neutral = msgspec.convert(
        msgspec.to_builtins(dossier) | {"sides": (), "comparisons": ()}, Dossier, strict=False
    )
    for name in ("claims.md", "overview.md"):
        assert "no side" not in _text(render(includes.render(neutral)[name])).lower().replace("no sides", "")


def test_the_summary_counts(made: dict[str, str], render: Render) -> None:
    words = _text(render(made["summary.md"]))
    assert words.startswith("2 sources 2 quotations 0 reported statements 2 figures 1 person 1 dated event")


def test_the_overview_sets_the_disputed_figures_side_by_side(made: dict[str, str], render: Render) -> None:
    words = _text(render(made["overview.md"]))
    assert "From 2 articles , 18 March 2025 : Harbour Post" in words
    assert "Crew members on strike The crews 412 crew members" in words


def corrected(dossier: Dossier, kind: str, *keys: str, was: str | None = None) -> dict[str, str]:
    one = {"entry": 0, "kind": kind, "keys": keys, "was": was, "reason": "We asked her."}
    corrections = (msgspec.convert(one | {"passage": msgspec.to_builtins(ALONE)}, Correction),)
    return includes.render(msgspec.structs.replace(dossier, corrections=corrections))


@pytest.mark.parametrize(
    ("file", "kind", "was", "says"),
    [
        ("quotations.md lindqvist-nobody-should", "speaker", "Eva Horn", "the program had Eva Horn."),
        ("quotations.md lindqvist-nobody-should", "speaker", None, "the program had nobody."),
        ("figures.md 412-crew-members", "date", "2025-03-17", "the program had 17 March 2025."),
        ("people.md lindqvist", "merge", "M. Lindqvist", "the program had “M. Lindqvist” apart."),
        ("people.md the-company lindqvist", "split", "The company", "what the program had in “The company”."),
        ("timeline.md crews-walked-out", "headline", None, "The headline is the editors’"),
    ],
)
def test_what_an_editor_corrected_is_said_beside_it_with_the_reason(
    dossier: Dossier, file: str, kind: str, was: str | None, says: str
) -> None:
    file, *keys = file.split()
    made = corrected(dossier, kind, *keys, was=was)
    for name in (file, "corrections.md"):
        words = unescape(_text(made[name]))
        assert says in words
        assert "Their reason: We asked her." in words
    assert "1 correction by the editors" in unescape(_text(made["summary.md"])).replace("  ", " ")


def test_a_claim_that_an_editor_corrected_is_marked_among_the_others(
    dossier: Dossier, render: Render
) -> None:
    made = corrected(dossier, "speaker", "412-crew-members", was="Eva Horn")
    assert _text(render(made["claims.md"])).count("(corrected by the editors)") == 1
    assert _text(render(made["overview.md"])).count("(corrected by the editors)") == 1


def test_what_was_dropped_is_listed_with_its_source(dossier: Dossier, render: Render) -> None:
    made = corrected(dossier, "drop", was="38 sailings")["corrections.md"]
    assert "38 sailings The editors took this out. Their reason: We asked her." in _text(render(made))
    assert _cited(made) == ["post"]


def test_an_editors_headline_stands_over_the_words_of_the_source(dossier: Dossier, render: Render) -> None:
    event = msgspec.structs.replace(dossier.events[0], headline="Crews *walk* out")
    made = includes.render(msgspec.structs.replace(dossier, events=(event,)))
    told = unescape(_text(render(made["timeline.md"])))
    assert "Crews *walk* out The crews walked out on Monday" in told
    assert "Crews *walk* out" in unescape(_text(render(made["overview.md"])))


def test_what_an_editor_writes_in_dossier_yml_is_text_and_no_markup(dossier: Dossier, render: Render) -> None:
    evil = '<img src=x onerror="alert(1)"> [x](javascript:alert(1)) --8<-- "x"'
    event = msgspec.structs.replace(dossier.events[0], headline=evil)
    one = Correction(entry=0, kind="drop", keys=(), passage=ALONE, was=evil, reason=evil)
    other = Correction(entry=1, kind="merge", keys=("lindqvist",), passage=ALONE, was=evil, reason=evil)
    made = includes.render(msgspec.structs.replace(dossier, events=(event,), corrections=(one, other)))
    for text in made.values():
        html = render(text)
        assert "<img" not in html
        assert 'href="javascript' not in html


def test_articles_with_nothing_in_them_make_pages_that_say_so(dossier: Dossier, render: Render) -> None:
    empty = Dossier(dossier.sources, (), (), (), (), (), (), (), ())
    made = includes.render(empty)
    assert set(made) == FILES
    assert "No quotation was found" in render(made["quotations.md"])
    assert "Nobody is named" in render(made["people.md"])
    assert "No statement was found" in render(made["claims.md"])
    overview = render(made["overview.md"])
    for words in ("No sides are set", "No dated event", "Nobody who speaks"):
        assert words in overview


def test_without_articles_each_page_says_once_where_they_go(dossier: Dossier, render: Render) -> None:
    made = includes.render(Dossier((), dossier.sides, (), (), (), (), (), (), ()))
    for page in ("quotations", "people", "timeline", "claims", "figures", "sources"):
        assert render(made[f"{page}.md"]).count("No articles yet: put them into the folder") == 1


def test_without_sides_nobody_is_said_to_have_none(dossier: Dossier, render: Render) -> None:
    made = includes.render(msgspec.structs.replace(dossier, sides=()))
    for text in made.values():
        assert "no side" not in render(text)


def test_words_of_a_seed_are_dead_in_every_file(dossier: Dossier, render: Render) -> None:
    evil = '<img src=x onerror="alert(1)"> [x](javascript:alert(1)) {: onclick=y } --8<-- "x" </div>\n\n# <b>'

    def poison(record: object) -> object:
        return msgspec.json.decode(
            msgspec.json.encode(record).replace(b"Marta Lindqvist", msgspec.json.encode(evil)[1:-1])
        )

    poisoned = msgspec.convert(poison(dossier), Dossier)
    for text in includes.render(poisoned).values():
        html = render(text)
        assert "<img" not in html
        assert "<b>" not in html
        assert 'href="javascript' not in html
        assert " onclick=" not in re.sub(r">[^<]*<", "><", html)
