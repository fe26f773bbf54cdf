"""Who a source means: pronouns, roles, surnames and bodies resolved to the full name in the article."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sourced.extraction.names import actors, lexicon, sources, wholes
from sourced.extraction.names.antecedents import Antecedents
from sourced.extraction.names.holders import Holders
from sourced.extraction.names.register import Register, Speaker
from sourced.extraction.names.sources import Described
from sourced.model import Article, Entity, Mention, Quotation, Span


def resolve(
    article: Article, entities: Sequence[Entity], quotations: Sequence[Quotation]
) -> tuple[tuple[Quotation, ...], tuple[Entity, ...]]:
    """Fill in ``Quotation.name``, and add to the entities the mentions that were resolved.

    A name is given only where the article settles it: by the name itself, by a role that one
    person has, by a pronoun that fits one speaker or subject near by. A source that names a body
    or person not among ``entities`` becomes one. "Residents" or "a spokesman" stay without name.
    Sources are widened to the whole name.
    """
    quotations = wholes.widened(article, entities, quotations)
    register = Register(article, entities, quotations)
    antecedents = Antecedents(register)
    holders = Holders(register, antecedents)
    found: dict[Span, int | None] = {}
    speaking = {Span(q.source.start, q.source.end) for q in quotations if q.source}
    for source in sorted(speaking.union(actors.find(article))):
        described = sources.describe(article.text, source, _named(register, source), register.is_proper)
        if source not in speaking:
            register.act(source, holders.of_role(source, described))
            continue
        number = _meant(register, antecedents, holders, source, described)
        found[source] = number
        if number is not None and described.kind in _RESOLVED:
            kind = _RESOLVED[described.kind]
            register.mention(number, Mention(source.start, source.end, kind))
        plural = described.plural or described.gender == "p"
        register.speakers.append(
            Speaker(source.start, number, described.gender, plural, register.asks(source))
        )
    said = tuple(
        msgspec.structs.replace(q, name=None if number is None else register[number].name)
        for q in quotations
        for number in [found[Span(q.source.start, q.source.end)] if q.source else None]
    )
    return said, register.entities()


_RESOLVED: dict[str, sources.MentionKind] = {
    "pronoun": "pronoun",
    "relative": "pronoun",
    "role": "role",
    "body": "role",
}


def _named(register: Register, source: Span) -> list[tuple[Mention, int, bool]]:
    named = register.mentions(source.start, source.end)
    return [(mention, number, register[number].kind == "person") for mention, number in named]


def _meant(
    register: Register, antecedents: Antecedents, holders: Holders, source: Span, described: Described
) -> int | None:
    """The number of the entity that a source means."""
    match described.kind:
        case "name":
            return described.entity
        case "new":
            kind = described.new or ("person" if register.says_i(source) else "body")
            return register.add(described.words, kind) if described.words else None
        case "pronoun":
            return antecedents.of_pronoun(source, described)
        case "relative":
            return antecedents.before_relative(source)
        case "body":
            number = holders.of_body(source, described)
            if (
                number is None
                and described.words
                and register.is_proper(described.words.surface(register.text))
            ):
                return register.add(described.words, "body")
            return number
        case "role":
            apposed = register.apposed(source)
            if apposed is not None:
                return apposed
            number = holders.of_role(source, described)
            if number is None:
                number = holders.of_called(source, described)
                return holders.of_epithet(source, described) if number is None else number
            if described.noun in lexicon.role_nouns() and described.noun not in lexicon.epithets():
                register.add_role(number, source)
            return number
    return None
