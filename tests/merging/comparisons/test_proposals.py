"""Topics that the program proposes: words of two sides or sources for what may be one thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from sourced.merging import dossier
from sourced.merging.comparisons import proposals
from sourced.model import Editorial

Case = Mapping[str, Any]
Built = Callable[[Case], tuple[Any, Editorial]]
SIDES = [
    {"key": "fr", "name": "France", "countries": ["FR"]},
    {"key": "de", "name": "Germany", "countries": ["DE"]},
]


def proposed(
    built: Built, one: Case, other: Case, *, sources: int = 1, topics: object = ()
) -> list[tuple[str, ...]]:
    """The words proposed for what a French and a German speaker count, in one source or in two."""
    speakers = (("Ann Petit", "French minister"), ("Karl Beck", "German minister"))
    where = "along the river were flooded"
    parts = [
        {
            "text": f"{role} {name} said {figure['words']} {figure.get('rest', where)}.",
            "entities": [{"name": name, "roles": [role]}],
            "quotations": [
                {"content": figure["words"], "source": f"{role} {name}", "name": name, "cue": "said"}
            ],
            "figures": [{key: value for key, value in figure.items() if key != "rest"}],
        }
        for (name, role), figure in zip(speakers, (one, other), strict=True)
    ]
    if sources == 1:
        joined = {
            key: [item for part in parts for item in part[key]]
            for key in ("entities", "quotations", "figures")
        }
        seeds = [{"key": "post", "text": "\n\n".join(str(part["text"]) for part in parts), **joined}]
    else:
        seeds = [{"key": f"s{number}", **part} for number, part in enumerate(parts)]
    pairs, editorial = built({"seeds": seeds, "editorial": {"sides": SIDES, "topics": list(topics)}})  # type: ignore[call-overload]
    return [found.topic.counted for found in proposals.find(dossier.merge(pairs, editorial), editorial)]


def count(number: int, thing: str, **more: Any) -> Case:  # noqa: ANN401
    return {"words": f"{number} {thing}", "value": number, "counted": thing, **more}


def test_two_sides_that_count_neighbouring_things(built: Built) -> None:
    assert proposed(built, count(74, "villages"), count(28, "towns")) == [("villages", "towns")]


def test_two_sides_with_one_head_and_other_words_before_it(built: Built) -> None:
    found = proposed(built, count(74, "hill villages"), count(28, "border villages"))
    assert found == [("hill villages", "border villages")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The same words need no tie.
        (count(74, "villages"), count(28, "villages")),
        # Things that nobody takes for one.
        (count(74, "villages"), count(28, "tanks")),
        # A part of a whole is no count of all.
        (count(117, "raids"), {**count(17, "attacks"), "of": 23}),
        # Nothing around them is the same.
        (count(74, "villages", rest="lie in ruins"), count(28, "towns", rest="hold a fair")),
    ],
)
def test_what_is_not_proposed(one: Case, other: Case, built: Built) -> None:
    assert proposed(built, one, other) == []


def test_what_a_topic_ties_already_is_not_proposed_and_a_new_word_joins_it(built: Built) -> None:
    figures = count(74, "villages"), count(28, "towns")
    tied = [{"name": "Places", "counted": ["villages", "towns"]}]
    assert proposed(built, *figures, topics=tied) == []
    some = [{"name": "Places", "counted": ["villages"]}]
    assert proposed(built, *figures, topics=some) == [("villages", "towns")]
