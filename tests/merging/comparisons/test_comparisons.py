"""Claims about the same thing beside each other, never a verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sourced.model import Dossier

Case = Mapping[str, Any]


def seeds(claims: list[list[Any]]) -> list[Case]:
    """Each claim is said by a spokesman of its side, in its own source."""
    return [
        {
            "key": f"source-{source.lower()}",
            "text": f"Spokesman {side.title()} said {said}.",
            "entities": [{"name": side.title(), "kind": "body"}],
            "quotations": [
                {"content": said, "source": f"Spokesman {side.title()}", "cue": "said", "name": side.title()}
            ],
            "figures": figures,
        }
        for source, side, said, *figures in claims
    ]


def test_cases(comparisons_case: Case, merged: Callable[[Case], Dossier]) -> None:
    wrong = []
    for case in comparisons_case["cases"]:
        editorial = comparisons_case["editorial"] | {"topics": case.get("topics", [])}
        found = merged({"seeds": seeds(case["claims"]), "editorial": editorial})
        compared = [[c.topic, c.relation, c.derived] for c in found.comparisons]
        numbers = [len(c.claims) for c in found.comparisons]
        if compared != case["compared"] or numbers != [case.get("claims_compared", n) for n in numbers]:
            wrong.append((case["about"], compared))
    assert wrong == []


def quoted(key: str, said: str, speaker: str = "Ann Lee", kind: str = "direct") -> Case:
    return {
        "key": key,
        "text": f"“{said},” said {speaker}.",
        "entities": [{"name": speaker}],
        "quotations": [{"content": said, "kind": kind, "source": speaker, "cue": "said", "name": speaker}],
    }


def relations(found: Dossier) -> list[tuple[str, str]]:
    return [(c.topic, c.relation) for c in found.comparisons]


def test_the_same_words_of_one_speaker_in_two_sources(merged: Callable[[Case], Dossier]) -> None:
    found = merged(
        {
            "seeds": [
                quoted("a", "It is extremely hard and tense here now"),
                quoted("b", "extremely hard and tense"),
            ]
        }
    )
    assert relations(found) == [("extremely hard and tense", "same words")]


def test_the_same_words_of_two_speakers_are_no_comparison(merged: Callable[[Case], Dossier]) -> None:
    found = merged(
        {"seeds": [quoted("a", "We will not go back"), quoted("b", "We will not go back", "Bob Ray")]}
    )
    assert relations(found) == []


def test_two_words_are_not_enough(merged: Callable[[Case], Dossier]) -> None:
    found = merged({"seeds": [quoted("a", "very hard"), quoted("b", "very hard")]})
    assert relations(found) == []


def test_words_that_one_source_tells_without_marks(merged: Callable[[Case], Dossier]) -> None:
    said = "We will not go back to work until all are paid"
    told = "the miners will not go back to work until they are paid"
    found = merged({"seeds": [quoted("a", said), quoted("b", told, kind="indirect")]})
    assert relations(found) == [(said, "same words")]


def test_what_two_sources_tell_without_marks_are_nobody_s_words(merged: Callable[[Case], Dossier]) -> None:
    told = "the miners will not go back to work until they are paid"
    found = merged({"seeds": [quoted("a", told, kind="indirect"), quoted("b", told, kind="indirect")]})
    assert relations(found) == []
