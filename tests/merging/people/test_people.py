"""One person or body out of many spellings, over all the seeds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sourced.model import Dossier, Party

Case = Mapping[str, Any]
Merged = Callable[[Case], Dossier]


def seeds(*named: str | list[str], kind: str = "person", **editorial: object) -> Case:
    """One seed for each argument, which names one or more."""
    listed = [[names] if isinstance(names, str) else names for names in named]
    return {
        "seeds": [
            {
                "key": f"seed{number}",
                "text": ". ".join(names) + " spoke.",
                "entities": [{"name": name, "kind": kind} for name in names],
            }
            for number, names in enumerate(listed)
        ],
        "editorial": editorial,
    }


def names(parties: tuple[Party, ...]) -> list[tuple[str, ...]]:
    return [party.names for party in parties]


def test_one_person_in_two_transliterations_the_first_seed_gives_the_key(merged: Merged) -> None:
    found = merged(seeds("Oleksandr Sirski", "Oleksandr Syrskyi", "Alexander Syrsky"))
    assert names(found.people) == [("Oleksandr Sirski", "Oleksandr Syrskyi", "Alexander Syrsky")]
    assert [person.key for person in found.people] == ["sirski"]
    assert found.people[0].sources == ("seed0", "seed1", "seed2")


def test_a_surname_alone_joins_the_only_one_of_that_surname(merged: Merged) -> None:
    assert names(merged(seeds("Rosa Hartmann", "Hartmann")).people) == [("Rosa Hartmann", "Hartmann")]


def test_a_surname_alone_that_could_be_two_people_stays_apart(merged: Merged) -> None:
    found = merged(seeds(["Anna Smith", "John Smith"], "Smith"))
    assert names(found.people) == [("Anna Smith",), ("John Smith",), ("Smith",)]
    assert [person.key for person in found.people] == ["smith", "john-smith", "smith-seed1"]


def test_a_surname_alone_is_neither_of_two_that_a_later_seed_names(merged: Merged) -> None:
    assert len(merged(seeds("Smith", ["Anna Smith", "John Smith"])).people) == 3


def test_two_people_of_one_surname_have_two_keys(merged: Merged) -> None:
    found = merged(seeds("Alexei Smirnov", "Andrei Smirnov"))
    assert [person.key for person in found.people] == ["smirnov", "andrei-smirnov"]


def test_two_spellings_in_one_article_are_one_person(merged: Merged) -> None:
    assert len(merged(seeds(["Alexei Smirnov", "Aleksey Smirnov"])).people) == 1


def test_a_full_name_is_whoever_had_it_before_whatever_else_is_like_it(merged: Merged) -> None:
    found = merged(seeds("Ann Lee", ["Ann Lee", "Poor Ann Lee"], "Ann Lee"))
    assert {person.name: person.sources for person in found.people} == {
        "Ann Lee": ("seed0", "seed1", "seed2"),
        "Poor Ann Lee": ("seed1",),
    }


def test_a_title_is_no_part_of_the_name(merged: Merged) -> None:
    found = merged(seeds("Gov. Rosa Hartmann", "Ms. Hartmann"))
    assert names(found.people) == [("Rosa Hartmann", "Hartmann")]


def test_the_editor_decides_what_is_one_person_and_how_it_is_spelt(merged: Merged) -> None:
    people = [{"name": "Mary Jones", "also": ["Mary Smith"]}]
    found = merged(seeds("Mary Smith", "Mary Jones", people=people))
    assert names(found.people) == [("Mary Jones", "Mary Smith")]
    assert [person.key for person in found.people] == ["smith"]


def test_the_editor_keeps_two_apart(merged: Merged) -> None:
    people = [{"name": "John Smith"}, {"name": "J. Smith"}]
    assert len(merged(seeds("John Smith", "J. Smith", people=people)).people) == 2


def test_somebody_of_dossier_yml_whom_no_seed_names_is_not_there(merged: Merged) -> None:
    assert len(merged(seeds("Mary Smith", people=[{"name": "Ann Lee"}])).people) == 1


def test_the_editor_gives_a_side(merged: Merged) -> None:
    sides = [{"key": "north", "name": "North"}]
    found = merged(
        seeds("Mary Smith", "Smith", people=[{"name": "Mary Smith", "side": "north"}], sides=sides)
    )
    assert [person.side for person in found.people] == ["north"]


def test_a_body_in_other_words(merged: Merged) -> None:
    found = merged(
        seeds(
            "Russian Ministry of Defence",
            "Russian Defense Ministry",
            "Russia’s Ministry of Defence",
            kind="body",
        )
    )
    assert len(found.bodies) == 1
    assert found.bodies[0].key == "russian-ministry-of-defence"


def test_two_bodies_of_one_kind_stay_two(merged: Merged) -> None:
    found = merged(
        seeds("Russian Ministry of Defence", "French Ministry of Defence", "Ministry of Defence", kind="body")
    )
    assert len(found.bodies) == 3


def test_roles_are_given_as_written_and_once(merged: Merged) -> None:
    text = (
        "The Polish President, Ann Lee, left. President Ann Lee, head of the party, is back, the head said."
    )
    found = merged(
        {
            "seeds": [
                {
                    "key": "a",
                    "text": text,
                    "entities": [
                        {
                            "name": "Ann Lee",
                            "mentions": ["Ann Lee", "Ann Lee", {"role": "the head"}],
                            "roles": ["Polish President", "President @ 20", "head of the party"],
                        }
                    ],
                }
            ]
        }
    )
    assert found.people[0].roles == ("Polish President", "head of the party")


def test_who_serves_somebody_is_on_that_side(merged: Merged) -> None:
    text = "French President Ann Lee thanked her spokesman, Bob Ray, and her German counterpart, Eva Horn."
    entities = [
        {"name": "Ann Lee", "roles": ["French President"]},
        {"name": "Bob Ray", "roles": ["spokesman"]},
        {"name": "Eva Horn", "roles": ["German counterpart"]},
    ]
    sides = [{"key": "france", "name": "France", "countries": ["FR"]}]
    found = merged(
        {"seeds": [{"key": "a", "text": text, "entities": entities}], "editorial": {"sides": sides}}
    )
    assert {person.key: person.side for person in found.people} == {
        "lee": "france",
        "ray": "france",
        "horn": None,
    }


def two_surnames(*mentions: str) -> Case:
    text = "Ana Ruiz Soto spoke. Ruiz left."
    first = {"key": "a", "text": text, "entities": [{"name": "Ana Ruiz Soto", "mentions": [*mentions]}]}
    later = [
        {"key": f"seed{n}", "text": f"{name} spoke.", "entities": [{"name": name}]}
        for n, name in enumerate(("Ana Ruiz", "Ruiz", "Ana Ruiz Soto", "Ana Ruiz Gil"))
    ]
    return {"seeds": [first, *later]}


def test_of_two_surnames_the_one_that_the_article_uses_alone_names_the_person(merged: Merged) -> None:
    found = merged(two_surnames("Ana Ruiz Soto", "Ruiz"))
    assert names(found.people) == [("Ana Ruiz Soto", "Ana Ruiz", "Ruiz"), ("Ana Ruiz Gil",)]
    assert found.people[0].key == "ruiz"


def test_of_two_surnames_that_the_article_does_not_tell_apart_nothing_is_merged(merged: Merged) -> None:
    assert len(merged(two_surnames("Ana Ruiz Soto")).people) > 2


def test_how_an_article_calls_somebody_tells_which_word_is_the_surname(merged: Merged) -> None:
    shen = {"name": "Shen Min", "kind": "person", "mentions": ["Shen Min", "Shen"]}
    told = [
        {"key": "post", "text": "Shen Min spoke. Shen left.", "entities": [shen]},
        {"key": "wire", "text": "Shen spoke.", "entities": [{"name": "Shen", "kind": "person"}]},
    ]
    found = merged({"seeds": told, "editorial": {}})
    assert [(person.key, person.sources) for person in found.people] == [("shen", ("post", "wire"))]


def test_an_acronym_is_one_with_points_and_without(merged: Merged) -> None:
    assert names(merged(seeds("U.N.", "UN", "UNHCR", kind="body")).bodies) == [("U.N.", "UN"), ("UNHCR",)]


def test_a_knight_goes_by_the_given_name_where_one_article_has_knight_and_surname(merged: Merged) -> None:
    def seed(key: str, *called: str) -> dict[str, object]:
        entities = [
            {"name": name.removeprefix("Sir "), "kind": "person", "mentions": [name]} for name in called
        ]
        return {"key": key, "text": ". ".join(called) + " spoke.", "entities": entities}

    told = [
        seed("post", "Sir Peter Lyle", "Alan Moss"),
        seed("wire", "Sir Peter", "Sir Alan"),
        seed("day", "Lyle"),
    ]
    found = merged({"seeds": told, "editorial": {}})
    assert [(person.names, person.sources) for person in found.people] == [
        (("Peter Lyle", "Sir Peter", "Lyle"), ("post", "wire", "day")),
        (("Alan Moss",), ("post",)),
        (("Sir Alan",), ("wire",)),
    ]
