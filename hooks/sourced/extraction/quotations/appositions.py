"""Appositions: what stands behind the name of who speaks and says who that is ("Ann Lee, a baker in Oslo,").

All positions are indices into a sentence's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourced.extraction.names import lexicon
from sourced.extraction.quotations import nounphrases, predicates, wordclasses
from sourced.extraction.quotations.attributions import Reading
from sourced.extraction.quotations.nounphrases import Phrase
from sourced.extraction.quotations.words import Word, classed

_LONGEST = 30  # words of an apposition; what is longer was misread
_NAMES = 4  # words of a name beside another's apposition
_RELATIVES = frozenset("who whose whom which".split())
_ORIGINS = frozenset("of from".split())
_STOPS = frozenset((*",.;:—–-?!", "--"))
_AGE = 4  # characters of a number that is too long for an age


def whole(words: Sequence[Word], reading: Reading) -> Phrase | None:
    """The source of a reading with its appositions, a non-restrictive clause ("…, who …") left out.

    In front of its verb the source reaches to the comma that the verb follows; behind it, to the end of the
    apposition's own phrase. It never reaches into what is said.
    """
    if reading.source is None or not _nominal(words, reading.source):
        return reading.source
    first, last = _with_role(words, reading.source)
    limit = min([a for a, _ in reading.parts if a >= last], default=len(words))
    if limit == last:
        return first, last
    if last < len(words) and words[last].low == "who" and words[last - 1].shape == "a":
        end = _behind(words, last) or last  # "a man who asked for silence"
    elif last + 1 >= limit or words[last].shape != ",":
        return first, last
    elif reading.cue is not None and last <= reading.cue[0]:
        end = _before(words, last, predicates.start(words, reading.cue[0]) - 1)
    else:
        end = (_apposes(words, last + 1) and _behind(words, last + 1)) or last
    return (first, end) if end < limit or limit == len(words) else reading.source


def _with_role(words: Sequence[Word], source: Phrase) -> Phrase:
    """A name with the role in front of it where one comma parts them: "The mayor, Ann Lee said"."""
    first, last = source
    named = all(words[k].shape == "A" and not words[k].low.endswith("'s") for k in range(first, last))
    if last - first < 2 or not named or first < 3 or words[first - 1].shape != ",":
        return source
    start = first - 1
    while start > 0 and words[start - 1].shape in "aA":
        start -= 1
    clause = start == 0 or words[start - 1].shape == ","
    owned = clause and wordclasses.determines(words[start])
    return (start, last) if owned and lexicon.role_noun(words[first - 2].low) is not None else source


def _before(words: Sequence[Word], last: int, comma: int) -> int:
    """Where the source ends in front of the comma that closes its appositions, or of "who" in them."""
    if words[comma].low in _RELATIVES:
        comma -= 1
    if comma <= last or words[comma].shape not in ",—–" or not _apposes(words, last + 1):
        return last
    commas = (k for k in range(last + 1, comma) if words[k].shape == ",")
    end = next((k for k in commas if _breaks(words, k + 1)), comma)
    return end if end - last < _LONGEST else last


def _breaks(words: Sequence[Word], at: int) -> bool:
    """Whether what follows a comma is no apposition any more: "who", "however", "for example", a verb."""
    low = words[at].low
    elsewhere = low in classed("preposition") - _ORIGINS or wordclasses.adverb(words[at])
    return low in _RELATIVES or elsewhere or wordclasses.finite(words, at)


def _nominal(words: Sequence[Word], source: Phrase) -> bool:
    """Whether a name or a noun is the source, and no pronoun."""
    return source[1] - source[0] > 1 or (
        words[source[0]].shape == "A" and words[source[0]].low not in classed("subject")
    )


def _apposes(words: Sequence[Word], at: int) -> bool:
    """Whether what begins here can say who somebody is: "a baker", "53", "founder of", "Ann Lee"."""
    word = words[at]
    follows = words[at + 1] if at + 1 < len(words) else None
    if word.shape == "1":
        return follows is not None and follows.shape in ",.)" and len(word.low) < _AGE
    if word.low in _ORIGINS:
        return follows is not None and follows.shape == "A"
    times = classed("time") | classed("day")
    if word.low in times | _RELATIVES or (follows is not None and follows.low in times):
        return False
    if word.shape == "A" or wordclasses.determines(word):
        return True
    nouns = (w.low for w in words[at : at + 4] if w.shape == "a")
    opens = nounphrases.opens(words, at) or word.low == "acting"
    return opens and any(lexicon.role_noun(noun) for noun in nouns)


def _behind(words: Sequence[Word], at: int) -> int | None:
    """Where the apposition ends that begins at ``at``, behind the verb; None where nothing shows its end."""
    last = at
    if words[at].shape == "1":
        last = at + 1
        follows = last + 1 < len(words) and words[last].shape == ","
        return (follows and _apposes(words, last + 1) and _behind(words, last + 1)) or last
    while last < len(words) and (words[last].shape in "aA1&/" or _titled(words, last)):
        joined = words[last].low == "and" and last + 1 < len(words) and wordclasses.finite(words, last + 1)
        if joined or wordclasses.timely(words, last) or words[last].low in classed("day"):
            break
        last += 1
    while last > at and words[last - 1].low in classed("preposition"):
        last -= 1
    if words[last - 1].low.endswith("ing") and words[last - 2].shape == "a":
        return None  # "her voice shaking"
    ends = (
        last >= len(words)
        or words[last - 1].region is not None
        or words[last].shape in _STOPS
        or words[last].low in classed("day") | classed("preposition")
    )
    return _joined(words, last) if at < last < at + _LONGEST and ends else None


def _joined(words: Sequence[Word], last: int) -> int:
    """Past another who speaks with the first: "Ann Lee, the mayor, and Paul Dahl, her deputy"."""
    at = last + 2
    if at >= len(words) or words[last].shape != "," or words[last + 1].low != "and" or words[at].shape != "A":
        return last
    end = next((k for k in range(at, min(len(words), at + _NAMES + 1)) if words[k].shape != "A"), at)
    if end < len(words) and words[end].shape == "," and end + 1 < len(words) and _apposes(words, end + 1):
        return _behind(words, end + 1) or last
    return end if end > at and end < len(words) and words[end].shape == "." else last


def _titled(words: Sequence[Word], at: int) -> bool:
    """Whether words in marks are what something in the apposition is called: "author of “Salt”"."""
    before = words[at - 1]
    return words[at].region is not None and before.shape == "a" and before.low not in classed("conjunction")
