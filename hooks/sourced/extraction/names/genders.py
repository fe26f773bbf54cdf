"""Whether "he" or "she" may mean a person: what names, titles, roles and the article's own pronouns tell."""

from __future__ import annotations

import re
from collections import Counter

from sourced.extraction.names import lexicon, roles
from sourced.model import Article, Entity

_MALE = re.compile(r"(?:ov|ev|yov|skiy|skyi|sky|ski|skij|dze|shvili)$")
_FEMALE = re.compile(r"(?:ova|eva|yova|skaya|ska|ová|sdóttir)$")
# Not as an object ("told him"): that is somebody else than the subject.
_PRONOUN = re.compile(
    r"\b(?P<m>he|his|himself)\b|\b(?P<f>she\b|hers\b|herself\b|her (?!to |that |in |on |at |of |and )[a-z])",
    re.IGNORECASE,
)
_OTHER = re.compile(r"[A-Z.!?;“”\"]")  # somebody else may stand between, or a sentence is over
_REACH = 120
_SURE = 2  # one pronoun alone may mean somebody else


def of(article: Article, person: Entity) -> str | None:
    """The gender, "m" or "f", that the article gives a person; None where it tells neither."""
    text = article.text
    told = Counter[str]()
    for mention in person.mentions:
        title = text[mention.start : mention.end].split()[0].rstrip(".").lower()
        told[lexicon.titles().get(title, "-")] += 1
    for role in person.roles:
        noun = roles.head(text, role)
        told[lexicon.role_nouns().get(noun or "", "-")] += 1
        address, *rest = role.surface(text).split()
        if len(rest) == 1:  # "Mrs Justice"
            told[lexicon.titles().get(address.lower(), "-")] += 1
    if told["m"] != told["f"]:
        return "m" if told["m"] > told["f"] else "f"
    words = person.name.split()
    given = next(
        (lexicon.given_names()[w] for w in words if len(words) > 1 and w in lexicon.given_names()), "u"
    )
    if given != "u":
        return given
    for ending, gender in ((_FEMALE, "f"), (_MALE, "m")):
        if len(words) > 1 and ending.search(words[-1]):
            return gender
    return _by_pronouns(text, person)


def _by_pronouns(text: str, person: Entity) -> str | None:
    """The pronouns that follow a mention soonest, in the majority; in its own clause one is enough."""
    told = Counter[str]()
    for mention in person.mentions:
        match = _PRONOUN.search(text, mention.end, mention.end + _REACH)
        if match:
            clause = _OTHER.search(text, mention.end, match.start()) is None
            told[match.lastgroup or ""] += _SURE if clause else 1
    if abs(told["m"] - told["f"]) < _SURE:
        return None
    return "m" if told["m"] > told["f"] else "f"
