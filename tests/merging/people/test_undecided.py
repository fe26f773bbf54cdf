"""S008: two spellings that may be one person, where only an editor can tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import pytest

from sourced.merging import dossier
from sourced.merging.people import undecided
from sourced.model import Editorial

Case = Mapping[str, Any]
Built = Callable[[Case], tuple[Any, Editorial]]


def found(built: Built, *names: str, **editorial: object) -> list[str]:
    """The findings for seeds that name one person each."""
    case = {
        "seeds": [
            {
                "key": f"s{n}",
                "text": f"The port closed.\n\nAll said {name} spoke.",
                "entities": [{"name": name}],
            }
            for n, name in enumerate(names)
        ],
        "editorial": editorial,
    }
    pairs, told = built(case)
    texts = {seed.source.key: seed.article.text for seed, _ in pairs}
    return [str(one) for one in undecided.find(dossier.merge(pairs, told), told, texts, "seeds")]


def test_both_spellings_their_places_and_the_two_lines_to_paste_are_given(built: Built) -> None:
    (finding,) = found(built, "Ann Hartmann", "Ann Hartman")
    assert finding == (
        'seeds/s1.txt:3:10: S008 "Ann Hartman" (All said Ann Hartman spoke.) may be '
        '"Ann Hartmann" (seeds/s0.txt:3:10: All said Ann Hartmann spoke.): '
        'under corrections in seeds/dossier.yml, "- merge: [hartmann, hartman]" makes them one, '
        '"- apart: [hartmann, hartman]" leaves them two'
    )


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["Ann Hartmann", "Eva Hartman"], 0),
        (["Ann Hartmann", "Ann Hartmann"], 0),
        (["John King", "John King Jr."], 1),
        (["John King", "Mary King Jr."], 0),
        # The surname alone is one of the two, or a third one.
        (["Ann Smith", "John Smith", "Smith"], 2),
        (["Ann Smith", "Smith"], 0),
        # Of three who may all be one, each is asked about once.
        (["Ann Hartmann", "Ann Hartman", "Ann Hartmani"], 2),
        (["Ann Smith", "Mr. Smith"], 0),
    ],
)
def test_only_what_may_be_one_is_asked_about(names: list[str], pairs: int, built: Built) -> None:
    assert len(found(built, *names)) == pairs


@pytest.mark.parametrize(
    "decision",
    [
        {"corrections": [{"merge": ["hartmann", "hartman"]}]},
        {"corrections": [{"apart": ["hartman", "hartmann"]}]},
        {"people": [{"name": "Ann Hartmann"}, {"name": "Ann Hartman"}]},
        {"people": [{"name": "Ann Hartmann", "also": ["Ann Hartman"]}]},
    ],
    ids=str,
)
def test_what_an_editor_decided_is_asked_no_more(decision: dict[str, object], built: Built) -> None:
    assert found(built, "Ann Hartmann", "Ann Hartman", **decision) == []


def test_the_lines_to_paste_decide(built: Built) -> None:
    (finding,) = found(built, "Ann Hartmann", "Ann Hartman")
    for line in finding.split('"')[-4::2]:
        action, keys = line.removeprefix("- ").split(": ")
        entry = {action: keys.strip("[]").split(", ")}
        assert found(built, "Ann Hartmann", "Ann Hartman", corrections=[entry]) == []
        assert msgspec.convert([entry], tuple[dict[str, tuple[str, str]], ...])


def test_one_entry_decides_on_no_pair(built: Built) -> None:
    assert len(found(built, "Ann Hartmann", "Ann Hartman", people=[{"name": "Ann Hartmann"}])) == 1
