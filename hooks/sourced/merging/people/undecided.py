"""S008: two spellings that may be one person, where only an editor can tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from sourced.merging.people import spelling
from sourced.model import Dossier, Editorial, Finding, Party, Selector

CODE = "S008"
_WORDS = 3
_MOST = 40  # of people whose names look alike in one way, so that many take no longer than few


def find(dossier: Dossier, editorial: Editorial, texts: Mapping[str, str], folder: str) -> Iterator[Finding]:
    """One finding for each two people who may be one; none for those on whom ``editorial`` decides.

    ``texts`` are the seeds, by source's key; ``folder`` is the name of the folder they lie in. The finding
    stands where the second one is first named, and has the two lines of which an editor pastes one.
    """
    files = {source.key: f"{folder}/{source.file}" for source in dossier.sources}
    for one, other in pairs(dossier, editorial):
        line, column = _place(texts[other.passage.source], other.mentions[0])
        first = "{}:{}:{}".format(
            files[one.passage.source], *_place(texts[one.passage.source], one.mentions[0])
        )
        keys = f"[{one.key}, {other.key}]"
        yield Finding(
            files[other.passage.source],
            line,
            column,
            CODE,
            f'"{other.name}" ({_context(other)}) may be "{one.name}" ({first}: '
            f"{_context(one)}): under corrections in {folder}/dossier.yml, "
            f'"- merge: {keys}" makes them one, "- apart: {keys}" leaves them two',
        )


def pairs(dossier: Dossier, editorial: Editorial) -> Iterator[tuple[Party, Party]]:
    """The people who may be one, each pair in the order of the sources."""
    decided = _decided(dossier, editorial)
    near: dict[str, list[Party]] = defaultdict(list)
    for person in dossier.people:
        if not person.mentions:
            continue
        around = {index for name in person.names for index in _indexes(name)}
        asked: list[Party] = []
        for other in {other.key: other for index in sorted(around) for other in near[index]}.values():
            # Of several who may be one themselves it is enough to ask about the first.
            pair = frozenset((other.key, person.key))
            if pair in decided or any(_may_be_one(other, one) for one in asked):
                continue
            if _may_be_one(other, person):
                asked.append(other)
                yield other, person
        for index in around:
            if len(near[index]) < _MOST:
                near[index].append(person)


def _indexes(name: str) -> set[str]:
    """What two people who may be one share at least one of: rough keys, and how both their names begin."""
    parsed = spelling.parse(name)
    given = "".join(parsed.given)[:1]
    return {*spelling.indexes(name), *(f"{given} {part[:2]}" for part in parsed.surname.split())}


def _may_be_one(one: Party, other: Party) -> bool:
    verdicts = {spelling.compare(a, b) for a in _spellings(one) for b in _spellings(other)}
    return "different" not in verdicts


def _spellings(person: Party) -> set[str]:
    """The names, also with a title before them: "Mr Lee" is not Ann Lee."""
    found = set(person.names)
    for mention in person.mentions:
        titled = " ".join([*mention.prefix.split()[-1:], *mention.exact.split()])
        found |= {name for name in (mention.exact, titled) if spelling.bare(name) in person.names}
    return found


def _decided(dossier: Dossier, editorial: Editorial) -> set[frozenset[str]]:
    """The pairs that an editor tells apart: by a correction, or by an entry for each."""
    now = {key: done.keys[0] for done in dossier.corrections if done.kind == "merge" for key in done.gone}
    told = [[now.get(key, key) for key in entry.apart] for entry in editorial.corrections]
    entries = [{entry.name, *entry.also} for entry in editorial.people]
    told.append([p.key for p in dossier.people if any(names & set(p.names) for names in entries)])
    told += [list(done.keys) for done in dossier.corrections if done.kind == "split"]
    return {frozenset(pair) for keys in told for pair in combinations(keys, 2)}


def _place(text: str, mention: Selector) -> tuple[int, int]:
    """Line and column, from 1."""
    before = text[: mention.start]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _context(person: Party) -> str:
    """The first mention among the words around it, cut from its passage."""
    mention, text = person.mentions[0], person.passage.text
    start = mention.start - person.passage.start
    before, after = text[:start], text[start + len(mention.exact) :]
    left, right = before.split(), after.split()
    return "".join(
        [
            "… " if len(left) > _WORDS else "",
            " ".join(left[-_WORDS:]),
            before[-1:] if before[-1:].isspace() else "",
            mention.exact,
            after[:1] if after[:1].isspace() else "",
            " ".join(right[:_WORDS]),
            " …" if len(right) > _WORDS else "",
        ]
    )
