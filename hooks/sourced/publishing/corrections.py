"""What editors corrected, as readers are told of it: beside each entry, and in one list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from sourced.model import Correction, Dossier
from sourced.publishing import dates


class Listed(Struct, frozen=True):
    """A line of the list: what was corrected, where that stands (a key), and what was done to it."""

    words: str
    key: str
    note: str


def notes(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """For each key that an editor corrected something of, a line for each correction."""
    found: dict[str, tuple[str, ...]] = {}
    for correction in dossier.corrections:
        for number, key in enumerate(correction.keys):
            found[key] = (*found.get(key, ()), _note(correction, first=number == 0))
    return found


def listed(dossier: Dossier) -> Iterator[Listed]:
    """All corrections in the order of ``dossier.yml``; what was dropped leads to its source."""
    words = {
        **{e.key: e.selector.exact for e in (*dossier.quotations, *dossier.figures, *dossier.terms)},
        **{party.key: party.name for party in (*dossier.people, *dossier.bodies)},
        **{event.key: event.text for event in dossier.events},
    }
    for correction in dossier.corrections:
        key = next((key for key in correction.keys if key in words), correction.passage.source)
        # The list names what a split made, beside which its first entry says only that it lost something.
        told = correction.kind == "split" and correction.keys[1] in words
        key = correction.keys[1] if told else key
        yield Listed(words.get(key) or correction.was or "", key, _note(correction, first=not told))


def _note(correction: Correction, *, first: bool) -> str:
    reason = f" Their reason: {correction.reason}" if correction.reason else ""
    return f"{_done(correction, first=first)}{reason}"


def _done(correction: Correction, *, first: bool) -> str:
    was = correction.was
    match correction.kind:
        case "speaker":
            return f"The editors say whose words these are; the program had {was or 'nobody'}."
        case "date":
            had = dates.words(was) if was else ""
            return f"The editors gave this its date; the program had {had or 'none'}."
        case "headline":
            return "The headline is the editors’, the words below it are the source’s."
        case "planned":
            return f"The editors say that this {'happened' if was else 'is planned'}, the program did not."
        case "side":
            return f"The editors say which side this is on; the program had {was or 'none'}."
        case "roles" if was:
            return f"The editors took out what the program had this called: {was}."
        case "roles":
            return "The editors put in order what this is called."
        case "kind":
            return f"The editors say what this is; the program had {was}."
        case "merge":
            return f"The editors made this one entry; the program had “{was}” apart."
        case "split":
            if first:
                return "The editors took out of this entry what is of another."
            return f"The editors put here what the program had in “{was}”."
        case "drop":
            return "The editors took this out."
