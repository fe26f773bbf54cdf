from pathlib import Path

import pytest
import yaml

from sourced.extraction.quotations import agents, cues, marks, subjects, words
from sourced.reading import article

CASES = yaml.safe_load(Path(__file__).with_name("agents").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_only_who_can_speak_promises_threatens_and_forecasts(case: dict[str, str | bool]) -> None:
    before, verb, after = str(case["text"]).split("*")
    cut = article.read(before + verb + after)
    (sentence,) = words.sentences(cut, marks.scan(cut.text, cut.paragraphs))
    cue = next(cue for cue in cues.find(sentence.words) if sentence.words[cue.first].start == len(before))
    source = subjects.subject(sentence.words, cue.first)
    assert source is not None
    assert agents.fits(sentence.words, source, cue) == case["fits"]
