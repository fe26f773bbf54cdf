"""Verbs of saying and the frames in which they take what is said, from ``cues.tsv``.

The head of that file tells what each frame means and how to add a verb.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct

from sourced import wordlists

Form = Literal["base", "third", "past", "participle", "ing"]


class Verb(Struct, frozen=True):
    """One line of ``cues.tsv``: a verb, the words after its first ("out"), and its frames."""

    lemma: str
    rest: tuple[str, ...]
    frames: frozenset[str]


@cache
def table() -> dict[str, tuple[tuple[Form, Verb], ...]]:
    """From a form of a verb's first word to the verbs it may be, those of more words first."""
    table: dict[str, list[tuple[Form, Verb]]] = {}
    for lemma, pasts, frames in wordlists.rows(__package__, "cues.tsv"):
        past, _, participle = pasts.partition("/")
        head, *rest = lemma.split()
        verb = Verb(lemma, tuple(rest), frozenset(frames.split()))
        regular = past.split()[0] if past != "-" else _past(head)
        forms: list[tuple[str, Form]] = [
            (head, "base"),
            (_third(head), "third"),
            (regular, "past"),
            (_ing(head, regular), "ing"),
        ]
        if participle:
            forms.append((participle, "participle"))
        for form, kind in forms:
            table.setdefault(form, []).append((kind, verb))
    # "read" and "cast" are their own past: the later form asks less of the words around it
    return {
        form: tuple(sorted(found, key=lambda pair: (-len(pair[1].rest), pair[0] == "base")))
        for form, found in table.items()
    }


@cache
def thirds() -> frozenset[str]:
    """The forms in -s that are never nouns: "says", "insists"."""
    return frozenset(
        form
        for form, found in table().items()
        if any(kind == "third" and not verb.rest and "noun" not in verb.frames for kind, verb in found)
    )


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "go")) else "s")


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeo" else verb + "ed"


def _ing(verb: str, past: str) -> str:
    if past.endswith(verb[-1] * 2 + "ed"):  # "admitted"
        return past[:-2] + "ing"
    if verb.endswith("it") or verb in ("put", "begin"):
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + "ing"
