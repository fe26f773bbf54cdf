"""What kind of words a source is: a name, a pronoun, a role, a body, or nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from sourced.extraction.names import lexicon, roles
from sourced.model import Mention, Span

MentionKind = Literal["name", "role", "pronoun"]

_WORD = re.compile(r"[^\W_]+(?:[-.’'&][^\W_]+)*\.?")
_LINK = re.compile(
    r",|;|\(|\s[—–-]\s|\s(?:of|for|in|at|from|with|on|to|by|who|that|which|whose|near|during|about|against)\s"
)
_AFTER_NAME = re.compile(
    rf"\s*$|,|;|\s?\(|\s[—–-]\s|\s(?:himself|herself|itself|alone|too|also|who|of|from|in|at|on)\b|\s?\["
    rf"|\s(?-i:{lexicon.honours()})\b",
    re.IGNORECASE,
)
_END = re.compile(rf"(?:\s(?:{lexicon.honours()}))*(?:[\s,—–)-]*$|,|;|\s?\()")
_OWN = re.compile("['’]s?$")
_LONGEST = 4  # words of a name that only its capitals tell
_PLACE_AFTER = re.compile(r"\s(?:of|in|for)\s(?:the\s)?[^\W\d_a-z]")

# The mentions in a source: each with whom it names, and whether that is a person.
_Named = Sequence[tuple[Mention, int, bool]]


class Described(Struct, frozen=True, kw_only=True):
    """A source as words.

    "name" has ``entity``, the number of who it names; "new" a name that nothing is known of yet,
    with ``words`` its span and ``new`` whether it is a person's or a body's, None where its words do not
    tell; "pronoun" has a
    ``gender`` as in pronouns.tsv; "role" and "body" have their head ``noun`` and its ``modifiers``
    in lower case (``proper``: those with a capital), whether it is ``definite`` ("the ...") and no
    more is said of it, and its ``owner`` ("his"), and a "body" with a capital ``words`` as well, since it
    may be a name ("the Treasury"); "open" is nobody in particular.
    """

    kind: Literal["name", "new", "pronoun", "relative", "role", "body", "open"]
    entity: int | None = None
    words: Span | None = None
    new: Literal["person", "body"] | None = "person"
    gender: str | None = None
    noun: str = ""
    modifiers: tuple[str, ...] = ()
    proper: tuple[str, ...] = ()
    definite: bool = False
    owner: str | None = None
    plural: bool = False


def describe(text: str, source: Span, named: _Named, proper: Callable[[str], bool]) -> Described:
    """Read a source. ``named``: the mentions in it, whom each names, and whether that is a person.

    ``proper`` tells whether a word with a capital is a name's, and not only the first of a sentence.
    """
    words = list(_WORD.finditer(text, source.start, source.end))
    if not words:
        return Described(kind="open")
    first = words[0][0].lower()
    if len(words) == 1 or words[1][0].lower() in lexicon.listed("own"):
        if first in ("who", "which", "that"):
            return Described(kind="relative")
        if first in lexicon.pronouns():
            return Described(kind="pronoun", gender=lexicon.pronouns()[first])
    link = _LINK.search(text, source.start, source.end)
    lead_end = link.start() if link else source.end
    if _several(text, lead_end, named):
        return Described(kind="open", plural=True)
    entity = _entity(text, source, lead_end, named)
    if entity is not None:
        return Described(kind="name", entity=entity)
    lead = [word for word in words if word.start() < lead_end]
    if any(word[0] == "and" for word in lead) and sum(word[0][0].isupper() for word in words) > 1:
        return Described(kind="open", plural=True)
    core = [word for word in lead if word[0].lower() not in lexicon.listed("lead")]
    return _phrase(text, words, core, proper) if core else Described(kind="open")


def _several(text: str, lead_end: int, named: _Named) -> bool:
    """Whether the head names two, joined by "and"."""
    leading = [(mention, number) for mention, number, _ in named if mention.start < lead_end]
    return any(
        one != other and " and " in text[before.end : after.start]
        for (before, one), (after, other) in pairwise(leading)
    )


def _entity(text: str, source: Span, lead_end: int, named: _Named) -> int | None:
    """Whom the source names, where a name is its head or stands beside the head."""
    people = [(mention, number) for mention, number, person in named if person]
    others = [(mention, number) for mention, number, person in named if not person]
    leading = [(mention, number) for mention, number in people if mention.start < lead_end]
    for mention, number in leading:
        if mention.end >= source.end:
            return number
        if _AFTER_NAME.match(text, mention.end, source.end):
            return number
    for mention, number in people:
        # "the leader of the party, Ann Lee", "Secretary for Health Ann Lee".
        before = text[source.start : mention.start].split()
        apart = bool(before) and before[-1][-1] in ",—–("
        if apart and _AFTER_NAME.match(text, mention.end, source.end):
            return number
        if _titles(before) and _END.match(text, mention.end, source.end):
            return number
    for mention, number in others:
        before = text[source.start : mention.start].lower().split()
        leads = not before or (len(before) == 1 and before[0] in lexicon.listed("lead"))
        if leads and _AFTER_NAME.match(text, mention.end, max(source.end, mention.end)):
            return number
        # "her publisher, Heron Press,"
        if before[-1:] == ["the"]:
            before.pop()  # "her union, the Heron League,"
        if (
            before
            and before[-1][-1] == ","
            and _END.fullmatch(text, mention.end, max(source.end, mention.end))
        ):
            return number
    ends = (source.end, lead_end)
    return next(
        (
            number
            for mention, number in others
            if mention.start < lead_end
            and mention.end in ends
            and not _PARTICIPLE.search(text, source.start, mention.start)
        ),
        None,
    )


# What ties a body to a head that is another: "a lawyer suing Acme"; not "the operating company Acme".
_PARTICIPLE = re.compile(r"\w \w+ing (?:the )?$")


def _titles(before: Sequence[str]) -> bool:
    """Whether the words before a name are its role or title, and no head that the name is only linked to.

    So are "Secretary for Health"; "spokesman for" and "friends of candidate" are not.
    """
    if not before:
        return True
    links = [at for at, word in enumerate(before) if word.lower() in lexicon.listed("link")]
    if not links or (len(links) == 1 and roles.of_body(before, links[0])):
        return before[-1][0].isupper() or lexicon.role_noun(before[-1]) is not None
    of = [word for word in before[links[-1] + 1 :] if word.lower() not in lexicon.listed("determiner")]
    return (
        bool(of)
        and not lexicon.is_title(of[0])
        and not any(lexicon.role_noun(word) for word in of)
        and any(lexicon.role_noun(word) for word in before[: links[-1]])
    )


def _phrase(
    text: str,
    words: Sequence[re.Match[str]],
    core: Sequence[re.Match[str]],
    proper: Callable[[str], bool],
) -> Described:
    """A source without a known name: by its head, the last of ``core``."""
    determiner = words[0][0].lower()
    indefinite = determiner in lexicon.listed("indefinite") or determiner[0].isdigit()
    head = core[-1][0]
    modifiers = tuple(
        _OWN.sub("", word[0].lower())
        for word in words
        if word is not core[-1] and word[0].lower() not in lexicon.listed("lead")
    )
    capitals = tuple(
        _OWN.sub("", word[0].lower())
        for word in words
        if word is not core[-1] and word[0][0].isupper() and word[0].lower() not in lexicon.listed("lead")
    )
    lead_end = core[-1].end()
    whole = lead_end == words[-1].end()
    role = lexicon.role_noun(head)
    if role:
        gender = lexicon.role_nouns().get(role, "-")
        if indefinite:
            return Described(kind="open", gender=gender)
        definite = determiner in ("the", "this") and whole
        return Described(
            kind="role", noun=role, gender=gender, modifiers=modifiers, proper=capitals, definite=definite
        )
    if head.endswith("-year-old") and determiner == "the" and whole:
        return Described(kind="role", noun=head, gender="-", definite=True)
    noun = head.rstrip(".").lower()
    kind = lexicon.body_nouns().get(noun)
    if len(core) == 1 and head[0].isupper() and lexicon.is_people(head):
        return Described(kind="open", plural=True)  # "the Republicans"
    if kind == "paper" and not head[0].isupper():
        return Described(kind="open")  # "the school's post"
    named = noun != determiner or noun in lexicon.listed("mass")
    if (kind or noun in lexicon.body_epithets()) and not indefinite and named:
        owner = determiner if determiner in lexicon.listed("possessive") else None
        capital = any(
            word[0][0].isupper()
            for word in words
            if word is not words[0] or determiner not in lexicon.common_words()
        )
        if (
            owner is None
            and capital
            and len(core) > 1
            and kind != "member"
            and (kind == "always" or head[0].isupper() or noun in lexicon.listed("unit"))
        ):
            # "The port council in Oslo", "French forces": a body by its own name.
            end = words[-1].end() if whole or _PLACE_AFTER.match(text, lead_end) else lead_end
            return Described(kind="new", words=Span(core[0].start(), end), new="body")
        definite = determiner in ("the", "its") and whole
        name = Span(core[0].start(), core[-1].end()) if kind and head[0].isupper() and not owner else None
        return Described(
            kind="body", noun=noun, modifiers=modifiers, definite=definite, owner=owner, words=name
        )
    if not indefinite and not kind and all(word[0][0].isupper() for word in core):
        return _proper(text, core, determiner, proper)
    return Described(kind="open", plural=noun.endswith("s"))


def _proper(
    text: str, core: Sequence[re.Match[str]], determiner: str, proper: Callable[[str], bool]
) -> Described:
    """A source of nothing but capitals that names.find left out: it speaks, so it is somebody."""
    name = [word[0] for word in core]
    span = Span(core[0].start(), core[-1].end())
    whole = span.surface(text)
    if len(name) == 1 and determiner == "the" and whole in lexicon.listed("demonym"):
        return Described(kind="role", noun=whole.lower(), gender="-", definite=True)
    family = whole.endswith("s") and determiner == "the"  # "the Clintons"
    if len(name) == 1 and (family or lexicon.is_people(whole)) and whole not in lexicon.countries():
        return Described(kind="open", plural=True)
    if whole in lexicon.countries() or whole in lexicon.places():
        return Described(kind="new", words=span, new="body")
    if len(name) > 1 and lexicon.titles().get(name[0].rstrip(".").lower(), "-") != "-":
        return Described(kind="new", words=span, new="person")  # "Mr Lee", of whom nothing else is known
    land = name[-1] in lexicon.territories() and not any(word in lexicon.not_names() for word in name)
    of_land = land and len(name) > 1  # "Heritage Ireland", whatever gave its first word a capital
    if len(name) > _LONGEST or not (of_land or all(proper(word) for word in name)):
        return Described(kind="open")
    spare = any(word in lexicon.not_names() or lexicon.is_title(word) for word in name[1:])
    if len(name) > 1 and name[0] in lexicon.given_names() and determiner != "the":
        return Described(kind="open") if spare else Described(kind="new", words=span, new="person")
    acronym = len(name) == 1 and whole.isupper()
    body = acronym or determiner == "the" or len(name) > 1
    return Described(kind="new", words=span, new="body" if body else None)
