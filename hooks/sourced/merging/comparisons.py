"""Claims about the same thing beside each other. What is in conflict is shown, never judged.

Conservative: without a topic of the editor's, two figures are compared only if they count the same
thing in much the same words. When unsure, there is no comparison.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from sourced.merging import conversion, echoes, keys, likeness, measures
from sourced.model import Amount, Comparison, Editorial, Statement, TopicEntry

Relation = Literal["conflict", "agreement", "same words", "one side only"]

_ROUNDED = 0.01  # how much of a value is lost where it is rounded after conversion


def compare(
    quotations: Sequence[Statement], figures: Sequence[Amount], editorial: Editorial, register: keys.Register
) -> tuple[Comparison, ...]:
    """All comparisons: the editor's topics, then figures about the same thing, then the same words."""
    register.begin("compared")
    found: list[Comparison] = []
    used: set[str] = set()
    for topic in editorial.topics:
        claims = about(topic, figures)
        relation = _relation(claims, len(editorial.sides))
        if relation is not None:
            group = _agreeing(claims) if relation == "agreement" else claims
            found.append(_comparison(topic.name, relation, group, register))
            used |= {claim.key for claim in claims}
    rest = [figure for figure in figures if figure.key not in used]
    for alike in (*likeness.areas(rest), *likeness.groups(rest)):
        relation = _relation(alike, 0)
        group = _agreeing(alike) if relation == "agreement" else alike
        if relation is not None:
            subject = "area" if group[0].unit else group[0].counted or group[0].selector.exact
            found.append(_comparison(subject, relation, group, register))
    found += echoes.find(quotations, register)
    return tuple(found)


def _comparison(
    topic: str, relation: Relation, claims: Sequence[Amount], register: keys.Register
) -> Comparison:
    return Comparison(
        key=register.take(keys.joined([topic, "compared"], "compared")),
        topic=topic,
        relation=relation,
        claims=tuple(claim.key for claim in claims),
        passage=claims[0].passage,
        derived=_derived(claims, relation),
    )


def about(topic: TopicEntry, figures: Sequence[Amount]) -> list[Amount]:
    """The figures that a topic ties: those that count its things, and those in its unit's kind."""
    tied = {likeness.thing(word) for word in topic.counted}
    chosen = {f.key for f in figures if f.unit is None and f.counted and likeness.ends_with(f.counted, tied)}
    if topic.unit is not None:
        chosen |= {f.key for f in figures if f.unit is not None and conversion.same_kind(f.unit, topic.unit)}
        if measures.is_area(topic.unit):
            chosen |= {f.key for pair in measures.pairs(figures) for f in pair}
    return [f for f in figures if f.key in chosen]


def _relation(claims: Sequence[Amount], sides: int) -> Relation | None:
    if not claims:
        return None
    if _in_conflict(claims):
        return "conflict"
    if _agreeing(claims):
        return "agreement"
    present = {claim.side for claim in claims if claim.side}
    return "one side only" if sides > 1 and len(present) == 1 else None


def _in_conflict(claims: Sequence[Amount]) -> bool:
    """Whether two sides say what cannot both be so: their values leave no number open to both.

    A part of a whole ("17 of 23") is set against other parts only. What is told in two units may differ
    by a little: one of the two was converted, and rounded.
    """
    slack = _ROUNDED if len({claim.unit for claim in claims}) > 1 else 0.0
    bounds: dict[tuple[bool, str], tuple[float, float]] = {}
    for claim, span in _measured(claims):
        if claim.side and span is not None:
            low, high = bounds.get((claim.of is None, claim.side), span)
            bounds[claim.of is None, claim.side] = max(low, span[0]), min(high, span[1])
    return any(
        part == other_part
        and side != other_side
        and bounds[part, side][0] > (1 + slack) * bounds[other_part, other_side][1]
        for part, side in bounds
        for other_part, other_side in bounds
    )


def _agreeing(claims: Sequence[Amount]) -> list[Amount]:
    """Those claims that give a value which two sources give, in one unit or but for rounding in two."""
    several = len({claim.unit for claim in claims}) > 1
    alike: dict[object, list[tuple[measures.Interval, Amount]]] = defaultdict(list)
    for claim in claims:
        if (values := measures.told(claim)) is not None:
            kind = conversion.kind(claim.unit) if claim.unit and several else claim.unit
            alike[kind, claim.of, claim.bound, claim.dimension].append((values, claim))
    agreed: set[str] = set()
    for told in alike.values():
        told.sort(key=lambda each: each[0])
        group = [told[0]]
        for each in [*told[1:], None]:
            if each and _same(group[-1], each):
                group.append(each)
                continue
            if len({claim.passage.source for _, claim in group}) > 1:
                agreed |= {claim.key for _, claim in group}
            group = [each] if each else []
    return [claim for claim in claims if claim.key in agreed]


def _same(one: tuple[measures.Interval, Amount], other: tuple[measures.Interval, Amount]) -> bool:
    """Whether two claims give one value; what is told in two units was rounded once."""
    if one[1].unit == other[1].unit:
        return one[1].value == other[1].value
    return all(math.isclose(a, b, rel_tol=_ROUNDED) for a, b in zip(one[0], other[0], strict=True))


def _measured(claims: Sequence[Amount]) -> list[tuple[Amount, tuple[float, float] | None]]:
    """Each claim with the values it leaves open; a width and a depth are one claim, their product."""
    paired = {f.key: pair for pair in measures.pairs(claims) for f in pair}
    found = []
    for claim in claims:
        pair = paired.get(claim.key)
        if pair is None:
            found.append((claim, measures.interval(claim)))
        elif claim is pair[0]:
            found.append((claim, measures.product(pair)))
    return found


def _derived(claims: Sequence[Amount], relation: Relation) -> str | None:
    """What was worked out to compare the claims: products of width and depth, and the ratio."""
    told = [measures.worked_out(pair) for pair in measures.pairs(claims)]
    by_side: dict[str, set[float]] = defaultdict(set)
    for claim in claims:
        if claim.side and claim.bound == "=" and isinstance(claim.value, float | int):
            by_side[claim.side].add(claim.value)
    if (
        relation == "conflict"
        and not told
        and len(by_side) == 2
        and all(len(v) == 1 for v in by_side.values())
        and len({c.unit for c in claims}) == 1
    ):
        line = measures.ratio([value for values in by_side.values() for value in values])
        told += [line] if line else []
    return "; ".join(told) or None
