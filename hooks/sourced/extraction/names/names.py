"""The people and named bodies of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sourced.extraction.names import bodies, capitals, people, singles
from sourced.extraction.names.speaking import Speaking
from sourced.model import Article, Entity, Mention, Quotation

_MANY = 50  # names with one word in common among which no short form can be put with a long one


def find(article: Article, quotations: Iterable[Quotation] = ()) -> tuple[Entity, ...]:
    """People and bodies in order of first mention, each with the places that name it and its roles.

    Whoever stands as the source of one of the ``quotations`` speaks.
    Rules, no model: a person is a run of capitals with something beside it that only a person has
    (a known given name, a title, a role, an age, "who"), or that speaks; a body is a phrase whose head
    is a noun for a body, with a proper name or adjective. Where nothing speaks for either, there is
    none: a missing name is better than a wrong one. Linear in the length of the text.
    """
    runs = capitals.runs(article)
    speaking = Speaking(article.text, quotations)
    single = singles.find(article, runs, speaking)
    named = bodies.find(article, runs, single.bodies)
    persons = people.find(article, runs, named, single.people, speaking)
    found = [
        Entity(
            name=_full(article.text, person),
            kind="person",
            mentions=tuple(person.mentions),
            roles=tuple(person.roles),
        )
        for person in persons
    ]
    found.extend(_bodies(article.text, named, {person.words[-1] for person in persons}))
    return tuple(sorted(found, key=lambda entity: entity.mentions[0]))


def _full(text: str, person: people.Person) -> str:
    """The fullest form as written, with the particles between its words ("van der") and no title."""
    first, last = person.words[0], person.words[-1]
    if len(person.words) == 1:
        return person.called or last
    forms = (" ".join(text[m.start : m.end].split()) for m in person.mentions)
    plain = ((form, form.replace("’", "'")) for form in forms)
    full = [form[low.index(first) :] for form, low in plain if first + " " in low and last in low]
    return max(full, key=len, default=" ".join(person.words))


def _bodies(text: str, named: Iterable[Mention], surnames: set[str]) -> list[Entity]:
    names: dict[frozenset[str], str] = {}
    mentions: dict[frozenset[str], list[Mention]] = {}
    acronyms: dict[str, frozenset[str]] = {}
    named = list(named)
    for mention in named:  # "Acme" is short for "Acme Holdings plc", wherever that stands
        surface = " ".join(text[mention.start : mention.end].split())
        if company := bodies.company(surface):
            acronyms.setdefault(company, bodies.key(surface))
    for mention in named:
        surface = " ".join(text[mention.start : mention.end].split())
        if surface.endswith(" campaign") and surnames.isdisjoint(surface.split()):
            continue  # "the Iowa campaign" is none that speaks
        key = acronyms.get(surface) or bodies.key(surface)
        names.setdefault(key, surface)
        mentions.setdefault(key, []).append(mention)
        short = bodies.ACRONYM.match(text, mention.end)
        if short:
            acronyms[short["acronym"]] = key
            mentions[key].append(Mention(short.start("acronym"), short.end("acronym"), "name"))
    _fold(names, mentions)
    return [
        Entity(name=names[key], kind="body", mentions=tuple(sorted(set(found))))
        for key, found in mentions.items()
    ]


def _fold(names: dict[frozenset[str], str], mentions: dict[frozenset[str], list[Mention]]) -> None:
    """Put short forms with the long one, where the article has only one that it can be.

    "UN" is "United Nations", "Ministry of Health" is "Kenyan Ministry of Health".
    """
    initials = {bodies.initials(name): key for key, name in names.items() if " " in name}
    sharing: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for key in names:
        for word in key:
            sharing[word].append(key)
    for key in list(mentions):
        full = initials.get(names[key].replace(".", ""))
        if full is None or full == key:
            full = _fuller(key, names, min((sharing[word] for word in key), key=len, default=[]))
        if full in mentions:
            mentions[full].extend(mentions.pop(key))


def _fuller(
    key: frozenset[str], names: dict[frozenset[str], str], others: Sequence[frozenset[str]]
) -> frozenset[str] | None:
    if len(key) < 2 or len(others) > _MANY or not _proper(names[key]):
        return None
    noun = bodies.head(names[key])
    fuller = [
        other
        for other in others
        if key < other and bodies.head(names[other]) == noun and _proper(names[other])
    ]
    return fuller[0] if len(fuller) == 1 else None


def _proper(name: str) -> bool:
    """Whether all words of a name but the small ones have capitals."""
    return all(word[0].isupper() for word in name.split() if word not in ("of", "the", "for", "and"))
