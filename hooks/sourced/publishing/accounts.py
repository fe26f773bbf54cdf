"""What each side says: all evidence of one speaker together, a passage once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct

from sourced.model import Amount, Dossier, Party, Passage, Span, Statement
from sourced.publishing import marks
from sourced.publishing.labels import Labels, Said, SideLabel, said


class Entry(Struct, frozen=True):
    """A passage in which somebody says something. ``text`` is Markdown with the words marked.

    ``how`` says whose words they are: "quoted", "reported" by the source in its own words, "partly quoted",
    or "" where somebody is only said to give a figure.
    """

    key: str
    passage: Passage
    text: Markup
    date: str | None
    figures: tuple[Amount, ...]
    how: str = ""


class Voice(Struct, frozen=True):
    """Somebody who speaks in the sources; ``name`` is None where nobody is named."""

    name: str | None
    party: Party | None
    entries: tuple[Entry, ...]


class Account(Struct, frozen=True):
    """Those who speak for one side; ``side`` is None for those who are on none."""

    side: SideLabel | None
    voices: tuple[Voice, ...]


def collect(dossier: Dossier, labels: Labels) -> tuple[Account, ...]:
    """One account a side, in the order of ``dossier.yml``, and one for speakers on no side.

    Speakers stand in the order in which the sources first let them speak; those whom nobody names
    come last. Figures that the articles give in their own voice are in no account.
    """
    evidence = [e for e in _in_order(said(dossier), dossier) if _spoken(e, labels)]
    accounts = []
    for side in (*labels.sides.values(), None):
        mine = [e for e in evidence if labels.side(e.side) == side]
        voices = tuple(_voices(mine, dossier, labels))
        if voices or side:
            accounts.append(Account(side, voices))
    return tuple(accounts)


def _spoken(e: Said, labels: Labels) -> bool:
    return isinstance(e, Statement) or labels.speaker(e) is not None


def _voices(evidence: list[Said], dossier: Dossier, labels: Labels) -> Iterable[Voice]:
    # Words that name a speaker in one source ("the mayor") may name another in the next.
    groups: dict[tuple[str | None, str | None], list[Said]] = {}
    for e in evidence:
        name = labels.speaker(e)
        groups.setdefault((name, None if e.speaker or not name else e.passage.source), []).append(e)
    for (name, _), own in sorted(groups.items(), key=lambda group: group[0][0] is None):
        yield Voice(name, labels.party(own[0].speaker), entries(own, dossier))


def _in_order(evidence: Iterable[Said], dossier: Dossier) -> list[Said]:
    order = {source.key: number for number, source in enumerate(dossier.sources)}
    last = len(order)
    return sorted(
        evidence, key=lambda e: (order.get(e.passage.source, last), e.passage.start, -e.passage.end)
    )


def entries(evidence: Iterable[Said], dossier: Dossier) -> tuple[Entry, ...]:
    """One entry a passage, in the order of the sources; a passage within another is part of that one."""
    groups: list[list[Said]] = []
    for e in _in_order(evidence, dossier):
        last = groups[-1][0].passage if groups else None
        if last and last.source == e.passage.source and e.passage.end <= last.end:
            groups[-1].append(e)
        else:
            groups.append([e])
    return tuple(_entry(group) for group in groups)


def _entry(group: list[Said]) -> Entry:
    passage = group[0].passage
    # The words that are cited come first as the key: a quotation says more than a figure in it.
    first = next((e for e in group if isinstance(e, Statement)), group[0])
    return Entry(
        key=first.key,
        passage=passage,
        text=in_passage(passage, group),
        date=next((e.date for e in group if e.date), None),
        figures=tuple(e for e in group if isinstance(e, Amount)),
        how=_how({e.kind for e in group if isinstance(e, Statement)}),
    )


def _how(kinds: set[str]) -> str:
    if kinds == {"direct"}:
        return "quoted"
    if kinds == {"indirect"}:
        return "reported"
    return "partly quoted" if kinds else ""


def in_passage(passage: Passage, evidence: Iterable[Said]) -> Markup:
    """The passage as Markdown, the words of the evidence marked in it."""
    spans = (e.selector for e in evidence)
    return marks.render(
        passage.text,
        Span(0, len(passage.text)),
        (
            marks.Mark(s.start - passage.start, s.end - passage.start)
            for s in spans
            if (s.start, s.end) != (passage.start, passage.end)
        ),
    )


def per_source(
    dossier: Dossier, sides: Iterable[Account]
) -> tuple[tuple[SideLabel | None, tuple[int, ...]], ...]:
    """How many passages each account has in each source, in the order of ``dossier.sources``."""
    rows = []
    for account in sides:
        counts = Counter(entry.passage.source for voice in account.voices for entry in voice.entries)
        rows.append((account.side, tuple(counts[source.key] for source in dossier.sources)))
    return tuple(rows)
