"""What pages can cite: quotations, terms and figures with passage, speaker and selector."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sourced.model import Dossier

Case = Mapping[str, Any]
Merged = Callable[[Case], Dossier]


def seed(text: str, **found: object) -> Case:
    return {"seeds": [{"key": "herald", "text": text, **found}]}


def test_a_quotation_over_several_sentences_has_all_of_them_and_its_cue_as_passage(merged: Merged) -> None:
    text = "It rained. “We stay. We will not go,” Ann Lee said. Then it was dry."
    quotation = {
        "content": "We stay. We will not go",
        "kind": "direct",
        "source": "Ann Lee",
        "cue": "said",
        "name": "Ann Lee",
    }
    [found] = merged(seed(text, entities=[{"name": "Ann Lee"}], quotations=[quotation])).quotations
    assert found.passage.text == "“We stay. We will not go,” Ann Lee said."
    assert (found.key, found.speaker, found.attribution, found.cue) == (
        "lee-stay-go",
        "lee",
        "Ann Lee",
        "said",
    )


def test_speech_that_carries_on_keeps_to_its_own_paragraph(merged: Merged) -> None:
    text = "“We stay,” Ann Lee said.\n\n“We will not go.”"
    quotations = [
        {"content": "We stay", "kind": "direct", "source": "Ann Lee", "cue": "said", "name": "Ann Lee"},
        {"content": "We will not go", "kind": "direct", "source": "Ann Lee @ 0", "name": "Ann Lee"},
    ]
    found = merged(seed(text, entities=[{"name": "Ann Lee"}], quotations=quotations)).quotations
    assert [one.passage.text for one in found] == ["“We stay,” Ann Lee said.", "“We will not go.”"]
    assert [one.speaker for one in found] == ["lee", "lee"]


def test_a_source_that_is_nobody_known_has_its_words_and_no_speaker(merged: Merged) -> None:
    quotation = {"content": "the gates stay shut", "source": "Two French officials", "cue": "said"}
    case = seed("Two French officials said the gates stay shut.", quotations=[quotation])
    sides = [{"key": "france", "name": "France", "countries": ["FR"]}]
    [found] = merged({**case, "editorial": {"sides": sides}}).quotations
    assert (found.key, found.speaker, found.attribution) == (
        "officials-gates-stay",
        None,
        "Two French officials",
    )
    assert found.side == "france"


def test_a_name_inside_other_words_for_the_source_is_not_the_speaker(merged: Merged) -> None:
    quotation = {"content": "the gates stay shut", "source": "A friend of Ann Lee", "cue": "said"}
    text = "A friend of Ann Lee said the gates stay shut."
    [found] = merged(seed(text, entities=[{"name": "Ann Lee"}], quotations=[quotation])).quotations
    assert found.speaker is None


def test_a_figure_that_nobody_says_has_no_speaker(merged: Merged) -> None:
    text = "Ann Lee said the gates stay shut. There are 74 towns on the coast."
    quotation = {"content": "the gates stay shut", "source": "Ann Lee", "cue": "said", "name": "Ann Lee"}
    figure = {"words": "74 towns", "value": 74.0, "counted": "towns"}
    case = seed(text, entities=[{"name": "Ann Lee"}], quotations=[quotation], figures=[figure])
    [found] = merged(case).figures
    assert (found.key, found.speaker, found.counted) == ("74-towns", None, "towns")
    assert found.passage.text == "There are 74 towns on the coast."


def test_a_selector_has_32_characters_on_each_side(merged: Merged) -> None:
    text = "A very long sentence comes before the “scare” words, and another rather long one follows them."
    [found] = merged(seed(text, terms=["scare"])).terms
    assert found.selector.prefix == text[text.index("scare") - 32 : text.index("scare")]
    assert found.selector.suffix == text[text.index("scare") + 5 : text.index("scare") + 37]
    assert (found.key, found.kind, found.speaker) == ("scare", "term", None)
