from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import cues, marks, words
from sourced.reading import article

CASES = [
    case
    for path in sorted(Path(__file__).with_name("cues").glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_verbs_of_saying_are_told_from_nouns_and_attributes(case: dict[str, Any]) -> None:
    cut = article.read(case["text"])
    (sentence,) = words.sentences(cut, marks.scan(cut.text, cut.paragraphs))
    found = {
        cut.text[sentence.words[cue.first].start : sentence.words[cue.last - 1].end]: cue.form
        for cue in cues.find(sentence.words)
    }
    assert found == case["cues"]
