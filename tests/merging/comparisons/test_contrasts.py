"""Which claims differ and which agree: real sentences, from the text to the comparison."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from sourced.extraction import extract
from sourced.merging import dossier
from sourced.model import Dossier

Case = Mapping[str, Any]
Built = Callable[[Case], Any]

SIDES = [
    {
        "key": "authorities",
        "name": "Authorities",
        "also": [
            *("police", "police spokesman", "ministry", "interior ministry", "health ministry", "government"),
            *("company", "council", "prefecture", "electoral commission"),
        ],
    },
    {
        "key": "campaigners",
        "name": "Campaigners",
        "also": ["organisers", "union", "unions", "opposition", "rebels"],
    },
]
STATES = [
    {"key": "am", "name": "Armenia", "countries": ["AM"]},
    {"key": "az", "name": "Azerbaijan", "countries": ["AZ"]},
]


def found(case: Case, built: Built) -> Dossier:
    told = [
        {"key": f"source-{number}", "date": datetime.date.fromisoformat(str(day)), "text": text}
        for number, (day, text) in enumerate(case["told"])
    ]
    sides = STATES if any("Armenia" in text for _, text in case["told"]) else SIDES
    if "sides" in case:
        sides = [{"key": key, "name": key.title(), "also": also} for key, also in case["sides"].items()]
    topics = [case["topic"]] if "topic" in case else []
    seeds, editorial = built({"seeds": told, "editorial": {"sides": sides, "topics": topics}})
    return dossier.merge(tuple((seed, extract.extract(seed.article)) for seed, _ in seeds), editorial)


def test_what_is_set_against_each_other(contrasts_case: Case, built: Built) -> None:
    wrong = []
    for case in contrasts_case["cases"]:
        made = found(case, built).comparisons
        relations = {one.relation for one in made} - {"side by side", "same words"}
        if case["relation"] != "one side only":
            relations -= {"one side only"}
        expected = set() if case["relation"] == "none" else {case["relation"]}
        derived = "; ".join(one.derived or "" for one in made)
        if relations != expected or case.get("worked_out", "") not in derived:
            wrong.append((case["told"], relations, derived))
    assert wrong == []


def test_an_article_s_own_number_agrees_and_does_not_differ(built: Built) -> None:
    topic = {"name": "Deaths", "counted": ["people"]}
    told = [
        ["2024-06-10", "The flood killed 45 people."],
        ["2024-06-10", "Police said {} people were killed."],
    ]
    for number, relation in (("45", "agreement"), ("30", "one side only")):
        case = {"topic": topic, "told": [told[0], [told[1][0], told[1][1].format(number)]]}
        assert [one.relation for one in found(case, built).comparisons] == [relation]
