from pathlib import Path

import pytest
import yaml

from sourced.extraction.quotations import marks, subjects, words
from sourced.reading import article

CASES = yaml.safe_load(Path(__file__).with_name("subjects").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_whole_noun_phrase_that_speaks_is_read(case: dict[str, str | None]) -> None:
    before, verb, after = str(case["text"]).split("*")
    cut = article.read(before + verb + after)
    *_, sentence = words.sentences(cut, marks.scan(cut.text, cut.paragraphs))
    cue = next(k for k, word in enumerate(sentence.words) if word.start == len(before))
    found = subjects.subject(sentence.words, cue)
    surface = found and cut.text[sentence.words[found[0]].start : sentence.words[found[1] - 1].end]
    assert surface == case["subject"]
