"""Named bodies of one article: ministries, forces, staffs, agencies, parties, companies."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from sourced.extraction.names import lexicon
from sourced.extraction.names.capitals import Run
from sourced.model import Article, Mention, Span

_OF = re.compile(r" (?:of|for)(?: the)? (?=[^\W\d_a-z])")
_AND = re.compile(r"(?:,? and|,) (?=[^\W\d_a-z])")
_SMALL = re.compile(r" (?P<word>[a-z]+(?:[-’'][a-z]+)*)")
ACRONYM = re.compile(r" \((?P<acronym>[A-Z]{2,7}|[A-Z]{1,5}[a-z]{1,2}[A-Z]{1,5})\)")
# A noun for a body right before its name: "the news agency Tass", "his company Acme".
_NAMED = re.compile(
    r"\b(?:agency|newspaper|company|firm|broadcaster|channel|website|magazine|station|network|charity"
    r"|think tank"
    r"|daily|weekly|tabloid|airline|pollster|watchdog|retailer|carmaker|manufacturer|bank|publisher"
    # what a person may be as well ("the operator"): a body, if it is "it"
    rf"|(?P<either>{'|'.join(sorted(lexicon.listed('trade')))}))\s$"
)
# Not the "it" of "it was late", which nobody is.
_ITSELF = re.compile(r"[^.!?“”\"]{0,60}\b(?:it (?!is\b|was\b)|its\b)")
_THE = re.compile(r"\b[Tt]he $")
_PARTY_AND_STATE = re.compile(r"[A-Z]-[A-Z][a-z]+\.?")
_ENDING = re.compile(r"(?:ian|an|ese|ish|i|a|e|y|s)$")
_IN = re.compile(r" in (?=[^\W\d_a-z])")
_WITHIN_LANDS = frozenset(("organization", "organisation"))
# The plural that a council or a commission is of, and what it is of right before it.
_OF_WHOM = re.compile(r" of (?:(?!the |an? |its |their |his |her )[a-z-]+ ){0,2}?[a-z]{3,}[^s\W]s\b")
_LIST = 3  # things that one department may be for
_WITHIN = 4  # words in small letters after a proper name in which the body noun stands


def find(article: Article, runs: Sequence[Run], single: Container[str]) -> tuple[Mention, ...]:
    """The places that name a body, in text order; the article ("the") is no part of a mention.

    ``single`` are words that name a body by themselves.
    """
    text = article.text
    found: list[Mention] = []
    starts = {run.start: run for run in runs}
    ends = {run.end: run for run in runs}
    end = 0
    for run in runs:
        if run.heading or run.start < end or _PARTY_AND_STATE.fullmatch(run.texts[0]):
            continue
        alone = len(run.words) == 1 and text[run.start : run.end] in single
        span = Span(run.start, run.end) if alone else _in_run(text, run, starts)
        named = span and span.end + 1 in starts and _NAMED.search(text, span.start, span.end + 1)
        if span and run.start == span.start:
            span = Span(_first_half(text, run, ends), span.end)
        if span and not named:  # "the French news agency" of "the French news agency AFP" is no name
            found.append(Mention(span.start, span.end, "name"))
            end = span.end
    return tuple(sorted([*found, *_acronyms(text, runs, found)]))


def key(name: str) -> frozenset[str]:
    """What names of one body share ("Ministry of Health", "Health Ministry"): the stems of their words."""
    words = re.findall(r"[^\W_]+", name.lower())
    return frozenset(stem(word) for word in words if word not in ("of", "the", "for", "and", "s"))


def head(name: str) -> str | None:
    """The body noun of a name, in lower case: "ministry" of "Ministry of Health" and of "Health Ministry"."""
    lead = re.split(r" (?:of|for|in|on) ", name, maxsplit=1)[0]
    words = (word.rstrip(".") for word in reversed(lead.lower().split()))
    return next((word for word in words if word in lexicon.body_nouns()), None)


def stem(word: str) -> str:
    """A word in lower case without the ending that tells a country from what is its own ("kenyan")."""
    return _ENDING.sub("", word) if len(word) > 4 else word


def _in_run(text: str, run: Run, starts: Mapping[int, Run]) -> Span | None:
    """The body that a run names or begins to name."""
    words = run.texts
    if run.opens and len(words) > 2 and words[0].endswith("ing"):
        run, words = run.without(1), words[1:]  # "Addressing Parliament ..."
    if run.opens and len(words) > 2 and lexicon.role_noun(words[0]) and not lexicon.is_title(words[0]):
        run, words = run.without(1), words[1:]  # "Owner Acme Holdings"
    while len(words) > 1 and words[0] in lexicon.listed("day"):
        run, words = run.without(1), words[1:]  # "September"
    whole = " ".join(words)
    if whole in lexicon.bodies():
        return _extended(text, run, starts, whole)
    if any(
        words[at - 1] in lexicon.territories() and " ".join(words[at:]) in lexicon.bodies()
        for at in range(1, len(words))
    ):
        return Span(run.start, run.end)  # "French Senate"
    if len(words) > 1 and words[0] in lexicon.listed("leading"):
        return Span(run.start, run.end)  # "Groupe Martin"
    kind = lexicon.body_nouns().get(words[-1].rstrip(".").lower())
    if kind and kind != "member":
        span = _extended(text, run, starts, words[-1].lower())
        person = (
            kind in ("capital", "paper", "suffix")
            and words[-2:-1]
            and words[-2] in lexicon.given_names()
            and (len(words) == 2 or lexicon.is_title(words[-3]))
        )
        return span if (len(words) > 1 and not person) or span.end > run.end else None
    return _inner(run, words) or _small(text, run) or _beside(text, run, words)


def _first_half(text: str, run: Run, ends: Mapping[int, Run]) -> int:
    """Where a name with "and" begins, if this is its second half: "the Food and Drug Administration"."""
    other = ends.get(run.start - 5) if text[run.start - 5 : run.start] == " and " else None
    if other is None or len(run.words) < 2 or not _THE.search(text, max(0, other.start - 4), other.start):
        return run.start
    own = lexicon.bodies() | lexicon.body_nouns().keys() | lexicon.territories()
    words = other.texts
    whole = any(
        word in own or word.lower() in own or word.isupper() or _personal(word)
        for word in (*words, " ".join(words))
    )
    return run.start if whole else other.start


def _inner(run: Run, words: Sequence[str]) -> Span | None:
    """A body noun within a run: "Communist Party USA", "Security Service Berlin"."""
    nouns = lexicon.body_nouns()
    inner = [
        at
        for at, word in enumerate(words)
        if at and nouns.get(word.lower()) in ("always", "capital", "paper")
    ]
    if not inner or "One" in words or any(_called(word) for word in words[: inner[-1]]):
        return None
    rest = words[inner[-1] + 1 :]
    if rest and words[inner[-1]] in lexicon.listed("attributive") and lexicon.role_noun(rest[0]):
        return None  # "Harbour Press Secretary"
    over = len(rest) > 1 or any(_personal(word) for word in rest)  # "Supreme Court Justice Ann Lee"
    return Span(run.start, run.words[inner[-1]].end if over else run.end)


def _small(text: str, run: Run) -> Span | None:
    """A body noun in small letters after a proper name or adjective: "French military command"."""
    owner = text[run.end : run.end + 2] in ("'s", "’s")  # "Kenya's health ministry"
    owner = owner and all(word in lexicon.places() or word in lexicon.not_names() for word in run.texts)
    position, end, noun = run.end + 2 * owner, 0, ""
    for _ in range(_WITHIN):
        match = _SMALL.match(text, position)
        if not match:
            break
        word = match["word"]
        unit = not end and position > run.end and word in lexicon.listed("unit")
        if lexicon.body_nouns().get(word) == "always" or unit:
            end, noun = match.end(), word
        elif word not in lexicon.body_modifiers():
            break
        position = match.end()
    end = end and _of_whom(text, end)
    return Span(run.start, end) if end and _closes(text, end, noun) else None


def _of_whom(text: str, end: int) -> int:
    """Where the name ends that goes on in small letters: "Norway's council of legal advisers"."""
    match = _OF_WHOM.match(text, end)
    return match.end() if match else end


def _closes(text: str, end: int, noun: str) -> bool:
    """Whether the noun phrase is over at ``end``: no other noun follows ("army officer")."""
    match = _SMALL.match(text, end)
    if not match or noun in lexicon.listed("plural"):
        return True
    word = match["word"]
    return word in lexicon.common_words() or word in lexicon.speech_verbs() or word.endswith(("ed", "ly"))


def _beside(text: str, run: Run, words: Sequence[str]) -> Span | None:
    """A name that a noun beside it, or its own initials in brackets, shows to be a body's."""
    named = _NAMED.search(text, max(0, run.start - 16), run.start) if len(words) <= 3 else None
    if named and (not named["either"] or _ITSELF.match(text, run.end)):
        known = any(word in lexicon.places() or word in lexicon.given_names() for word in words)
        if not known:
            return Span(run.start, run.end)
    short = ACRONYM.match(text, run.end)
    if short and len(words) > 1 and "".join(word[0] for word in words) == short["acronym"]:
        return Span(run.start, run.end)
    return None


def _acronyms(text: str, runs: Sequence[Run], named: Sequence[Mention]) -> Iterator[Mention]:
    """Where the initials of a body that is named elsewhere stand for it."""
    surfaces = [text[mention.start : mention.end] for mention in named]
    known = {initials(surface) for surface in surfaces if " " in surface}
    companies = {company(surface) for surface in surfaces}
    taken = {mention.start for mention in named}
    for run in runs:
        short = len(run.words) == 1 and text[run.start : run.end] in companies and run.start not in taken
        if short and not _names_thing(text, run):
            yield Mention(run.start, run.end, "name")
        for word in run.words:
            surface = text[word.start : word.end]
            if surface.isupper() and len(surface) > 2 and surface in known and run.start not in taken:
                yield Mention(word.start, word.end, "name")


def _names_thing(text: str, run: Run) -> bool:
    """Whether a word tells which thing is meant: "the Harrow dam" is no mention of Harrow Water."""
    after = _SMALL.match(text, run.end)
    opened = _THE.search(text, max(0, run.start - 4), run.start)
    return opened is not None and after is not None and after["word"] not in lexicon.speech_verbs()


def company(name: str) -> str | None:
    """The first word of a company's name, which stands for it later: "Acme" of "Acme Holdings plc"."""
    words = name.split()
    last = lexicon.body_nouns().get(words[-1].rstrip(".").lower())
    known = (
        words[0] in lexicon.places() or words[0] in lexicon.given_names() or words[0] in lexicon.not_names()
    )
    free = not known and not words[0].isupper() and words[0].lower() not in lexicon.common_words()
    return words[0] if len(words) > 1 and last == "suffix" and free and len(words[0]) > 3 else None


def initials(name: str) -> str:
    """The capitals that the words of a name begin with."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _extended(text: str, run: Run, starts: Mapping[int, Run], noun: str) -> Span:
    """Over "of" and "for": "Bank of England", "Department of Health and Human Services"."""
    end = run.end
    match = _OF.match(text, end)
    while match and match.end() in starts:
        of = starts[match.end()]
        words = of.texts
        person = next(
            (at for at, word in enumerate(words) if 0 < at < len(words) - 1 and _personal(word)), None
        )
        if person:
            return Span(run.start, of.words[person - 1].end)
        end = of.end
        if noun in lexicon.listed("joining") and (joined := _joined(text, end, starts)):
            within = _IN.match(text, joined)
            place = starts.get(within.end()) if within and noun in _WITHIN_LANDS else None
            return Span(run.start, place.end if place else joined)
        match = _OF.match(text, end)
    return Span(run.start, end)


def _joined(text: str, end: int, starts: Mapping[int, Run]) -> int | None:
    """Where a list ends that goes on with "and" or a comma: "[Culture], Media and Sport"; else None."""
    last = None
    for _ in range(_LIST):
        also = _AND.match(text, end)
        other = starts.get(also.end()) if also else None
        if also is None or other is None or len(other.words) > 2:
            break
        if any(_personal(word) for word in other.texts):
            break
        if "and" in also[0]:
            return other.end
        end = other.end
    return last


def _personal(word: str) -> bool:
    return _called(word) or lexicon.role_noun(word) is not None


def _called(word: str) -> bool:
    return word in lexicon.given_names() or lexicon.is_title(word)
