"""Whether two spellings are one person's name.

Names are taken apart into title, given names, surname and suffix, and compared part by part. Names
that look East Slavic are compared by how they sound to an English paper, since each paper romanises
them its own way (compare BGN/PCGN, ISO 9, the Ukrainian system of 2010); all others by their letters.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz

from sourced.merging import words

Verdict = Literal["same", "different", "unsure"]

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'ʼ`-][^\W\d_]+)*\.?")
# "Ben Carson" and "Al Sharpton" begin with a given name, "von der Leyen" with a particle.
_BEN = re.compile(r"(?:^|\s)[A-Z][a-z]+\s+\S+$")
_ARTICLE = re.compile(r"^[ae]l[- ]")
_SUFFIX = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_APOSTROPHES = re.compile(r"[’'ʼ`´-]")
_ALIKE = 82

# How one sound is written: the first form of each is turned into the second, in this order.
_SOUNDS = tuple(
    (re.compile(a), b)
    for a, b in (
        ("tsch", "ch"), ("shch|sch", "sh"), ("tch", "ch"), ("kh", "x"), ("ks", "q"),
        ("ck", "k"), ("ph", "f"), ("[yj]", "i"), ("w", "v"), ("off$", "ov"), ("eff$", "ev"), ("g", "h"),
        ("ii+", "i"), ("io|ie", "e"), ("([bdfhklmnprstvz])\\1", r"\1"), ("(sk|n)aia$", r"\1a"),
    )
)  # fmt: skip
_SLAVIC = re.compile(
    r"(?:[oe]vs?[ky]?|ova|eva|in[a]?|sk[iyj]+|ska|skaya|skaia|zk[iyj]+|enko|chuk|iuk|yuk|uk|vi[ct]h?|vych|ich|ych|"
    r"[nlrd][yi]+|aya|aia|oy|oi|ets|ak|nik|ykh|ikh|gu|hu)$"
)


class Name(Struct, frozen=True):
    """A name in parts, each in plain lower-case letters.

    ``last`` is the last word of the surname, hyphens counted as blanks; ``gender`` is what the title
    says.
    """

    given: tuple[str, ...]
    surname: str
    last: str = ""
    suffix: str = ""
    gender: str = ""


@cache
def _titles() -> dict[str, str]:
    rows = (line.split() for line in words.lines("titles.txt"))
    return {words.plain(row[0]): row[1] if len(row) > 1 else "" for row in rows}


@cache
def _equivalents() -> dict[str, tuple[str, ...]]:
    """Given name -> the first name of each row it stands in (``given_names.txt``)."""
    found: dict[str, tuple[str, ...]] = {}
    for line in words.lines("given_names.txt"):
        row = line.split()
        for name in row[1:]:
            found[name] = (*found.get(name, ()), f"{row[0]} {row[1]}")
    return found


def bare(name: str) -> str:
    """The name as written, without titles before it and a possessive ending after it."""
    rest = re.sub(r"[’']s?$", "", " ".join(name.split()))
    titles = _titles()
    while True:
        first, _, after = rest.partition(" ")
        if not after or words.plain(first) not in titles:
            return rest
        rest = after


@cache
def parse(name: str) -> Name:
    """Take a name apart: "NEWSOM, Gavin", "Gov. Newsom", "Ursula von der Leyen", "King Jr."."""
    head, comma, tail = name.partition(",")
    if comma and words.plain(tail).strip(" .") not in _SUFFIX:
        name = f"{tail} {head}"
    titles, gender = _titles(), ""
    tokens = [words.plain(t) for t in _TOKEN.findall(re.sub(r"[’']s?$", "", name.replace(",", " ").strip()))]
    while len(tokens) > 1 and (tokens[0] in titles or tokens[0].rstrip(".") in titles):
        gender = titles.get(tokens[0]) or titles.get(tokens[0].rstrip(".")) or gender
        tokens = tokens[1:]
    tokens = [_ARTICLE.sub("", t.rstrip(".")) for t in tokens]
    suffix = ""
    if len(tokens) > 1 and tokens[-1] in _SUFFIX:
        suffix = _SUFFIX[tokens.pop()]
    last = re.split(r"\W", tokens[-1])[-1] if tokens else ""
    tokens = [_APOSTROPHES.sub("", token) for token in tokens]
    at = max(len(tokens) - 1, 0)
    while at > 1 and tokens[at - 1] in words.listed("particles.txt"):
        at -= 1
    if at == 1 and tokens[0] in words.listed("particles.txt") and not _BEN.search(name):
        at = 0
    return Name(tuple(tokens[:at]), " ".join(tokens[at:]), last, suffix, gender)


def surname(name: str) -> str:
    """The surname as the name has it, hyphens and all: "Lvova-Belova", "von der Leyen"."""
    parsed = parse(name)
    written = [t for t in name.split() if words.plain(t).strip(".,") not in _SUFFIX]
    return " ".join(written[-len(parsed.surname.split()) :]) if "," not in name else parsed.surname


@cache
def sound(word: str) -> str:
    """How a romanised East Slavic name sounds: "Dostoyevsky", "Dostoevskii" and "Dostoevsky" are one."""
    word = word.replace("x", "ks")
    for pattern, written in _SOUNDS:
        word = pattern.sub(written, word)
    return word


def index(name: str) -> str:
    """What two names that may be one person always share: the sound of the last word of the surname."""
    return sound(parse(name).last)


def compare(one: str, other: str) -> Verdict:
    """Whether two names are the same person's; "unsure" is for an editor to decide.

    A surname alone may be anybody of that surname: it is "same" here, and whoever asks must see to
    it that only one such person is there.
    """
    a, b = parse(one), parse(other)
    if not a.surname or not b.surname:
        return "unsure"
    if "".join([*a.given, a.surname]) == "".join([*b.given, b.surname]):
        return "same" if a.suffix == b.suffix else _suffixes(a, b)
    slavic = _slavic(a) and _slavic(b)
    if not _surnames_equal(a, b, slavic):
        return _nearly(a, b, slavic)
    if a.suffix != b.suffix:
        return _suffixes(a, b)
    if a.gender and b.gender and a.gender != b.gender:
        return "different"
    if not a.given or not b.given:
        return _alone(a, b)
    if not _given_equal(a.given[0], b.given[0], slavic):
        return _initials_of_variants(a.given[0], b.given[0])
    middle = list(zip(a.given[1:], b.given[1:], strict=False))
    return "same" if all(_given_equal(x, y, slavic) for x, y in middle) else "different"


def _suffixes(a: Name, b: Name) -> Verdict:
    """Father and son are two; where one spelling leaves the suffix out, nobody can tell."""
    return "different" if a.suffix and b.suffix else "unsure"


def _alone(a: Name, b: Name) -> Verdict:
    full, alone = (a, b) if a.given else (b, a)
    if alone.gender and full.given and alone.gender != _gender(full.given[0]) != "":
        return "different"
    return "same"


@cache
def _gender(given: str) -> str:
    found = {row[0] for row in _equivalents().get(given, ())} - {"-"}
    return found.pop() if len(found) == 1 else ""


def _slavic(name: Name) -> bool:
    if _SLAVIC.search(name.surname):
        return True
    rows = [_equivalents().get(given, ()) for given in name.given]
    return any(found and all(row[1] == "*" for row in found) for found in rows)


def _surnames_equal(a: Name, b: Name, slavic: bool) -> bool:
    if a.surname == b.surname or _joined(a) == _joined(b):
        return True
    return slavic and sound(_joined(a)) == sound(_joined(b))


def _joined(name: Name) -> str:
    """The surname without an Arabic article, which papers write or leave out."""
    return _ARTICLE.sub("", name.surname).replace(" ", "")


def _given_equal(x: str, y: str, slavic: bool) -> bool:
    if x == y or ((len(x) == 1 or len(y) == 1) and x[0] == y[0]):
        return True
    if slavic and min(len(x), len(y)) > 1 and sound(x) == sound(y):
        return True
    return bool(set(_equivalents().get(x, ())) & set(_equivalents().get(y, ())))


def _initials_of_variants(x: str, y: str) -> Verdict:
    """Whether an initial may be that of another form: the J of Johannes, whom others write Hans."""
    short, full = sorted((x, y), key=len)
    if len(short) > 1:
        return "different"
    rows = set(_equivalents().get(full, ()))
    return (
        "unsure"
        if any(short == name[0] and rows & set(r) for name, r in _equivalents().items())
        else "different"
    )


def _nearly(a: Name, b: Name, slavic: bool) -> Verdict:
    """Other surnames: two people, unless all but a letter or two agrees."""
    if not a.given or not b.given or not _given_equal(a.given[0], b.given[0], slavic):
        return "different"
    one, other = [*a.given, *a.surname.split()], [*b.given, *b.surname.split()]
    if (
        one[: len(other)] == other
        or other[: len(one)] == one
        or set(a.surname.split()) & set(b.surname.split())
    ):
        return "unsure"
    x, y = (sound(a.surname), sound(b.surname)) if slavic else (a.surname, b.surname)
    if (slavic and x in (f"{y}a", f"{y[:-1]}a")) or y in (f"{x}a", f"{x[:-1]}a"):
        return "different"  # a man's surname and a woman's
    return "unsure" if fuzz.ratio(x, y) >= _ALIKE else "different"
