"""What readers are shown of each comparison: who says what of one thing, side by side."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct

from sourced.model import Amount, Comparison, Dossier, Passage, Statement
from sourced.publishing import accounts
from sourced.publishing.labels import Labels, Said, SideLabel


class Telling(Struct, frozen=True):
    """What one speaker says of it in one passage; ``text`` is the passage with the words marked.

    ``first`` is what the passage is cited by, ``words`` the words themselves.
    """

    first: Said
    words: tuple[str, ...]
    text: Markup


class Column(Struct, frozen=True):
    """The claims of one side; with no side, of those on none, or (``spoken`` False) the articles' own.

    ``tellings`` are those that the comparison rests on, ``beside`` what else is said of the same.
    """

    side: SideLabel | None
    spoken: bool
    claims: tuple[Said, ...]
    tellings: tuple[Telling, ...] = ()
    beside: tuple[Telling, ...] = ()


class Compared(Struct, frozen=True):
    """A comparison with its claims, side by side; a column without claims is of a side that makes none."""

    comparison: Comparison
    columns: tuple[Column, ...]


def collect(dossier: Dossier, labels: Labels) -> tuple[Compared, ...]:
    """Each comparison, in their order. That a side says nothing of it is told too, in its place."""
    made = []
    for one in dossier.comparisons:
        told = [labels.evidence[key] for key in (*one.claims, *one.beside) if key in labels.evidence]
        mainly = set(one.differing or one.claims)
        columns = []
        for side, spoken in _places(labels):
            claims = _once(claim for claim in told if _place(claim, labels) == (side, spoken))
            if claims or (side and one.relation != "same words"):
                main = tuple(_tellings(claim for claim in claims if claim.key in mainly))
                beside = tuple(_tellings(claim for claim in claims if claim.key not in mainly))
                # A side that has no part in it says what it says in the same type as all others.
                columns.append(Column(side, spoken, claims, main or beside, beside if main else ()))
        made.append(Compared(one, tuple(columns)))
    return tuple(made)


def columns(claims: Iterable[Said], labels: Labels) -> tuple[Column, ...]:
    """The claims of each side that makes some, in the order of the sides."""
    told = list(claims)
    found = (
        Column(side, spoken, _once(claim for claim in told if _place(claim, labels) == (side, spoken)))
        for side, spoken in _places(labels)
    )
    return tuple(column for column in found if column.claims)


def _places(labels: Labels) -> tuple[tuple[SideLabel | None, bool], ...]:
    return (*((side, True) for side in labels.sides.values()), (None, True), (None, False))


def _place(claim: Said, labels: Labels) -> tuple[SideLabel | None, bool]:
    side = labels.side(claim.side)
    return side, bool(side) or isinstance(claim, Statement) or labels.speaker(claim) is not None


def _once(claims: Iterable[Said]) -> tuple[Said, ...]:
    """What one speaker says twice in one source stands once."""
    found: dict[tuple[str, str | None, str], Said] = {}
    for claim in claims:
        same = (quoted(claim).casefold(), claim.speaker, claim.passage.source)
        # Of a heading and the sentence below it, the sentence says more.
        if same not in found or len(claim.passage.text) > len(found[same].passage.text):
            found[same] = claim
    return tuple(found.values())


def _tellings(claims: Iterable[Said]) -> Iterable[Telling]:
    """What is said in one passage by one speaker stands together."""
    groups: dict[tuple[Passage, str | None], list[Said]] = {}
    for claim in claims:
        groups.setdefault((claim.passage, claim.speaker), []).append(claim)
    for (passage, _), group in groups.items():
        yield Telling(group[0], tuple(map(quoted, group)), accounts.in_passage(passage, group))


def quoted(claim: Said) -> str:
    """The words of a claim, in quotation marks where they were spoken so."""
    words = claim.selector.exact
    spoken = isinstance(claim, Statement) and claim.kind == "direct"
    return f"“{words.rstrip(' ,')}”" if spoken else words


def is_figure(claim: Said) -> bool:
    """Whether it is a number, which says little without its sentence."""
    return isinstance(claim, Amount)
