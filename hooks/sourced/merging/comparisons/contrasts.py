"""Which of several claims about one thing cannot all be so, and which are the same.

Claims are taken two by two, and only if nothing sets what they are said of apart (``scopes``). Whoever
speaks for one side speaks with one voice; who is on none speaks alone. What an article says itself is
nobody's claim: it can agree with others, and differs from none.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from sourced.merging.comparisons import conversion, measures, scopes
from sourced.merging.comparisons.scopes import Scope
from sourced.model import Amount

_ROUNDED = 0.01  # how much of a value is lost where it is rounded after conversion
_MOST = 60  # how many claims before it one is set against; more say no more, and take long


class Claim(Struct, frozen=True):
    """One claim: a figure, or a width and a depth, which are one area."""

    amounts: tuple[Amount, ...]
    voice: str | None
    scope: Scope
    span: measures.Interval | None


def claims(figures: Sequence[Amount], scoped: Mapping[str, Scope]) -> list[Claim]:
    """The claims in the order of the figures."""
    paired = {f.key: pair for pair in measures.pairs(figures) for f in pair}
    found = []
    for figure in figures:
        pair = paired.get(figure.key)
        if pair is None:
            found.append(Claim((figure,), _voice(figure), scoped[figure.key], measures.open_to(figure)))
        elif figure is pair[0]:
            both = scopes.joined(*(scoped[one.key] for one in pair))
            found.append(Claim(pair, _voice(figure), both, measures.product(pair)))
    return found


def _voice(figure: Amount) -> str | None:
    if figure.side or figure.speaker:
        return figure.side or figure.speaker
    return f"{figure.passage.source} {figure.attribution.casefold()}" if figure.attribution else None


def differing(told: Sequence[Claim]) -> list[Claim]:
    """The claims of two voices that leave no number open to both, in their order.

    Two voices of which one also says what the other says do not differ: one of them put it right.
    """
    against: dict[frozenset[str], list[tuple[Claim, Claim]]] = defaultdict(list)
    fitting: dict[frozenset[str], dict[int, Claim]] = defaultdict(dict)
    for one, other in _comparable(told):
        if one.voice is None or other.voice is None or one.voice == other.voice:
            continue
        voices = frozenset((one.voice, other.voice))
        if _exclude(one, other):
            against[voices].append((one, other))
        else:
            fitting[voices] |= {id(one): one, id(other): other}
    found: set[int] = set()
    for voices, both in against.items():
        fits = [*fitting[voices].values()][-_MOST:]
        differ = {id(claim): claim for pair in both for claim in pair}
        taken_back = {at for at, claim in differ.items() if any(_takes_back(fit, claim) for fit in fits)}
        found |= {id(claim) for pair in both for claim in pair if taken_back.isdisjoint(map(id, pair))}
    return [claim for claim in told if id(claim) in found]


def _comparable(told: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    for at, other in enumerate(told):
        for one in told[max(0, at - _MOST) : at]:
            if _is_one_measure(one, other) and not scopes.apart(one.scope, other.scope):
                yield one, other


def _is_one_measure(one: Claim, other: Claim) -> bool:
    """Whether both count alike: parts of one whole, and how long it is or how far away, not both."""
    [first, *more], [second, *further] = one.amounts, other.amounts
    return first.of == second.of and bool(more or further or first.dimension == second.dimension)


def _takes_back(claim: Claim, earlier: Claim) -> bool:
    """Whether a voice says by a claim what makes its other one out of date."""
    if claim.voice != earlier.voice or claim is earlier or scopes.apart(claim.scope, earlier.scope):
        return False
    return not (claim.scope.told and earlier.scope.told) or claim.scope.told >= earlier.scope.told


def _exclude(one: Claim, other: Claim) -> bool:
    if one.span is None or other.span is None or _kind(one) != _kind(other):
        return False
    slack = 0.0 if _units(one) == _units(other) else _ROUNDED
    (low, high), (least, most) = one.span, other.span
    return low > most + abs(most) * slack or least > high + abs(high) * slack


def _units(claim: Claim) -> tuple[str | None, ...]:
    return tuple(amount.unit for amount in claim.amounts)


def _kind(claim: Claim) -> str | None:
    unit = _unit(claim)
    return conversion.kind(unit) if unit else None


def agreeing(told: Sequence[Claim]) -> list[Claim]:
    """The claims that give a value which two sources give, in one unit or but for rounding in two."""
    alike: dict[object, list[Claim]] = defaultdict(list)
    for claim in told:
        [figure, *more] = claim.amounts
        if not more and claim.scope.value is not None:
            alike[_kind(claim), figure.of, figure.bound.replace("~", "="), figure.dimension].append(claim)
    found: set[int] = set()
    for group in alike.values():
        group.sort(key=lambda claim: claim.scope.value or (0.0, 0.0))
        for one, other in _comparable(group):
            sources = {claim.amounts[0].passage.source for claim in (one, other)}
            if len(sources) > 1 and _same(one, other):
                found |= {id(one), id(other)}
    return [claim for claim in told if id(claim) in found]


def _same(one: Claim, other: Claim) -> bool:
    """Whether two claims give one value; what is told in two units was rounded once."""
    if one.amounts[0].unit == other.amounts[0].unit:
        return one.amounts[0].value == other.amounts[0].value
    values = zip(one.scope.value or (), other.scope.value or (), strict=True)
    return all(math.isclose(a, b, rel_tol=_ROUNDED) for a, b in values)


def ratio(told: Sequence[Claim]) -> list[str]:
    """The higher of two claims over the lower, of the two that lie furthest apart; two lines for a range.

    A voice has part in it by what it says last, and nobody where one says two things last.
    """
    by_voice: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in told:
        by_voice[claim.voice].append(claim)
    last = [claim for claims in by_voice.values() for claim in _last(claims)]
    if len({(claim.voice, _values(claim)) for claim in last}) > len(by_voice):
        return []
    last.sort(key=lambda claim: claim.span or (0.0, 0.0))
    pairs = [both for both in _comparable(last) if both[0].voice != both[1].voice and _exclude(*both)]
    if not pairs:
        return []
    low, high = max(pairs, key=lambda both: _times(*both))
    unit = _unit(told[0])
    (least, less), (more, most) = (_in_unit(claim, unit) for claim in (low, high))
    or_more = high.amounts[0].bound == ">" or low.amounts[0].bound == "<"
    values = dict.fromkeys([(more, less), (most, least)])
    lines = [measures.ratio(over, under, unit, or_more=or_more) for over, under in values]
    return [line for line in lines if line]


def _times(low: Claim, high: Claim) -> float:
    least, most = (low.span or (0.0, 0.0))[0], (high.span or (0.0, 0.0))[0]
    return most / least if least > 0 else math.inf


def _last(claims: Sequence[Claim]) -> list[Claim]:
    """What a voice says last, as far as the sources tell when it says it."""
    days = [claim.scope.told for claim in claims if claim.scope.told]
    return [claim for claim in claims if not days or claim.scope.told == max(days)]


def _values(claim: Claim) -> measures.Interval | None:
    return claim.scope.value if len(claim.amounts) == 1 else claim.span


def _unit(claim: Claim) -> str | None:
    unit = claim.amounts[0].unit
    return f"square {unit}" if unit and len(claim.amounts) > 1 else unit


def _in_unit(claim: Claim, unit: str | None) -> measures.Interval:
    """The values of a claim in a unit, as they were told where that is the claim's own."""
    [first, *more] = claim.amounts
    if not more and first.unit == unit and first.value is not None:
        return first.value if isinstance(first.value, tuple) else (first.value, first.value)
    low, high = _values(claim) or (0.0, 0.0)
    return measures.from_base(low, unit), measures.from_base(high, unit)


def worked_out(told: Iterable[Claim]) -> list[str]:
    """What was worked out to set the claims against each other: areas, and values in the first one's unit."""
    lines: list[str] = []
    first: str | None = None
    for claim in told:
        unit = _unit(claim)
        if len(claim.amounts) == 2:
            lines.append(measures.worked_out((claim.amounts[0], claim.amounts[1])))
        elif first and unit and unit != first and (values := _values(claim)):
            for told_value, value in dict(zip(_in_unit(claim, unit), values, strict=True)).items():
                lines.append(measures.converted(told_value, unit, value, first))
        first = first or unit
    return list(dict.fromkeys(lines))
