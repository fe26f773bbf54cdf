"""The page of each source: the passages that this site cites, with the cited words marked."""

from __future__ import annotations

import posixpath
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from markupsafe import Markup
from msgspec import Struct

from sourced.model import Amount, Backlink, Comparison, Dossier, Event, Party, Source, Span, Statement
from sourced.publishing import citable, escape, fragments, labels, marks
from sourced.publishing.citable import Place
from sourced.publishing.labels import Labels, SideLabel
from sourced.publishing.templates import fill
from sourced.reading import segments

FOLDER = "sources"


class Note(Struct, frozen=True):
    """What is said under a passage of one key: whose words they are, and which pages cite them.

    ``shorter``: the words are not the whole passage.
    """

    key: str
    words: str
    kind: str
    speaker: str | None
    side: SideLabel | None
    shorter: bool
    cited_on: Markup
    address: Markup | None


class Block(Struct, frozen=True):
    """A stretch of the source that is shown: its paragraphs with the marks, and the notes on them.

    ``left_out``: some text before it is not shown.
    """

    paragraphs: tuple[Markup, ...]
    heading: bool
    notes: tuple[Note, ...]
    left_out: bool


def path(source: Source) -> str:
    """The page of a source, below the pages' folder."""
    return f"{FOLDER}/{source.key}.md"


def render(dossier: Dossier, texts: Mapping[str, str], backlinks: Iterable[Backlink]) -> dict[str, str]:
    """Return path below the pages' folder -> Markdown, one page a source.

    ``texts`` is source key -> the seed's whole text. Only what ``backlinks`` cite is shown, unless
    the source says ``show: full``.
    """
    known = Labels(dossier)
    cited: dict[str, list[Backlink]] = {}
    for backlink in backlinks:
        cited.setdefault(backlink.key, []).append(backlink)
    at: dict[str, list[Place]] = {source.key: [] for source in dossier.sources}
    for source, place in citable.places(dossier):
        if place.key in cited and source in at:
            at[source].append(place)
    return {path(s): _page(s, texts[s.key], at[s.key], cited, known) for s in dossier.sources}


def _page(
    source: Source, text: str, places: list[Place], cited: Mapping[str, list[Backlink]], known: Labels
) -> str:
    blocks = tuple(_blocks(source, text, places, cited, known))
    tail = _left_out(text, _last(places, source, text), len(text))
    return fill(
        "source",
        source=source,
        blocks=blocks,
        left_out_after=tail,
        partial=tail or any(block.left_out for block in blocks),
        cited_on=_links(cited.get(source.key, ())),
        labels=known,
    )


def _last(places: list[Place], source: Source, text: str) -> int:
    return len(text) if source.show == "full" else max((p.passage.end for p in places), default=0)


def _blocks(
    source: Source, text: str, places: list[Place], cited: Mapping[str, list[Backlink]], known: Labels
) -> Iterable[Block]:
    paragraphs = segments.paragraphs(text)
    starts, ends = [p.start for p in paragraphs], [p.end for p in paragraphs]
    before = 0
    for shown, inside in _stretches(source, text, places):
        own = paragraphs[bisect_right(ends, shown.start) : bisect_left(starts, shown.end)]
        words = [marks.Mark(p.words.start, p.words.end, p.key, p.is_mention) for p in inside]
        yield Block(
            paragraphs=tuple(
                marks.render(text, Span(max(p.start, shown.start), min(p.end, shown.end)), words) for p in own
            ),
            heading=bool(own) and all(p.heading for p in own),
            notes=tuple(_notes(source, text, inside, cited, known)),
            left_out=_left_out(text, before, shown.start),
        )
        before = shown.end


def _stretches(source: Source, text: str, places: list[Place]) -> Iterable[tuple[Span, list[Place]]]:
    """What is shown, in text order, each with the places in it; passages that overlap are one."""
    joined: list[tuple[Span, list[Place]]] = []
    for place in sorted(places, key=lambda p: (p.passage.start, p.words.start, -p.words.end, p.key)):
        if joined and place.passage.start < joined[-1][0].end:
            span, inside = joined[-1]
            joined[-1] = (Span(span.start, max(span.end, place.passage.end)), [*inside, place])
        else:
            joined.append((place.passage, [place]))
    if source.show == "cited":
        yield from joined
        return
    before = 0
    for span, inside in joined:
        yield from ((rest, []) for rest in _uncited(text, before, span.start))
        yield span, inside
        before = span.end
    yield from ((rest, []) for rest in _uncited(text, before, len(text)))


def _uncited(text: str, start: int, end: int) -> Iterable[Span]:
    for paragraph in segments.paragraphs(text[start:end]):
        yield Span(start + paragraph.start, start + paragraph.end)


def _left_out(text: str, start: int, end: int) -> bool:
    return bool(text[start:end].strip())


def _notes(
    source: Source, text: str, inside: list[Place], cited: Mapping[str, list[Backlink]], known: Labels
) -> Iterable[Note]:
    """A note for each key; those whom the passage only names have one together."""
    for place in inside:
        if not place.is_mention:
            yield _note(source, text, place, cited[place.key], known)
    # Whoever speaks in the passage, or is cited in it, has a note already.
    told = {place.record.key for place in inside if not place.is_mention}
    told |= {speech.speaker for place in inside if (speech := _speech(place)) and speech.speaker}
    named = [place for place in inside if place.is_mention and place.record.key not in told]
    if named:
        parties = dict.fromkeys(place.record.name for place in named if isinstance(place.record, Party))
        links = [link for place in named for link in cited[place.key]]
        yield Note("", ", ".join(parties), "named", None, None, True, _links(links), None)


def _note(source: Source, text: str, place: Place, links: list[Backlink], known: Labels) -> Note:
    record = place.record
    speech = _speech(place)
    words = record.topic if isinstance(record, Comparison) else text[place.words.start : place.words.end]
    page = source.address and fragments.address(source.address, text, place.words.start, place.words.end)
    return Note(
        key=place.key,
        words=words,
        kind=_kind(record),
        speaker=known.speaker(speech) if speech else None,
        side=known.side(record.side) if not isinstance(record, Comparison) else None,
        shorter=place.words != place.passage or isinstance(record, Comparison),
        cited_on=_links(links),
        address=labels.web(page) if page else None,
    )


def _speech(place: Place) -> Amount | Statement | Event | None:
    return place.record if isinstance(place.record, Amount | Statement | Event) else None


def _kind(record: citable.Record) -> str:
    if isinstance(record, Statement):
        return {"term": "words in marks", "indirect": "reported"}.get(record.kind, "quoted")
    if isinstance(record, Party):
        return record.kind
    return {Amount: "figure", Event: "event", Comparison: "comparison"}[type(record)]


def _links(backlinks: Iterable[Backlink]) -> Markup:
    """Links to the pages, each once; to the footnote's place where there is one."""
    pages: dict[str, Backlink] = {}
    for link in backlinks:
        if link.page not in pages or (link.anchor and not pages[link.page].anchor):
            pages[link.page] = link
    return Markup(", ").join(
        Markup(f"[{escape.text(link.title)}]({_target(link)})")  # noqa: S704  (escaped; a path of this site)
        for link in pages.values()
    )


def _target(link: Backlink) -> str:
    page = posixpath.relpath(link.page, FOLDER)
    return f"<{page}#{link.anchor}>" if link.anchor else f"<{page}>"
