"""Claims about the same thing beside each other. What is in conflict is shown, never judged.

Conservative: without a topic of the editor's, two figures are compared only if they count the same
thing in much the same words. When unsure, there is no comparison.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain
from typing import Literal

from msgspec import Struct

from sourced.merging import keys
from sourced.merging.comparisons import contrasts, doers, echoes, likeness, measures, scopes, topics, zeros
from sourced.merging.comparisons.scopes import Scope
from sourced.model import Amount, Comparison, Dossier, Editorial, Statement

Relation = Literal["conflict", "agreement", "one side only", "side by side"]


class _Compared(Struct, frozen=True):
    """How figures stand to each other; ``claims`` are those of which ``relation`` is true."""

    relation: Relation | None = None
    claims: tuple[Amount, ...] = ()
    differing: tuple[Amount, ...] = ()
    derived: str | None = None


def compare(dossier: Dossier, editorial: Editorial, register: keys.Register) -> tuple[Comparison, ...]:
    """All comparisons: the editor's topics, then figures about the same thing, then the same words."""
    register.begin("compared")
    tied = topics.allotted([(topic, topics.figures(topic, dossier.figures)) for topic in editorial.topics])
    used = {figure.key for _, figures in tied for figure in figures}
    rest = [figure for figure in dossier.figures if figure.key not in used]
    groups = [*likeness.areas(rest), *likeness.groups(rest)]
    noughts = [zeros.find(topic, figures, dossier.quotations) for topic, figures in tied]
    used |= {nought.key for nought in chain(*noughts)}
    scoped = _scoped(chain(*(figures for _, figures in tied), *noughts, *groups), dossier, used)
    found = []
    for (topic, counting), none in zip(tied, noughts, strict=True):
        compared = _compared([*counting, *none], scoped)
        # That there was none is a number where another differs from it; else it is a statement.
        differ = [nought for nought in none if nought in compared.differing]
        if none and not differ:
            compared = _compared(counting, scoped)
        figures = [*counting, *differ]
        statements = topics.statements(topic, figures, dossier.quotations)
        if figures or statements:
            if compared.relation is None:
                compared = _Compared(_told_by((*figures, *statements), len(dossier.sides)))
            found.append(_of_topic(topic.name, compared, (*figures, *statements), register))
    for group in groups:
        compared = _compared(group, scoped)
        if compared.relation is not None:
            found.append(_of_topic(_subject(compared.claims[0]), compared, compared.claims, register))
    found += echoes.find(dossier.quotations, register)
    return tuple(found)


def _subject(claim: Amount) -> str:
    """A heading for claims that no topic ties, in the words of the first."""
    if claim.unit and measures.is_area(claim.unit):
        return "area"
    counted = claim.counted or claim.selector.exact
    return f"{counted} ({claim.unit})" if claim.unit else counted


def _scoped(figures: Iterable[Amount], dossier: Dossier, tied: Container[str]) -> dict[str, Scope]:
    published = {source.key: source.date for source in dossier.sources}
    sides = {code.upper(): side.key for side in dossier.sides for code in side.countries}
    named = doers.named(e.passage for e in (*dossier.quotations, *dossier.figures))
    return {
        f.key: scopes.of(
            f,
            published.get(f.passage.source),
            sides,
            named.get(f.passage.source, frozenset()),
            tied=f.key in tied,
        )
        for f in figures
    }


def _compared(figures: Sequence[Amount], scoped: Mapping[str, Scope]) -> _Compared:
    told = contrasts.claims(figures, scoped)
    if differing := contrasts.differing(told):
        amounts = tuple(amount for claim in differing for amount in claim.amounts)
        lines = [*contrasts.worked_out(differing), *contrasts.ratio(differing)]
        return _Compared("conflict", amounts, amounts, "; ".join(lines) or None)
    if agreeing := contrasts.agreeing(told):
        amounts = tuple(amount for claim in agreeing for amount in claim.amounts)
        return _Compared("agreement", amounts, (), "; ".join(contrasts.worked_out(agreeing)) or None)
    return _Compared()


def _told_by(told: Iterable[Amount | Statement], sides: int) -> Relation:
    speaking = {one.side for one in told if one.side}
    return "one side only" if sides > 1 and len(speaking) == 1 else "side by side"


def _of_topic(
    topic: str, compared: _Compared, told: Sequence[Amount | Statement], register: keys.Register
) -> Comparison:
    """All that is said of a topic; what has no part in two sources' agreement stands beside it."""
    agreed = {claim.key for claim in compared.claims} if compared.relation == "agreement" else None
    claims = [one.key for one in told if isinstance(one, Amount) and (agreed is None or one.key in agreed)]
    return Comparison(
        key=register.take(keys.joined([topic, "compared"], "compared")),
        topic=topic,
        relation=compared.relation or "side by side",
        claims=tuple(claims),
        passage=(*compared.claims, *told)[0].passage,
        derived=compared.derived,
        differing=tuple(claim.key for claim in compared.differing),
        beside=tuple(one.key for one in told if one.key not in claims),
    )
