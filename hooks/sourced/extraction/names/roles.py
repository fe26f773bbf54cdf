"""The words beside a name that say what the person is: "Belfast Mayor", "head of the agency", "a farmer"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourced.extraction.names import lexicon
from sourced.model import Span

_WORD = re.compile(r"[^\W_]+(?:[-.’'/&][^\W_]+)*\.?")
_BEFORE = 110  # characters looked at to the left and right of a name
_AFTER = 130
_HEAD_WITHIN = 6  # words from the beginning of an apposition in which its role noun stands
_OF = frozenset(("of", "for", "to"))
# What may come before the role behind a name: an age, or the party and state of a lawmaker ("D-Ohio").
_AGE = re.compile(r"\s*,\s*(?:(?:aged? )?\d{1,3}(?= ?,|\.| years)|[A-Z]-[A-Z][a-z]+\.?(?=,))")
_APART = re.compile(r"\s?,\s|\s[—–-]\s|\s?\(")
_CLOSED = re.compile(rf"\s+(?:{'|'.join(sorted(lexicon.listed('aside')))}|[a-z]+ing)\b|\s+[—–]")
_OWNER = ("'s", "’s")
_BARE = frozenset(("doctor", "professor"))  # no more than words of address when they touch a name
_JUSTICE = "justice"  # a role, and what a minister is of


def before(text: str, name: int, left: int) -> Span | None:
    """The role that ends right before the name which begins at ``name``, looked for from ``left`` on.

    It may touch the name ("party leader Ann Lee") or stand before a comma ("the leader of the
    party, Ann Lee"). Without article, and without a bare word of address ("Mr").
    """
    left = max(left, name - _BEFORE)
    close = name
    while close > left and text[close - 1].isspace():
        close -= 1
    if close > left and text[close - 1] == ",":
        return _before_comma(text, left, close - 1)
    return _touching(text, left, close)


def after(text: str, end: int, right: int) -> Span | None:
    """The role in apposition after a name that ends at ``end``, without article: ", head of the agency,"."""
    right = min(right, end + _AFTER, len(text))
    age = _AGE.match(text, end, right)
    apart = _APART.match(text, age.end() if age else end, right)
    if not apart:
        return None
    words: list[re.Match[str]] = []
    heads: list[int] = []
    position, linked = apart.end(), False
    for word in _WORD.finditer(text, apart.end(), right):
        gap = text[position : word.start()].strip()
        if gap and not (_plural_owner(words, gap) if words else gap in ("“", '"')):
            break
        low = word[0].lower().rstrip(".")
        within = words and words[-1][0].lower() in lexicon.listed(
            "determiner"
        )  # "chair of the planning group"
        if heads and (low in lexicon.listed("aside") or (low.endswith("ing") and not within)):
            break  # "the director who led it", "the head of the group organising the march"
        if _clause(word[0]) or (heads and low in ("his", "her", "their", "all")):
            return None
        if not linked and word[0] in lexicon.given_names():
            return None  # the next in a list of people
        words.append(word)
        position = word.end()
        linked = linked or low in lexicon.listed("link")
        if not linked and lexicon.role_noun(word[0]):
            heads.append(len(words) - 1)
    if not heads or not (_ends(text, position, right) and _joined(words)):
        return None
    first = 0
    while (
        words[first][0].lower() in lexicon.listed("determiner") | lexicon.listed("adverb")
        and first < heads[0]
    ):
        first += 1
    if heads[0] >= first + _HEAD_WITHIN:
        return None
    return _trimmed(text, words[first].start(), position)


def head(text: str, role: Span) -> str | None:
    """The role noun that a role is about, in lower case: the last one before "of", "for", "in" and so on."""
    found = heads(text, role)
    return found[-1] if found else None


def heads(text: str, role: Span) -> tuple[str, ...]:
    """All role nouns that a role is about: both of "ministry spokesman Colonel"."""
    found: list[str] = []
    for word in _WORD.finditer(text, role.start, role.end):
        if found and (word[0].lower() in lexicon.listed("link") or text[word.start() - 2] == ","):
            break
        noun = lexicon.role_noun(word[0])
        found += [noun] if noun else []
    return tuple(found)


def _plural_owner(words: Sequence[re.Match[str]], gap: str) -> bool:
    """Whether what follows is a plural's own: "the Dockworkers' Union"."""
    return gap in ("'", "’") and words[-1][0].endswith("s")


def _clause(word: str) -> bool:
    """Whether the word shows that no noun phrase but a clause follows the name."""
    low = word.lower().rstrip(".")
    return not (word.isupper() and len(word) > 1) and (
        low in lexicon.listed("stop")
        or low in lexicon.speech_verbs()
        or re.split("['’]", low)[0] in lexicon.listed("personal")
    )


def _ends(text: str, position: int, right: int) -> bool:
    """Whether the apposition is closed: by a mark, a relative clause or the sentence's end."""
    if position >= right or text[position] in ",;.)—–" or text[position - 1] == ".":
        return True
    return _CLOSED.match(text, position) is not None


def _joined(words: Sequence[re.Match[str]]) -> bool:
    """Whether "and", if there is one, joins another role: "founder and owner", not "host and travels"."""
    said = [word[0] for word in words]
    if "and" not in said:
        return True
    rest = said[said.index("and") + 1 :]
    return any(lexicon.role_noun(word) or word[0].isupper() for word in rest)


def _touching(text: str, left: int, close: int) -> Span | None:
    last = text[left:close].rsplit(maxsplit=1)[-1:]
    if last and last[0].isalpha() and last[0][0].islower() and lexicon.role_noun(last[0]) is None:
        return None  # most words, told without reading what is before
    words = list(_WORD.finditer(text, left, close))
    if not words or words[-1].end() != close:
        return None
    noun = lexicon.role_noun(words[-1][0])
    linked = _linked(text, words) if noun in (None, _JUSTICE) else None
    if linked:
        return _extended(text, linked, close)
    if noun is None or noun in _BARE:
        return None
    return _extended(text, words, close)


def _linked(text: str, words: Sequence[re.Match[str]]) -> list[re.Match[str]] | None:
    """The words up to the role noun, where what it is of touches the name: "Secretary of State Ann Lee"."""
    small = lexicon.listed("link") | {"the"}
    if not words[-1][0][0].isupper():
        return None
    for at in range(len(words) - 3, max(-1, len(words) - 9), -1):
        if text[words[at].end() : words[at + 1].start()] != " " or words[at + 1][0] not in _OF:
            continue
        if lexicon.role_noun(words[at][0]) and all(
            w[0][0].isupper() or w[0] in small for w in words[at + 1 :]
        ):
            return list(words[: at + 1])
    return None


def _extended(text: str, words: Sequence[re.Match[str]], end: int) -> Span | None:
    """From the head noun, the last of ``words``, leftwards over its modifiers."""
    start = words[-1].start()
    capital, small = words[-1][0][0].isupper(), 0
    for at in range(len(words) - 2, -1, -1):
        word, low = words[at], words[at][0].lower()
        gap = text[word.end() : words[at + 1].start()]
        if low == "and" and capital:
            return _trimmed(text, _portfolios(text, words[: at + 1], start), end)
        if low == "of" and capital and of_body([w[0] for w in words], at):
            start = word.start()
            continue
        if (gap.strip(" \t\n&\xa0") and not _plural_owner([word], gap.strip())) or len(gap) > 3:
            break
        if low == "to" and at + 2 < len(words) and start == words[at + 1].start():
            start = words[at + 2].start()  # "to see mayor Lee": a verb stands between
            break
        if low in lexicon.listed("determiner") or low in lexicon.listed("link") or _clause(word[0]):
            break
        if low.endswith(_OWNER):
            # "New Zealand's prime minister": whose he is belongs to what he is.
            return _trimmed(text, _owner(text, words, at) if word[0][0].isupper() else start, end)
        if word[0][0].isupper():
            acronym = word[0].isupper() and len(word[0]) > 1
            common = not acronym and low in lexicon.common_words() and low not in lexicon.listed("rank")
            if common or word[0] in lexicon.listed("day"):
                break
            capital = True
        elif lexicon.role_noun(low) is None and not (
            low in lexicon.listed("rank") or low in lexicon.body_modifiers()
        ):
            if capital or small > 1 or low.endswith(("ed", "ing", "ly")) or low in lexicon.common_words():
                break
            small += 1
        start = word.start()
    return _trimmed(text, start, end)


def of_body(words: Sequence[str], link: int) -> bool:
    """Whether "of" stands within the name of a body whose role follows: "Chamber of Commerce president"."""
    own = words[link + 1 : -1]
    return (
        words[link] == "of"
        and link > 0
        and words[link - 1][0].isupper()
        and words[link - 1].lower() in lexicon.body_nouns()
        and bool(own)
        and all(word[0].isupper() and lexicon.role_noun(word) is None for word in own)
        and lexicon.role_noun(words[-1]) is not None
    )


def _portfolios(text: str, words: Sequence[re.Match[str]], start: int) -> int:
    """Where the role begins of a minister for two or three things: "Culture, Media and Sport Secretary"."""
    *before, link = words
    if text[link.end() : start] != " ":
        return start
    joint = " "
    for word in reversed(before):
        if word[0] not in lexicon.listed("portfolio") or text[word.end() : link.start()] != joint:
            break
        start, link, joint = word.start(), word, ", "
    return start


def _owner(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """Where the proper name begins that ends with the possessive ``words[at]``."""
    start = words[at].start()
    for word in reversed(words[:at]):
        if (
            not word[0][0].isupper()
            or text[word.end() : start] != " "
            or word[0].lower() in lexicon.common_words()
        ):
            break
        start = word.start()
    return start


def _before_comma(text: str, left: int, close: int) -> Span | None:
    cut = max(text.rfind(mark, left, close) for mark in ',;:—–“”"(') + 1
    words = list(_WORD.finditer(text, max(left, cut), close))
    for at, word in enumerate(words):
        owner = word[0].lower().endswith(_OWNER) and word[0][0].isupper()
        if not owner and word[0].lower() not in lexicon.listed("determiner"):
            continue
        if _headed(words[at + 1 : at + 8]):
            rest = words[at + 1 :]
            if not owner and _verb_between(rest):
                continue
            if " and his" in text[word.start() : close] or any(_clause(w[0]) for w in rest):
                return None
            return _trimmed(text, _owner(text, words, at) if owner else rest[0].start(), close)
    return None


def _verb_between(words: Sequence[re.Match[str]]) -> bool:
    """Whether a verb parts the noun phrase from a role with an owner: "ministry summoned Peru's envoy".

    One small word may stand before the owner's name ("former Soviet Union's last leader"); a small
    word behind others is no part of that name.
    """
    for at, word in enumerate(words):
        if word[0].lower().endswith(_OWNER):
            first = at
            while first and words[first - 1][0][0].isupper():
                first -= 1
            return word[0][0].isupper() and first > 1 and words[first - 1][0].islower()
    return False


def _headed(words: Sequence[re.Match[str]]) -> bool:
    """Whether the noun phrase that begins here has a role noun for its head: not "director resigned"."""
    found = False
    for word in words:
        low = word[0].lower()
        if low in lexicon.listed("link") or low in lexicon.listed("determiner") or _clause(word[0]):
            break
        role = lexicon.role_noun(word[0]) is not None
        if found and not role and low.endswith(("ed", "s")):
            return False
        found = found or role
    return found


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–("):
        end -= 1
    if end <= start:
        return None
    last = text[start:end].rsplit(maxsplit=1)[-1]
    if (
        last.endswith(".")
        and "." not in text[start : end - 1]
        and last[:-1].lower() not in lexicon.abbreviations()
    ):
        end -= 1
    return Span(start, end) if end > start else None
