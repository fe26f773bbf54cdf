"""The dossier: what was found in each seed, merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sourced.merging import corrections, evidence, keys, passages
from sourced.merging.comparisons import comparisons
from sourced.merging.events import chronicle
from sourced.merging.evidence import Reading
from sourced.merging.people import known_names, labels, people
from sourced.merging.people.people import Individual
from sourced.merging.sides import allegiance, own_names
from sourced.merging.sides.allegiance import Allegiance
from sourced.merging.sides.sides import Sides
from sourced.model import (
    Amount,
    Comparison,
    Dossier,
    Editorial,
    Entity,
    Extraction,
    Misfit,
    Party,
    Passage,
    Seed,
    Side,
    Statement,
)


def merge(seeds: tuple[tuple[Seed, Extraction], ...], editorial: Editorial) -> Dossier:
    """Merge what was found in the seeds, which come in the order of ``dossier.yml``, then by name.

    What the seeds before a seed came to does not depend on it: adding a seed at the end changes no
    key, neither of a person nor of anything else.
    """
    return merge_and_correct(seeds, editorial)[0]


def merge_and_correct(
    seeds: tuple[tuple[Seed, Extraction], ...], editorial: Editorial
) -> tuple[Dossier, tuple[Misfit, ...]]:
    """``merge``, and with it the corrections of ``dossier.yml`` that fit nothing that was found."""
    register = keys.Register(seed.source.key for seed, _ in seeds)
    sides = Sides(editorial, [seed.article for seed, _ in seeds])
    seeds = known_names.spread(own_names.spread(seeds, editorial))
    everyone = people.gather(seeds, editorial)
    allegiances = allegiance.assign(everyone, seeds, sides)
    parties: list[Party] = []
    quotations: list[Statement] = []
    terms: list[Statement] = []
    figures: list[Amount] = []
    told = chronicle.Chronicle(register)
    readings: list[Reading] = []
    known: dict[tuple[int, Entity], Party] = {}
    for number, (seed, extraction) in enumerate(seeds):
        register.begin(seed.source.key)
        for one in everyone:
            if one.found[0][0] == number:
                party = _party(one, seeds, allegiances, register)
                parties.append(party)
                known |= dict.fromkeys(one.found, party)
        here = {entity: known[number, entity] for entity in extraction.entities}
        reading = Reading(seed, extraction, here, sides)
        readings.append(reading)
        quotations += evidence.statements(reading, register)
        terms += evidence.terms(reading, register)
        figures += evidence.amounts(reading, register)
        told.add(reading)
    found = Dossier(
        sources=tuple(seed.source for seed, _ in seeds),
        sides=tuple(Side(s.key, s.name, s.colour, s.countries, s.also) for s in editorial.sides),
        quotations=tuple(quotations),
        terms=tuple(terms),
        figures=tuple(figures),
        people=tuple(party for party in parties if party.kind == "person"),
        bodies=tuple(party for party in parties if party.kind == "body"),
        events=told.events(),
        comparisons=(),
    )

    def compare(dossier: Dossier) -> tuple[Comparison, ...]:
        return comparisons.compare(dossier, editorial, register)

    if editorial.corrections:
        return corrections.apply(found, editorial, sides, told, compare)
    return msgspec.structs.replace(found, comparisons=compare(found)), ()


def _party(
    one: Individual,
    seeds: Sequence[tuple[Seed, Extraction]],
    allegiances: Mapping[Individual, Allegiance],
    register: keys.Register,
) -> Party:
    names = labels.names(one, seeds)
    mentions = [
        (seeds[number][0], mention)
        for number, entity in one.found
        for mention in sorted(entity.mentions, key=lambda m: (m.start, m.end))
    ]
    first = seeds[one.found[0][0]][0]
    around = tuple(passages.passage(seed, mention) for seed, mention in mentions)
    return Party(
        key=register.take(*(keys.joined([wanted], one.kind) for wanted in labels.key_words(one))),
        name=names[0],
        kind=one.kind,
        names=names,
        roles=labels.roles(one, seeds),
        side=allegiances[one].side,
        side_doubt=allegiances[one].doubt,
        sources=tuple(dict.fromkeys(seeds[number][0].source.key for number, _ in one.found)),
        passage=around[0] if around else Passage(first.source.key, 0, 0, ""),
        mentions=tuple(passages.selector(seed.article, mention) for seed, mention in mentions),
        passages=around,
    )
