"""Which runs of capitalised words name a person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sourced.extraction.names import lexicon, roles, wording
from sourced.extraction.names.capitals import Run
from sourced.extraction.names.speaking import Speaking
from sourced.model import Article

_AGE = re.compile(r"\s*,\s*(?:aged? )?\d{1,3}\s?(?:,|\.|years)")
_WHO = re.compile(r",?\s+who\b")
_VERB_AFTER = re.compile(
    r"(?:,[^,.“”\"]{1,60},)?\s+(?:also |has |had |later |then |first )?(?P<verb>[a-z]+)\b"
)
_VERB_BEFORE = re.compile(r"(?P<verb>[a-z]+)\s+$")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
# What "it" follows in the same clause is a thing or a body.
THING = re.compile(r"[^.!?“”\"]{0,60}\b(?:it|its)\b")
_PLACED = re.compile(r"\b(?:in|at|near|outside|across|around|throughout|into)\s(?:the\s)?$")
_WORD_AFTER = re.compile(r" (?P<word>[a-z]+)\b")
_THE = re.compile(r"\b[Tt]he\s$")
_OF = re.compile(r"\b(?:of|for|to)\s(?:the\s)?$")
_LINKED = re.compile(r"\s(?:of|for|to)\s")
_CREDIT = re.compile(
    r"\b(?:image|photo|picture|photograph|credit|file)s?(?: by|:| credit:)\s*$", re.IGNORECASE
)
_HEARD = frozenset(("called", "added", "told", "asked"))  # what follows these is who hears, not who speaks
_OWNED = re.compile(r"[A-Z][\w&.-]*[’']s\s$")  # "Northern Bank's Liv Berg said"
_LAND = re.compile(r",\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?(?:[,.;)]|\s(?:and|on|said)\b|$)")
# The Arabic article, with a capital at a sentence's beginning.
ARTICLE = re.compile(r"^(?:Al|El|An|As|Ad|Ul)-(?=[A-Z])")
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_ENOUGH = 2
_NEAR = 160  # characters after a name in which a pronoun speaks for a person


class Name(Struct, frozen=True):
    """A person's name as its words, without titles and roles; ``suffix`` is "Jr" or the like, else empty."""

    words: tuple[str, ...]
    suffix: str = ""


class _Known(Struct, frozen=True):
    """What an article tells: words alone with a capital, how often; words without one; who speaks."""

    alone: Counter[str]
    small: frozenset[str]
    speaking: Speaking


def find(article: Article, runs: Sequence[Run], speaking: Speaking) -> list[Name]:
    """The names that something beside them shows to be a person's, in text order.

    What counts: a known given name, a title, a role, an age, "who", a verb of saying or being the
    source of a quotation, a pronoun, and that the surname stands alone elsewhere.
    """
    text = article.text
    known = _Known(
        alone=Counter(run.texts[0] for run in runs if len(run.words) == 1),
        small=small_words(text),
        speaking=speaking,
    )
    starts = [sentence.start for sentence in article.sentences]
    found: list[Name] = []
    before: Run | None = None
    for run in runs:
        if not run.heading:
            sentence = starts[bisect_right(starts, run.start) - 1]
            name = _name(text, run, sentence, known)
            if name:
                found += _spouse(text, before, name, run)
                found.append(name)
        before = run
    return found


def small_words(text: str) -> frozenset[str]:
    """The words of a text that stand without a capital somewhere: no name is made of them."""
    return frozenset(_SMALL.findall(text))


def _spouse(text: str, before: Run | None, name: Name, run: Run) -> Iterator[Name]:
    """The first of two with one surname: the James of "James and Linda Porter"."""
    if before is None or text[before.end : run.start] not in (" and ", " & "):
        return
    *roles_of, first = before.texts
    if not all(wording.several(word) for word in roles_of):
        return
    given = lexicon.given_names()
    if len(name.words) > 1 and first in given and name.words[0] in given:
        yield Name((first, name.words[-1]))


def placed(text: str, start: int) -> bool:
    """Whether "in" or the like stands before: a place."""
    return _PLACED.search(text, max(0, start - 16), start) is not None


def introduced(text: str, end: int) -> bool:
    """Whether what follows a name shows a person: an age, "who", a role in apposition."""
    after = _AGE.match(text, end) or _WHO.match(text, end) or roles.after(text, end, len(text))
    return after is not None


def _name(text: str, run: Run, sentence: int, known: _Known) -> Name | None:
    words = run.texts
    first, last = _bounds(text, run, words)
    name = tuple(words[first:last])
    suffix = words[-1].rstrip(".")
    whole = Name(name, suffix if suffix in lexicon.listed("suffix") else "")
    if len(words) > 1 and " ".join(words) in lexicon.places():
        return None  # "Buenos Aires said"
    start, end = run.words[first].start, run.words[last - 1].end
    honoured = any(word in lexicon.listed("honour") for word in words[last:])
    behind = run.end if honoured else end
    given = name[0] in lexicon.given_names()
    title = words[first - 1] if first else None
    plausible = wording.plausible(name)
    if not plausible and not (given and wording.plausible(name, surname=True)):
        return None
    if _CREDIT.search(text, max(0, start - 24), start):
        return None
    source = known.speaking.heads(start, end) and not THING.match(text, end)
    verb = source or speaks(text, start, behind)
    if len(name) == 1 and title is None and not verb:
        return None  # nothing else is enough
    role = roles.before(text, start, sentence)
    if not (plausible or role or title or introduced(text, end)):
        return None
    touching = role is not None and not text[role.end : start].strip()
    if role and touching and not given and _goes_on(role.surface(text)):
        role, touching = (
            None,
            False,
        )  # "Director of the National Nutrition Study": what follows is more of the role
    titled = title is not None and (lexicon.is_title(title) or lexicon.role_noun(title) is not None)
    score = 2 * titled + verb + (source and len(name) > 1)
    if len(name) == 1:
        score += known.alone[name[0]] > 0 or _PRONOUN.search(text, end, end + _NEAR) is not None
        score += role is not None and not titled
        # "General Electric", "Captain America": a title alone makes no name of a common word.
        # A word of address is enough, and so is a title that goes with one name: "Pope", "Queen".
        alike = title is not None and lexicon.titles().get(title.rstrip(".").lower(), "-") in ("m", "f")
        return whole if score > _ENOUGH or (title is not None and (alike or wording.address(title))) else None
    common = run.opens and first == 0 and name[0].lower() in lexicon.common_words()
    score += (-1 if common else 2) if given else 0
    score += 2 * (role is not None and not titled)
    score += 2 * (honoured or introduced(text, end))
    score += known.alone[name[-1]] > 0
    score -= 2 * (not given and all(word.lower() in known.small for word in name))
    score += _PRONOUN.search(text, end, end + _NEAR) is not None
    score += _OWNED.search(text, max(0, start - 24), start) is not None and verb
    score -= 4 * (not titled and _located(text, start, end))
    score -= _doubt(text, start, end, name, sure=given or titled or touching, verb=verb)
    return whole if score >= _ENOUGH else None


def _located(text: str, start: int, end: int) -> bool:
    """Whether it is a town with its land: "in Ann Arbor, Michigan."."""
    return placed(text, start) and _LAND.match(text, end) is not None


def _goes_on(role: str) -> bool:
    """Whether what the role is of may go on in what follows; a body's name is over with its noun."""
    return (
        _LINKED.search(role) is not None and role.rsplit(maxsplit=1)[-1].lower() not in lexicon.body_nouns()
    )


def _doubt(text: str, start: int, end: int, name: tuple[str, ...], *, sure: bool, verb: bool) -> int:
    """What speaks against a person: "in ...", "the ...", a noun right after, a word that names places."""
    after = _WORD_AFTER.match(text, end)
    goes_on = after is not None and not (
        after["word"] in lexicon.common_words()
        or after["word"] in lexicon.speech_verbs()
        or after["word"].endswith(("ed", "ly", "s"))
    )
    against = 2 * (name[-1] in lexicon.not_names() or name[-1] in lexicon.territories())
    if not sure:
        against += 2 * placed(text, start) + 2 * (goes_on and not verb)
    return against + 3 * (_THE.search(text, max(0, start - 4), start) is not None)


def _bounds(text: str, run: Run, words: Sequence[str]) -> tuple[int, int]:
    """Which words of a run are the name: the first, and the one after the last."""
    last = len(words)
    while last > 1 and wording.after_name(words[last - 1]):
        last -= 1
    while last > 2 and (
        words[last - 1].lower() in lexicon.common_words()
        or (words[last - 1] in lexicon.listed("never-last") and not _surnamed(words, last))
    ):
        last -= 1
    first = _start(words[:last])
    if first == 0 and _OF.search(text, max(0, run.start - 8), run.start):
        # "Governor of Kansas Ann Lee": the known given name begins the name.
        first = next((at for at in range(1, last - 1) if words[at] in lexicon.given_names()), 0)
    return first, last


def _surnamed(words: Sequence[str], last: int) -> bool:
    """Whether a title and a given name stand before the last word: "Sir Simon Hall", which is no hall."""
    return words[last - 2] in lexicon.given_names() and lexicon.is_title(words[last - 3])


def _start(words: Sequence[str]) -> int:
    """Where the name begins after titles, roles, and the country or party of the person."""
    given = lexicon.given_names()
    if len(words) > 1 and wording.several(words[0]):
        return 1  # "Presidents Reagan and Bush"
    for at in range(len(words) - 2, -1, -1):
        word = words[at]
        if word in given and at + 2 == len(words) and (at == 0 or not lexicon.is_title(words[at - 1])):
            continue
        if wording.HYPHENED.fullmatch(words[at + 1]) and not lexicon.is_title(word):
            continue  # "Son Woo-mok": the surname comes first
        if lexicon.is_title(word) or lexicon.role_noun(word):
            return at + 1
    if len(words) > 3 and words[0] not in given:
        # "Student Union Alice Brown": the last known given name begins the name.
        for at in range(len(words) - 2, 1, -1):
            if words[at] in given:
                return at
    first = 0
    while len(words) - first > 2 and words[first] not in given and _attribute(words[first]):
        first += 1
    return first


def _attribute(word: str) -> bool:
    return (
        word in lexicon.listed("attribute")
        or word in lexicon.territories()
        or word in lexicon.listed("country")
    )


def speaks(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands right before or after."""
    verbs = lexicon.speech_verbs()
    after = _VERB_AFTER.match(text, end)
    if after and after["verb"] in verbs:
        return True
    before = _VERB_BEFORE.search(text, max(0, start - 14), start)
    return before is not None and before["verb"] in verbs and before["verb"] not in _HEARD
