"""Names of one word that say things, without a title: people ("Suharyanto") and bodies ("Greenpeace")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from sourced.extraction.names import candidates, lexicon, roles, wording
from sourced.extraction.names.capitals import Run
from sourced.extraction.names.speaking import Speaking
from sourced.model import Article

_SAID_HE = re.compile(r" (?:also |then |has )?[a-z]+ (?:that )?(?:he|she|his|her)\b")
_SAID_IT = re.compile(r" (?:also |has )?(?P<verb>[a-z]+) (?:on [A-Z][a-z]+ )?(?:that )?(?:it|its)\b")
_HUMAN = re.compile(r"[^.!?“”\"]{0,80}\b(?:he|she|his|her)\b")
_WITHIN = re.compile(r"\b(?:in|near|outside|across|around|throughout)\s(?:the\s)?$")
_THE = re.compile(r"\b[Tt]he\s$")
_OF_WHAT = re.compile(r"\b(?:of|for) (?:the )?$")
_SINGULAR = ("ss", "us", "is", "as", "os")
_ENOUGH = 2


class Singles(Struct, frozen=True):
    """The words, each one that names a person or a body wherever it stands."""

    people: tuple[str, ...]
    bodies: frozenset[str]


class _Evidence(Struct):
    """What tells people and bodies apart. From ``human`` 2 on it is sure."""

    spoke: bool = False
    human: int = 0
    count: int = 0
    inside: bool = False  # with a capital that the beginning of a sentence does not explain
    small: bool = False  # somewhere without a capital
    thing: bool = False
    said_it: bool = False
    role: bool = False
    place: bool = False
    opened: bool = False  # after "the"


def find(article: Article, runs: Sequence[Run], speaking: Speaking) -> Singles:
    """Who or what one word names that speaks: with "he", "who", "I" or a role a person, with "it" a body.

    A body is also what speaks, is no place and nowhere a "he". Words that are part of longer names
    are left to those.
    """
    text = article.text
    found: dict[str, _Evidence] = {}  # of those that speak somewhere
    alone: defaultdict[str, list[Run]] = defaultdict(list)
    small = candidates.small_words(text)
    longer: set[str] = set()
    for run in runs:
        if len(run.words) > 1:
            longer.update(run.texts)
        elif not run.heading:
            alone[candidates.ARTICLE.sub("", run.texts[0])].append(run)
    for word, places in alone.items():
        said = [(run, *_says(text, run, speaking)) for run in places]
        if any(spoke or said_it for _, spoke, said_it in said):
            told = found[word] = _Evidence(small=word.lower() in small)
            for run, spoke, said_it in said:
                _gather(text, run, told, speaking, spoke=spoke, said_it=said_it)
    people = tuple(word for word, told in found.items() if _person(word, told))
    longer |= {f"{word}s" for word in longer}  # "the Lees"
    bodies = (word for word, told in found.items() if word not in longer and _body(word, told))
    return Singles(people, frozenset(bodies) - frozenset(people))


def _says(text: str, run: Run, speaking: Speaking) -> tuple[bool, bool]:
    """Whether the word speaks, and whether "it" said so."""
    if _OF_WHAT.search(text, max(0, run.start - 16), run.start):
        return False, False  # "Friends of the Mill said it": more than its last word speaks
    it = _SAID_IT.match(text, run.end)
    said_it = it is not None and it["verb"] in lexicon.speech_verbs()
    return speaking.heads(run.start, run.end) or candidates.speaks(text, run.start, run.end), said_it


def _gather(text: str, run: Run, told: _Evidence, speaking: Speaking, *, spoke: bool, said_it: bool) -> None:
    before = text[max(0, run.start - 16) : run.start]
    word = text[run.start : run.end]
    told.count += 1
    told.inside |= not run.opens
    told.place |= _WITHIN.search(before) is not None
    told.opened |= _THE.search(before) is not None or candidates.placed(text, run.start)
    told.thing |= candidates.THING.match(text, run.end) is not None
    told.role |= roles.before(text, run.start, 0) is not None or candidates.introduced(text, run.end)
    told.said_it |= said_it
    if not spoke:
        return
    told.spoke = True
    sure = (
        (word in lexicon.given_names() and not run.opens)
        or speaking.says_i(run.start, run.end)
        or _SAID_HE.match(text, run.end) is not None
    )
    told.human += _ENOUGH if sure else _HUMAN.match(text, run.end) is not None


def _person(word: str, told: _Evidence) -> bool:
    usable = wording.plausible((word,)) and not (told.place or told.opened or told.thing)
    usable = usable and (not told.small or word in lexicon.given_names())
    return usable and told.spoke and (told.role or told.human >= _ENOUGH)


def _body(word: str, told: _Evidence) -> bool:
    other = word in lexicon.given_names() or word in lexicon.places() or word in lexicon.not_names()
    other = other or word in lexicon.listed("demonym") or lexicon.is_people(word)
    other = other or word in lexicon.listed("portfolio")  # "Transport and Energy Minister Ann Lee"
    human = told.human >= _ENOUGH or (told.role and not told.thing)
    if other or human or told.place:
        return False
    if not told.inside and word.endswith("s") and not word.endswith(_SINGULAR):
        return False  # "Residents said it was ..."
    name = (told.inside or told.count > 1) and not told.small
    return told.said_it or (name and told.spoke and not told.human and wording.plausible((word,)))
