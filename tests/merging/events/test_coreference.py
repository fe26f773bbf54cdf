"""Whether two papers tell of one event: the kind of event in whatever words, and who, where and how many."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sourced.model import Event

Case = Mapping[str, Any]
Timeline = Callable[[Iterable[tuple[str, datetime.date, str]]], tuple[Event, ...]]


def test_pairs_of_tellings(coreference_case: Case, timeline: Timeline) -> None:
    day = coreference_case["date"]
    wrong = []
    for expected, pairs in ((1, coreference_case["one"]), (2, coreference_case["two"])):
        for pair in pairs:
            for one, other in (pair, pair[::-1]):
                found = timeline([("post", day, one), ("echo", day, other)])
                papers = sorted({p.source for e in found for p in e.evidence})
                if len(found) != expected or papers != ["echo", "post"]:
                    wrong.append((expected, one, other, [e.text for e in found]))
    assert wrong == []
