"""What the words of a name tell by themselves: whether they may be a person's, which are no part of it."""

from __future__ import annotations

import re

from sourced.extraction.names import lexicon

_ODD = re.compile(r"[&\d]")
# "Woo-mok": a given name of two syllables, which the surname comes before.
HYPHENED = re.compile(r"[^\W\d_a-z]\w*-[a-z]+")


def plausible(name: tuple[str, ...], *, surname: bool = False) -> bool:
    """Whether the words themselves may be a person's name.

    ``surname``: even if the last is a word that names mostly places or things ("Hall", "Church").
    """
    if len(name) > 5 or (len(name) == 1 and (len(name[0]) < 3 or name[0].isupper())):
        return False
    if len(name) > 1 and (name[-1].endswith(".") or len(name[-1]) == 1):
        return False
    given = name[0] in lexicon.given_names()
    never = frozenset[str]() if surname else lexicon.listed("never-last")
    for at, word in enumerate(name):
        if word in lexicon.listed("country") or (not word.isalpha() and _ODD.search(word)):
            return False
        if len(word) > 2 and word.isupper() and "." not in word:
            return False
        # "Dawn French", "Steve Israel": after a given name a surname may be any word.
        either = len(name) > 1 and given and at in (0, len(name) - 1)
        either = either or (given and at > 0 and word in lexicon.territories())
        either = either or (at == 0 and len(name) == 2 and HYPHENED.fullmatch(name[1]) is not None)
        if (at and word in never) or not (either or _free(word)):
            return False
    return True


def _free(word: str) -> bool:
    """Whether a word has no other use that is known."""
    low = word.lower()
    return not (
        word in lexicon.not_names()
        or low in lexicon.body_nouns()
        or low in lexicon.common_words()
        or word in lexicon.territories()
        or lexicon.role_noun(word)
    )


def several(word: str) -> bool:
    """Whether the word is a role of several: "Presidents", "Farmers"."""
    return word.endswith("s") and lexicon.role_noun(word[:-1]) is not None


def after_name(word: str) -> bool:
    """Whether the word may follow a surname and belong to it: "Jr", or letters for an honour ("KC")."""
    return word.rstrip(".") in lexicon.listed("suffix") or word in lexicon.listed("honour")


def address(word: str) -> bool:
    """Whether the word is one of address ("Mrs") and no role."""
    return lexicon.is_title(word) and lexicon.role_noun(word) is None
