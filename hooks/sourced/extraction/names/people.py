"""The people of one article: which names are one person's, where each is named, and the roles."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from sourced.extraction.names import candidates, capitals, lexicon, namesakes, roles, wording
from sourced.extraction.names.candidates import Name
from sourced.extraction.names.capitals import Run
from sourced.extraction.names.speaking import Speaking
from sourced.model import Article, Mention, Span

_SPELT = 5  # letters of a given name from which on one that differs is a slip
_LONGEST = 3  # words of a name before the surname
_MANY = 100  # people of one surname, or roles of one person: no article has more, and reading stays linear


class Person(Struct):
    """A person while an article is read: the words of the fullest name, the mentions, the roles.

    ``full`` are the places that name the person in full, ``called`` is a title and the surname where these
    are all that tells somebody from another of that surname.
    """

    words: tuple[str, ...]
    suffix: str = ""
    called: str = ""
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Span] = field(default_factory=list)
    full: list[int] = field(default_factory=list)


def find(
    article: Article, runs: Sequence[Run], bodies: Iterable[Span], single: Iterable[str], speaking: Speaking
) -> list[Person]:
    """The people in order of first mention.

    ``bodies`` are spans that name bodies, in text order, ``single`` words that name a person alone.
    """
    text = article.text
    free = _outside(runs, list(bodies))
    people = _grouped(candidates.find(article, free, speaking))
    known = {word for person in people for word in person.words}
    people.extend(Person((word,)) for word in single if word not in known)
    _Naming(text, people, free).read()
    people = [part for person in people for part in _divided(text, person)]
    starts = [sentence.start for sentence in article.sentences]
    for person in people:
        person.mentions.sort()
        _add_roles(article, starts, person)
    return sorted((p for p in people if p.mentions), key=lambda person: person.mentions[0])


def _outside(runs: Sequence[Run], bodies: list[Span]) -> list[Run]:
    free, at = [], 0
    for run in runs:
        while at < len(bodies) and bodies[at].end <= run.start:
            at += 1
        if at == len(bodies) or run.end <= bodies[at].start:
            free.append(run)
        else:
            taken = sum(word.start < bodies[at].end for word in run.words)
            free += [run.without(taken)] if taken < len(run.words) else []  # "Youth Council Ann Lee"
    return free


def _grouped(names: Sequence[Name]) -> list[Person]:
    people: list[Person] = []
    by_surname: defaultdict[str, list[Person]] = defaultdict(list)
    for name in names:
        if len(name.words) == 1:
            continue
        same = [p for p in by_surname[name.words[-1]] if _compatible(p, name)]
        if not same and len(by_surname[name.words[-1]]) < _MANY:
            person = Person(name.words, name.suffix)
            people.append(person)
            by_surname[name.words[-1]].append(person)
        elif same:
            same[0].suffix = same[0].suffix or name.suffix
            if len(" ".join(name.words)) > len(" ".join(same[0].words)):
                same[0].words = name.words
    full = {person.words for person in people}
    # "Ann Lee Wins": a name and the word after it that got a capital. "Ruiz Cárdenas": two surnames
    # without the given name.
    tails = {words[1:] for words in full}
    people = [
        person
        for person in people
        if (len(person.words) == 2 or person.words[:-1] not in full) and person.words not in tails
    ]
    # "Von Trapp" at a sentence's beginning is "von Trapp", where somebody is called so.
    people = [p for p in people if not _particle(p.words[0]) or len(by_surname[p.words[-1]]) == 1]
    known = {word for person in people for word in person.words}
    for name in names:
        if len(name.words) == 1 and name.words[0] not in known:
            known.add(name.words[0])
            people.append(Person(name.words))
    return people


def _divided(text: str, person: Person) -> list[Person]:
    """The person, and whoever else of the surname titles tell: "Mrs Lee" is not John Lee."""
    full = len(person.words) > 1
    gender = lexicon.given_names().get(person.words[0], "u") if full else None
    parts = namesakes.divided(text, person.mentions, gender)
    surname = person.words[-1]
    others = [
        Person((surname,), called=namesakes.called(text, found[0], surname), mentions=found)
        for label, found in parts.items()
        if label
    ]
    if full:
        person.mentions = parts.get("", [])
    return [person, *others] if full or not others else others


def _particle(word: str) -> bool:
    return word.lower() in lexicon.listed("particle") and word not in lexicon.given_names()


def _compatible(one: Person, other: Name) -> bool:
    if not _same(one.words[0], other.words[0]) or (one.suffix != other.suffix):
        return False
    middle, others = one.words[1:-1], other.words[1:-1]
    return not middle or not others or _same(middle[0], others[0])


def _same(one: str, other: str) -> bool:
    """Whether two given names are equal, or one is the other's initial, or misspelt ("Kristin")."""
    if one == other:
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if len(short) == 1:
        return long.startswith(short)
    genders = {lexicon.given_names().get(one, "u"), lexicon.given_names().get(other, "u")}
    return short[0] == long[0] and len(short) >= _SPELT and genders != {"m", "f"} and _one_apart(short, long)


def _one_apart(short: str, long: str) -> bool:
    """Whether one letter differs or is too many."""
    if len(long) - len(short) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[same + (len(long) == len(short)) :] == long[same + 1 :]


class _Naming:
    """Where the people are named: in full, by surname, by title and surname, by given name."""

    def __init__(self, text: str, people: Sequence[Person], runs: Sequence[Run]) -> None:
        self._text = text
        self._runs = runs
        self._surnames: defaultdict[str, list[Person]] = defaultdict(list)
        self._firsts: defaultdict[str, list[Person]] = defaultdict(list)
        self._middles: defaultdict[str, list[Person]] = defaultdict(list)
        for person in people:
            self._surnames[person.words[-1]].append(person)
            if len(person.words) > 1:
                self._firsts[person.words[0]].append(person)
            for word in person.words[1:-1]:
                self._middles[word].append(person)

    def read(self) -> None:
        """Add its mentions to each person."""
        read = [(run, self._words(run)) for run in self._runs]
        for run, words in read:
            for at, word in enumerate(words):
                for person in self._surnames.get(word, ()):
                    if any(_same(word, person.words[0]) for word in words[max(0, at - _LONGEST) : at]):
                        person.full.append(run.start)
        for run, words in read:
            for at, word in enumerate(words):
                if word in self._surnames:
                    self._by_surname(run, words, at)
                elif len(self._firsts.get(word, ())) == 1:
                    self._by_first(run, words, self._firsts[word][0])
                elif len(self._middles.get(word, ())) == 1:
                    self._by_middle(run, words, self._middles[word][0])

    def _words(self, run: Run) -> Sequence[str]:
        """The words of a run; "Al-Rashid", at a sentence's beginning, as "Rashid"."""
        words = run.texts
        short = candidates.ARTICLE.sub("", words[0])
        return [short, *words[1:]] if short in self._surnames else words

    def _by_surname(self, run: Run, words: Sequence[str], at: int) -> None:
        following = words[at + 1] if at + 1 < len(words) else ""
        suffix = following.rstrip(".") if following.rstrip(".") in lexicon.listed("suffix") else ""
        if (
            following
            and not wording.after_name(following)
            and following not in lexicon.listed("day")
            and not lexicon.role_noun(following)
        ):
            return  # "Trump Tower", "Ann Lee Brown"
        begin, fitting = self._given(words, at)
        if suffix:
            fitting = [p for p in fitting if p.suffix == suffix] or [p for p in fitting if not p.suffix]
        before = words[begin - 1] if begin else ""
        particle = _particle(before)
        address = bool(before) and (particle or wording.address(before))
        full = begin < at and before not in lexicon.given_names() and len(words[begin]) > 2
        if not fitting or (before and not (address or full or _may_precede(before))):
            return  # somebody else of that surname
        person = fitting[0] if len(fitting) == 1 else _meant(fitting, before, run.start)
        if person is None:
            return
        start = run.words[begin - address].start
        if begin == at:
            start = capitals.particles_before(self._text, start)
        end = run.words[at + bool(suffix)].end
        if suffix and self._text[end : end + 1] == ".":
            end += 1
        person.mentions.append(Mention(start, end, "name"))

    def _given(self, words: Sequence[str], at: int) -> tuple[int, list[Person]]:
        """Where the name begins whose surname is at ``at``, and whom it fits."""
        begin, fitting = at, self._surnames[words[at]]
        while begin > 0:
            narrowed = [p for p in fitting if any(_same(words[begin - 1], part) for part in p.words[:-1])]
            if not narrowed:
                break
            begin, fitting = begin - 1, narrowed
        return begin, fitting

    def _by_first(self, run: Run, words: Sequence[str], person: Person) -> None:
        """The given name alone, or the surname that comes first ("Xi", "Mr. Xi")."""
        alone = len(words) == 1 or (
            len(words) == 2
            and (wording.address(words[0]) or wording.several(words[0]))
            and words[1] == person.words[0]
        )
        if alone and not candidates.placed(self._text, run.start):
            person.mentions.append(Mention(run.start, run.end, "name"))

    def _by_middle(self, run: Run, words: Sequence[str], person: Person) -> None:
        """The first of two surnames alone: "Ruiz" of "Alejandra Ruiz Cárdenas", or both ("Ruiz Cárdenas")."""
        if len(words) == 1 and words[0] not in lexicon.given_names():
            start = capitals.particles_before(self._text, run.start)
            person.mentions.append(Mention(start, run.end, "name"))


def _meant(people: Sequence[Person], title: str, at: int) -> Person | None:
    """Of people with one surname, whom it means alone at ``at``; None where that is not settled.

    It is the one whom the title fits, else the one who is named first, if named last before ``at``
    as well, or more often than who is.
    """
    gender = lexicon.titles().get(title.rstrip(".").lower(), "-")
    if gender != "-":
        given = lexicon.given_names()
        people = [p for p in people if given.get(p.words[0], gender) in (gender, "u")] or people
    named = [person for person in people if person.full]
    if not named:
        return people[0]
    first = min(named, key=lambda person: person.full[0])
    latest = max(named, key=lambda person: _latest(person, at))
    return first if first is latest or len(first.full) > len(latest.full) else None


def _latest(person: Person, at: int) -> int:
    """Where somebody is named in full last before ``at``; -1 where not."""
    before = bisect_right(person.full, at) - 1
    return person.full[before] if before >= 0 else -1


def _may_precede(word: str) -> bool:
    """Whether a word may stand before a bare surname and be no given name."""
    return (
        lexicon.role_noun(word) is not None
        or lexicon.is_title(word)
        or word in lexicon.not_names()
        or word in lexicon.territories()
        or word in lexicon.listed("country")
        or word.lower() in lexicon.common_words()
    )


def _add_roles(article: Article, starts: list[int], person: Person) -> None:
    """The roles beside the mentions, each once; one that says no more than another is left out."""
    text = article.text
    seen: dict[str, Span] = {}
    for mention in person.mentions:
        sentence = article.sentences[bisect_right(starts, mention.start) - 1]
        for role in (
            roles.before(text, mention.start, sentence.start),
            roles.after(text, mention.end, sentence.end),
        ):
            if role and len(seen) < _MANY and not _other_gender(text, role, person):
                seen.setdefault(" ".join(role.surface(text).lower().split()), role)
    person.roles.extend(
        role for said, role in seen.items() if not any(said in other and said != other for other in seen)
    )


def _other_gender(text: str, role: Span, person: Person) -> bool:
    """Whether it is a woman's role and a man's given name, or the reverse: "After his mother, John ..."."""
    told = lexicon.role_nouns().get(roles.head(text, role) or "", "-")
    return {told, lexicon.given_names().get(person.words[0], "-")} == {"m", "f"}
