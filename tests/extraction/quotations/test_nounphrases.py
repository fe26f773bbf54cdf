from pathlib import Path

import pytest
import yaml

from sourced.extraction.quotations import marks, nounphrases, words
from sourced.reading import article

CASES = yaml.safe_load(Path(__file__).with_name("nounphrases").joinpath("forward.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_noun_phrase_is_read_to_its_end(case: dict[str, str]) -> None:
    before, after = case["text"].split("*")
    cut = article.read(before + after)
    (sentence,) = words.sentences(cut, marks.scan(cut.text, cut.paragraphs))
    at = next(k for k, word in enumerate(sentence.words) if word.start == len(before))
    found = nounphrases.forward(sentence.words, at)
    assert found is not None
    assert cut.text[sentence.words[found[0]].start : sentence.words[found[1] - 1].end] == case["phrase"]
