"""What a reader is told of a person or body: who it is, what it says, and each place that names it."""

from __future__ import annotations

from msgspec import Struct

from sourced.model import Amount, Dossier, Party
from sourced.publishing import accounts, mentions
from sourced.publishing.labels import Labels, Said, said


class Role(Struct, frozen=True):
    """What the sources call somebody; ``key`` leads to the first place that does."""

    words: str
    key: str | None


class InSource(Struct, frozen=True):
    """The places of one source that name somebody, and the spellings it uses, the fullest first."""

    source: str
    spellings: tuple[str, ...]
    places: tuple[mentions.Mention, ...]


class Profile(Struct, frozen=True):
    """A person or body with what it says in the sources."""

    party: Party
    roles: tuple[Role, ...]
    said: tuple[accounts.Entry, ...]
    figures: tuple[Amount, ...]
    named: tuple[InSource, ...]

    @property
    def spelt(self) -> tuple[InSource, ...]:
        """The sources, where they do not all write the name alike; else none."""
        fullest = {source.spellings[0] for source in self.named if source.spellings}
        whole = [source for source in self.named if source.spellings]
        return tuple(whole) if len(fullest) > 1 else ()

    @property
    def times(self) -> int:
        """How often the sources name it."""
        return sum(len(source.places) for source in self.named)


def collect(parties: tuple[Party, ...], dossier: Dossier, labels: Labels) -> tuple[Profile, ...]:
    """The profile of each, in their order."""
    by_speaker: dict[str | None, list[Said]] = {}
    for e in said(dossier):
        by_speaker.setdefault(e.speaker, []).append(e)
    return tuple(
        Profile(
            party,
            tuple(Role(role, mentions.of_role(party, role)) for role in party.roles),
            accounts.entries(own := by_speaker.get(party.key, []), dossier),
            tuple(e for e in own if isinstance(e, Amount)),
            tuple(_in_source(source, party) for source in party.sources if source in labels.sources),
        )
        for party in parties
    )


def _in_source(source: str, party: Party) -> InSource:
    places = tuple(place for place in mentions.named(party) if place.source == source)
    spellings = sorted({place.name for place in places if place.name}, key=lambda name: (-len(name), name))
    return InSource(source, tuple(spellings), places)
