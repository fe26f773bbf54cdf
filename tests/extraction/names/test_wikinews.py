"""Who speaks in articles of Wikinews where no full name stands beside the words.

``wikinews/`` holds the articles and, for each quotation whose source is a pronoun, a role, a surname or
nothing at all, the full name that a reader gives it, or null where the article leaves it open (a list where
either will do). What they are taken from stands at their head.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from sourced.extraction.extract import extract
from sourced.model import Quotation
from sourced.reading import article

ARTICLES = sorted(Path(__file__).with_name("wikinews").glob("*.yml"))
RIGHT, WRONG = 0.85, 0.03  # at least, and at most


def words(text: str, start: int, end: int) -> set[int]:
    return {start + match.start() for match in re.finditer(r"\w+", text[start:end])}


def overlap(text: str, case: dict[str, Any], quotation: Quotation) -> float:
    """The share of words in common, if the quotation is the case's, or all of it and more; else 0."""
    start = text.index(case["words"])
    wanted = words(text, start, start + len(case["words"]))
    found = words(text, quotation.start, quotation.end)
    common = len(wanted & found)
    dice = 2 * common / (len(wanted) + len(found))
    part = common >= 0.9 * len(found) and common >= 0.5 * len(wanted)
    return dice if dice >= 0.8 or common >= 0.8 * len(wanted) or part else 0


def outcomes() -> Iterator[tuple[str, str]]:
    for path in ARTICLES:
        known = yaml.safe_load(path.read_text("utf-8"))
        text = known["text"]
        said = extract(article.read(text, known["date"])).quotations
        for case in known["cases"]:
            best = max(said, key=lambda quotation: overlap(text, case, quotation), default=None)
            names = case["name"] if isinstance(case["name"], list) else [case["name"]]
            if best is None or not overlap(text, case, best):
                yield case["source"], "lost"
            elif best.name in names:
                yield case["source"], "right"
            else:
                yield case["source"], "wrong" if best.name else "open"


def test_quotations_without_a_name_beside_them_are_given_to_who_says_them() -> None:
    outcome = Counter(what for _, what in outcomes())
    total = outcome.total()
    assert total > 100
    assert outcome["right"] >= RIGHT * total, Counter(outcomes())
    assert outcome["wrong"] <= WRONG * total, Counter(outcomes())
