"""Which figures an editor's topics have, and how the statements that there was none stand beside them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from sourced.extraction import extract
from sourced.merging import dossier
from sourced.model import Dossier

Built = Callable[[Mapping[str, Any]], Any]


def merged(built: Built, topics: list[dict[str, Any]], *texts: str) -> Dossier:
    day = datetime.date(2025, 6, 6)
    told = [{"key": f"source-{n}", "date": day, "text": text} for n, text in enumerate(texts)]
    seeds, editorial = built({"seeds": told, "editorial": {"topics": topics}})
    return dossier.merge(tuple((seed, extract.extract(seed.article)) for seed, _ in seeds), editorial)


def test_a_figure_that_two_topics_tie_goes_to_the_one_whose_name_its_clause_speaks_of(built: Built) -> None:
    topics = [
        {"name": "People woken at night", "counted": ["people"]},
        {"name": "Marchers in May", "counted": ["people"]},
    ]
    text = (
        "Residents said 4,500 people would be woken.\n\nAbout 600 people marched, police said. "
        "Residents said 2,000 had taken part.\n\nThe mayor said 90 people had written."
    )
    made = merged(built, topics, text)
    found = {one.topic: one.claims for one in made.comparisons}
    assert found["People woken at night"] == ("4500-people", "90-people")
    assert found["Marchers in May"] == ("600-people", "figure-2000", "90-people")


def test_a_bare_number_takes_its_noun_and_its_day_from_the_one_before(built: Built) -> None:
    [told, taken_up] = merged(
        built, [], "About 600 people marched on 17 May, police said. Organisers said 2,000 had taken part."
    ).figures
    assert (taken_up.counted, taken_up.when) == (told.counted, told.when) == ("people", "2025-05-17")


def test_it_takes_up_none_where_two_may_be_meant_or_another_paragraph_begins(built: Built) -> None:
    for text in (
        "Six buses and 40 cars were burnt, police said. Residents said 90 had been set alight.",
        "About 600 people marched, police said.\n\nResidents said 2,000 had taken part.",
        "Prices rose 6 percent, the bank said. Residents said 2,000 had left.",
    ):
        assert merged(built, [], text).figures[-1].counted is None


def test_that_there_was_none_is_a_claim_beside_a_number_and_cited_by_its_own_words(built: Built) -> None:
    topics = [{"name": "Injured", "counted": ["sailors", "people"]}]
    made = merged(
        built, topics, "The coast guard said four sailors were hurt. The navy said nobody was injured."
    )
    [one] = made.comparisons
    nobody = next(q for q in made.quotations if "nobody" in q.selector.exact)
    assert one.relation == "conflict"
    assert one.differing == ("4-sailors", nobody.key)
