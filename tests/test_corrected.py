"""What editors corrected, all the way: the dossier, footnotes, what is said of keys that are gone."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from sourced import pipeline
from sourced.citing import checks, footnotes

POST = """Ferry crews strike

The harbour council closed the northern quays on 17 March 2025.

“Nobody should steer a ship alone,” said Marta Lindqvist, chair of the union. She counted 412 crew members.
"""
WIRE = """Quays shut

The harbour council closed the northern quays on 17 March 2025, said Tobias Brandt, a spokesman.
"""
SOURCES = """sources:
  - {file: post.txt, date: 2025-03-18}
  - {file: wire.txt, date: 2025-03-19}
sides:
  - {key: crews, name: The crews}
corrections:
"""
EVENT = "2025-03-17-harbour-council-closed"


def make(folder: Path, corrections: str) -> pipeline.Made:
    for name, text in {"post.txt": POST, "wire.txt": WIRE, "dossier.yml": SOURCES + corrections}.items():
        (folder / name).write_text(text, "utf-8")
    return pipeline.make(folder)


def test_an_event_that_two_sources_tell_can_be_two(tmp_path: Path) -> None:
    made = make(tmp_path, f"  - split: {EVENT}\n    sources: [wire]\n")
    assert made.findings == ()
    events = {event.key: [passage.source for passage in event.evidence] for event in made.dossier.events}
    assert events == {EVENT: ["post"], f"{EVENT}-wire": ["wire"]}
    assert events != {event.key: 2 for event in make(tmp_path, "").dossier.events}


@pytest.mark.parametrize(
    ("correction", "key", "note"),
    [
        (
            "change: lindqvist-nobody-steer\n    speaker: brandt\n    reason: The wire has it right.",
            "lindqvist-nobody-steer",
            "the program had Marta Lindqvist. Their reason: The wire has it right.",
        ),
        (
            "change: 412-crew-members\n    date: 2025-03",
            "412-crew-members",
            "The editors gave this its date; the program had none.",
        ),
        (f"change: {EVENT}\n    planned: yes", EVENT, "The editors say that this is planned"),
        ("change: lindqvist\n    side: crews", "lindqvist", "The editors say which side this is on"),
        ("change: lindqvist\n    roles: []", "lindqvist.1", "had this called: chair of the union"),
        (
            "change: lindqvist\n    kind: body",
            "lindqvist",
            "The editors say what this is; the program had a person",
        ),
    ],
)
def test_a_footnote_says_what_the_editors_corrected(
    correction: str, key: str, note: str, tmp_path: Path
) -> None:
    made = make(tmp_path, f"  - {correction}\n")
    assert made.findings == ()
    assert note in unescape(footnotes.definition(key, made.ground().index))


def test_a_page_that_cites_what_is_gone_is_told_by_which_line(tmp_path: Path) -> None:
    made = make(tmp_path, "  - drop: 412-crew-members\n  - merge: [lindqvist, brandt]\n")
    page = "A.[^412-crew-members]\n\nB.[^brandt]\n\nC.[^brandt.1]\n"
    assert [str(finding) for finding in checks.check("p.md", page, made.ground()).findings] == [
        (
            'p.md:1:3: S001 "412-crew-members" is dropped in dossier.yml, line 7: '
            "cite something else, or take that correction out"
        ),
        'p.md:3:3: S001 "brandt" is merged into "lindqvist" in dossier.yml, line 8: cite "lindqvist"',
        'p.md:5:3: S001 "brandt.1" is merged into "lindqvist" in dossier.yml, line 8: cite "lindqvist"',
    ]


def test_a_card_of_what_is_gone_is_told_as_a_citation_of_it(tmp_path: Path) -> None:
    made = make(tmp_path, "  - drop: 412-crew-members\n")
    page = '--8<-- "figures.md:figure-412-crew-members"\n'
    assert [str(finding) for finding in checks.check("p.md", page, made.ground()).findings] == [
        (
            'p.md:1:9: "figures.md" has no section "figure-412-crew-members": "412-crew-members" is dropped '
            "in dossier.yml, line 7: cite something else, or take that correction out"
        )
    ]


def test_lines_are_those_of_the_file_as_it_is_now(tmp_path: Path) -> None:
    made = make(tmp_path, "  - drop: 412-crew-members\n")
    path = tmp_path / "dossier.yml"
    path.write_text(f"# ours\n{path.read_text('utf-8')}", "utf-8")
    assert [one.line for one in pipeline.make(tmp_path, made).dossier.corrections] == [8]
