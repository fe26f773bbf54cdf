"""The people of one article: which names are one person's, where each is named, and the roles."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from sourced.extraction.names import candidates, capitals, lexicon, roles
from sourced.extraction.names.capitals import Run
from sourced.extraction.names.speaking import Speaking
from sourced.model import Article, Mention, Span

_MANY = 100  # people of one surname, or roles of one person: no article has more, and reading stays linear


class Person(Struct):
    """A person while an article is read: the words of the fullest name, the mentions, the roles."""

    words: tuple[str, ...]
    mentions: list[Mention]
    roles: list[Span]


def find(article: Article, runs: Sequence[Run], bodies: Iterable[Span], speaking: Speaking) -> list[Person]:
    """The people in order of first mention. ``bodies`` are spans that name bodies, in text order."""
    text = article.text
    free = _outside(runs, list(bodies))
    people = _grouped(candidates.find(article, free, speaking))
    known = {word for person in people for word in person.words}
    people.extend(Person((word,), [], []) for word in candidates.single(article, free, known, speaking))
    _Naming(text, people, free).read()
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
        elif rest := tuple(word for word in run.words if word.start >= bodies[at].end):
            free.append(Run(rest, opens=False, heading=run.heading))  # "Youth Council Ann Lee"
    return free


def _grouped(names: Sequence[tuple[str, ...]]) -> list[Person]:
    people: list[Person] = []
    by_surname: defaultdict[str, list[Person]] = defaultdict(list)
    for name in names:
        if len(name) == 1:
            continue
        same = [p for p in by_surname[name[-1]] if _compatible(p.words, name)]
        if not same and len(by_surname[name[-1]]) < _MANY:
            person = Person(name, [], [])
            people.append(person)
            by_surname[name[-1]].append(person)
        elif same and len(" ".join(name)) > len(" ".join(same[0].words)):
            same[0].words = name
    full = {person.words for person in people}
    # "Ann Lee Wins": a name and the word after it that got a capital.
    people = [person for person in people if len(person.words) == 2 or person.words[:-1] not in full]
    # "Von Trapp" at a sentence's beginning is "von Trapp", where somebody is called so.
    particles = lexicon.listed("particle")
    people = [p for p in people if p.words[0].lower() not in particles or len(by_surname[p.words[-1]]) == 1]
    known = {word for person in people for word in (person.words[0], person.words[-1])}
    for name in names:
        if len(name) == 1 and name[0] not in known:
            known.add(name[0])
            people.append(Person(name, [], []))
    return people


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not _same(one[0], other[0]):
        return False
    middle, others = one[1:-1], other[1:-1]
    return not middle or not others or _same(middle[0], others[0])


def _same(one: str, other: str) -> bool:
    """Whether two given names are equal, or one is the other's initial."""
    if one == other:
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


class _Naming:
    """Where the people are named: in full, by surname, by title and surname, by given name."""

    def __init__(self, text: str, people: Sequence[Person], runs: Sequence[Run]) -> None:
        self._text = text
        self._runs = runs
        self._surnames: defaultdict[str, list[Person]] = defaultdict(list)
        self._firsts: defaultdict[str, list[Person]] = defaultdict(list)
        for person in people:
            self._surnames[person.words[-1]].append(person)
            if len(person.words) > 1:
                self._firsts[person.words[0]].append(person)
        # How often each is named in full: of two with one surname, the bare surname means the main one.
        self._counts: Counter[tuple[str, ...]] = Counter()

    def read(self) -> None:
        """Add its mentions to each person."""
        for run in self._runs:
            words = run.texts(self._text)
            for at, word in enumerate(words):
                for person in self._surnames.get(word, ()):
                    if at and _same(words[at - 1], person.words[0]):
                        self._counts[person.words] += 1
        for run in self._runs:
            words = run.texts(self._text)
            for at, word in enumerate(words):
                if word in self._surnames:
                    self._by_surname(run, words, at)
                elif len(self._firsts.get(word, ())) == 1:
                    self._by_first(run, words, self._firsts[word][0])

    def _by_surname(self, run: Run, words: list[str], at: int) -> None:
        following = words[at + 1] if at + 1 < len(words) else ""
        suffix = following.rstrip(".") in lexicon.listed("suffix")
        if (
            following
            and not suffix
            and following not in lexicon.listed("day")
            and not lexicon.role_noun(following)
        ):
            return  # "Trump Tower", "Ann Lee Brown"
        begin, fitting = self._given(words, at)
        before = words[begin - 1] if begin else ""
        particle = before.lower() in lexicon.listed("particle")
        address = bool(before) and (particle or candidates.address(before))
        full = begin < at and before not in lexicon.given_names() and len(words[begin]) > 2
        if not fitting or (before and not (address or full or _may_precede(before))):
            return  # somebody else of that surname
        person = fitting[0] if begin < at else self._bare(fitting, before)
        start = run.words[begin - address].start
        if begin == at:
            start = capitals.particles_before(self._text, start)
        end = run.words[at + suffix].end
        if suffix and self._text[end : end + 1] == ".":
            end += 1
        person.mentions.append(Mention(start, end, "name"))

    def _given(self, words: list[str], at: int) -> tuple[int, list[Person]]:
        """Where the name begins whose surname is at ``at``, and whom it fits."""
        begin, fitting = at, self._surnames[words[at]]
        while begin > 0:
            narrowed = [p for p in fitting if any(_same(words[begin - 1], part) for part in p.words[:-1])]
            if not narrowed:
                break
            begin, fitting = begin - 1, narrowed
        return begin, fitting

    def _bare(self, people: list[Person], title: str) -> Person:
        gender = lexicon.titles().get(title.rstrip(".").lower(), "-")
        if gender != "-":
            given = lexicon.given_names()
            people = [p for p in people if given.get(p.words[0], gender) in (gender, "u")] or people
        return max(people, key=lambda p: self._counts[p.words])

    def _by_first(self, run: Run, words: list[str], person: Person) -> None:
        """The given name alone, or the surname that comes first ("Xi", "Mr. Xi")."""
        alone = len(words) == 1 or (
            len(words) == 2 and candidates.address(words[0]) and words[1] == person.words[0]
        )
        if alone and not candidates.placed(self._text, run.start):
            person.mentions.append(Mention(run.start, run.end, "name"))


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
