"""S006 on a page: what it cites stood in a seed that has changed since it was pinned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from rapidfuzz import fuzz

from sourced.citing import references
from sourced.citing.ground import Ground
from sourced.citing.keys import Citable
from sourced.citing.pages import Page
from sourced.citing.typography import normal
from sourced.model import Comparison, Event, Evidence, Finding, Party, Passage, Source

CODE = "S006"
# rapidfuzz's score, of 100, of the same words in whatever order: sentences of one article that have nothing
# to do with each other have up to 50, one told anew has 70 and more.
_NEAR = 60
_BEFORE, _SHOWN = 3, 10  # words of a passage that a message shows: before the first other one, and from there


def check(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each citation whose key leads to other words than it did; one that is gone is S001."""
    return (finding for finding in find(page, ground) if finding.code == CODE)


def find(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each citation that lost its passage when its seed changed, or leads to other words."""
    for reference in references.find(page.markdown):
        key = reference.key
        gone = key in ground.before and key not in ground.index
        if told := lost(key, ground) if gone else _other_words(key, ground):
            yield Finding(page.file, reference.line, reference.column, "S001" if gone else CODE, told)


def lost(key: str, ground: Ground) -> str:
    """What became of the passage of a key that no seed has any more; "" where that is not known."""
    was = ground.before.get(key) or ground.earlier().get(key)
    if was is None:
        return ""
    file = _file(was.passage, ground)
    found = _nearest(was, ground)
    if not found:
        return f'{file} has changed, and nothing like the passage of "{key}" is left: {_cut(was.passage)}'
    passage, record = found
    told = _beside(was.passage, passage, ground)
    return f'{file} has changed: the passage of "{key}" is now "{record.key}": {told}'


def _other_words(key: str, ground: Ground) -> str:
    was, now = ground.before.get(key), ground.index.get(key)
    if was is None or now is None or not isinstance(was, Evidence | Event):
        return ""
    if _plain(was.passage) in {_plain(passage) for passage in ground.cited(key)}:
        return ""
    file = _file(was.passage, ground)
    told = f"[^{key}] leads to other words since {file} changed: {_beside(was.passage, now.passage, ground)}"
    found = _nearest(was, ground)
    if found and found[1].key != key and _plain(found[0]) == _plain(was.passage):
        told += f'; what it led to has the key "{found[1].key}"'
    return told


def _nearest(was: Citable, ground: Ground) -> tuple[Passage, Citable] | None:
    """The passage of the changed seed that is likest to the old one, and what of its kind is cited there."""
    source = was.passage.source
    article = ground.articles.get(source)
    if article is None:
        return None
    records = [one for one in ground.index.values() if one.passage.source == source]
    sentences = (Passage(source, one.start, one.end, one.surface(article.text)) for one in article.sentences)
    passages = dict.fromkeys((*(one.passage for one in records if not isinstance(one, Source)), *sentences))
    passage = max(passages, key=lambda one: _alike(was.passage.text, one.text))
    if _alike(was.passage.text, passage.text) < _NEAR:
        return None
    there = [
        one
        for one in records
        if one.passage.start <= passage.start < one.passage.end and not isinstance(one, Party | Comparison)
    ]
    there.sort(key=lambda one: (type(one) is not type(was), -_alike(_words(was), _words(one))))
    return passage, there[0] if there else ground.index[source]


def _alike(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(normal(one).text, normal(other).text)


def _words(record: Citable) -> str:
    """The words themselves that are cited."""
    if isinstance(record, Evidence):
        return record.selector.exact
    return record.text if isinstance(record, Event) else record.passage.text


def _beside(was: Passage, now: Passage, ground: Ground) -> str:
    """Both passages where they begin to differ, and the line of the new one."""
    old, new = was.text.split(), now.text.split()
    same = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    first = sum(1 for _ in same)
    line = ground.articles[now.source].text.count("\n", 0, now.start) + 1
    return f"{_cut(was, first)} is now {_cut(now, first)} (line {line})"


def _cut(passage: Passage, at: int = 0) -> str:
    words = passage.text.split()
    start = max(0, at - _BEFORE)
    shown = " ".join(words[start : at + _SHOWN])
    return f"“{'… ' if start else ''}{shown}{' …' if at + _SHOWN < len(words) else ''}”"


def _plain(passage: Passage) -> str:
    return normal(passage.text).text


def _file(passage: Passage, ground: Ground) -> str:
    source = ground.index.get(passage.source)
    return source.file if isinstance(source, Source) else passage.source
