"""What readers are told of a piece of evidence: who says it, on which side, in which source."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct

from sourced.model import Amount, Dossier, Event, Evidence, Party, Source, Statement
from sourced.publishing import colours, corrections, dates, escape

# The names that pymdownx.snippets takes for a section.
_SECTION = re.compile(r"[a-zA-Z][-_0-9a-zA-Z]*")


# How many words of a title stand for a source whose publisher is not known.
_TITLE = 7

Said = Statement | Amount


def said(dossier: Dossier) -> tuple[Said, ...]:
    """All quotations and figures; of terms nobody says that anybody says them."""
    evidence: list[Said] = [*dossier.quotations, *dossier.figures]
    return tuple(evidence)


class SideLabel(Struct, frozen=True):
    """A side as pages show it. ``number`` counts from 1 and chooses the shape beside its name."""

    key: str
    name: str
    number: int
    light: str
    dark: str

    @property
    def style(self) -> Markup:
        """The colours, for a style attribute."""
        return Markup(f"--side-light:{self.light};--side-dark:{self.dark}")  # noqa: S704  (two #rrggbb)


class Labels:
    """Looks up the records of one dossier by their keys."""

    def __init__(self, dossier: Dossier) -> None:
        self.sources = {source.key: source for source in dossier.sources}
        self._published = Counter(source.publisher for source in dossier.sources if source.publisher)
        self.parties = {party.key: party for party in (*dossier.people, *dossier.bodies)}
        self.evidence = {e.key: e for e in said(dossier)}
        self.evidence.update((term.key, term) for term in dossier.terms)
        self.notes = corrections.notes(dossier)
        chosen = colours.chosen([side.colour for side in dossier.sides])
        self.sides = {
            side.key: SideLabel(side.key, side.name, number, *colours.pair(colour))
            for number, (side, colour) in enumerate(zip(dossier.sides, chosen, strict=True), 1)
        }

    def side(self, key: str | None) -> SideLabel | None:
        """The side with this key."""
        return self.sides.get(key) if key else None

    def party(self, key: str | None) -> Party | None:
        """The person or body with this key."""
        return self.parties.get(key) if key else None

    def speaker(self, record: Evidence | Event) -> str | None:
        """Who says it: the full name where that is known, else the words of the source."""
        if party := self.party(record.speaker):
            return party.name
        return record.attribution

    def role(self, record: Evidence | Event) -> str | None:
        """What the speaker is, as this source or another one writes it."""
        party = self.party(record.speaker)
        return party.roles[0] if party and party.roles else None

    def publication(self, key: str) -> str:
        """A source in a few words: "example.com, 3 May 2025"."""
        source = self.sources.get(key)
        date = dates.day(source.date) if source and source.date else None
        return ", ".join(filter(None, [self._publisher(key), date]))

    def said_of(self, figure: Amount) -> str:
        """The day or time a figure is said of, where it is another than when it was said or published."""
        source = self.sources.get(figure.passage.source)
        known = {figure.date, str(source.date) if source else None}
        return dates.words(figure.when) if figure.when and figure.when not in known else ""

    def publisher(self, key: str) -> str:
        """Who published a source, with the day where several are its; else the first words of the title."""
        name = self._publisher(key)
        return self.publication(key) if self._published[name] > 1 else name

    def _publisher(self, key: str) -> str:
        source = self.sources.get(key)
        return (source.publisher or shorten(source.title, _TITLE)) if source else key

    def dated(self, sources: Iterable[Source]) -> str:
        """The days between which the sources appeared; empty where no date is known."""
        known = sorted(source.date for source in sources if source.date)
        return dates.span(known[0], known[-1]) if known else ""


def shorten(text: str, most: int) -> str:
    """The first words of a text, with an ellipsis where it goes on."""
    words = text.split(None, most)
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def section(key: str, kind: str) -> str:
    """The name of the snippet section of the card with this key.

    It is the key, but a section's name must begin with a letter: a figure's "74-settlements" is
    "figure-74-settlements".
    """
    return key if _SECTION.fullmatch(key) else f"{kind}-{key}"


def link(words: str, key: str) -> Markup:
    """A Markdown link to the passage with this key."""
    return Markup(f"[{escape.text(words)}](cite:{key})")  # noqa: S704  (escaped; a key is safe)


def who(words: str, key: str) -> Markup:
    """A Markdown link to the entry of the person or body with this key."""
    return Markup(f"[{escape.text(words)}](who:{key})")  # noqa: S704  (escaped; a key is safe)


def web(address: str) -> Markup | None:
    """An address for an href attribute, None where it is no web address."""
    if not address.lower().startswith(("https://", "http://")):
        return None
    return Markup(html.escape(address))  # noqa: S704  (escaped)
