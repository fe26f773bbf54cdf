"""Claims that there was none: "nobody was hurt" beside "four were hurt"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from sourced.merging.comparisons import deeds
from sourced.model import Amount, Statement, TopicEntry

# "No one else", "nobody knows", "none of the above": no number of those who are counted.
_OTHER = r"(?!\s(?:else|knows?|knew|but|other|more|can|could|should|would|will|may|wants?|of|longer))"


def find(topic: TopicEntry, figures: Sequence[Amount], said: Iterable[Statement]) -> list[Amount]:
    """The statements that of a topic's things there was none, as figures of nought with their keys.

    Only those whose clause tells a deed that a figure of the topic tells too.
    """
    counting = [figure for figure in figures if figure.unit is None]
    rows = frozenset().union(*(deeds.of(deeds.around(figure), figure).rows for figure in counting))
    if not rows:
        return []
    things = "|".join(re.escape(thing) for thing in topic.counted)
    nobody = re.compile(rf"\b(?:nobody|no[ -]one|none|no (?:{things}))\b{_OTHER}", re.IGNORECASE)
    found = []
    for one in said:
        start = one.selector.start - one.passage.start
        if match := nobody.search(one.passage.text, start, one.selector.end - one.passage.start):
            nought = _nought(one, match)
            if not deeds.of(deeds.around(nought), nought).rows.isdisjoint(rows):
                found.append(nought)
    return found


def _nought(one: Statement, match: re.Match[str]) -> Amount:
    place = msgspec.structs.replace(
        one.selector,
        exact=match[0],
        start=one.passage.start + match.start(),
        end=one.passage.start + match.end(),
    )
    return Amount(
        key=one.key,
        selector=place,
        passage=one.passage,
        speaker=one.speaker,
        attribution=one.attribution,
        side=one.side,
        date=one.date,
        value=0.0,
        unit=None,
        counted=match[0].partition(" ")[2] or None,
        bound="=",
        of=None,
        dimension=None,
        when=one.date,
    )
