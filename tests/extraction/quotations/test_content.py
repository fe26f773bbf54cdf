from pathlib import Path

import pytest
import yaml

from sourced.extraction.quotations import content, cues, marks, subjects, words
from sourced.reading import article

CASES = yaml.safe_load(Path(__file__).with_name("content").joinpath("behind.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_is_said_begins_and_ends_where_the_speaker_does(case: dict[str, str | None]) -> None:
    cut = article.read(str(case["text"]))
    (sentence,) = words.sentences(cut, marks.scan(cut.text, cut.paragraphs))
    stops = {cue.first: cue for cue in cues.find(sentence.words)}
    cue = next(iter(stops.values()))
    part = content.after(sentence.words, cue, stops, subjects.subordinate(sentence.words, cue.first))
    surface = part and cut.text[sentence.words[part[0]].start : sentence.words[part[1] - 1].end]
    assert surface == case["content"]
