import pytest

from sourced.citing import checks
from sourced.citing.ground import Ground


def found(markdown: str, ground: Ground) -> list[str]:
    return [str(finding) for finding in checks.check("docs/p.md", markdown, ground).findings]


def test_a_good_page_has_no_findings(ground: Ground) -> None:
    page = 'A.[^412-crew-members] [b](cite:lindqvist) own[^1]\n\n--8<-- "cards.md:card"\n\n[^1]: Own.\n'
    assert found(page, ground) == []


def test_an_unknown_key_is_found_in_the_line_of_the_file_and_the_nearest_keys_are_named(
    ground: Ground,
) -> None:
    page = "---\ntitle: T\n---\nA.[^412-crew-member]\n\n[b](cite:lindquist)\n"
    first, second = found(page, ground)
    assert first == (
        'docs/p.md:4:3: S001 no seed has the key "412-crew-member": did you mean "412-crew-members"?'
    )
    assert second.startswith(
        'docs/p.md:6:5: S001 no seed has the key "lindquist": did you mean "lindqvist" or '
    )


def test_front_matter_that_is_not_yaml_is_found_and_two_rules_are_no_front_matter(ground: Ground) -> None:
    (finding,) = found("---\nhide:\n  - toc\ntitle: [Overview\n---\n\nA.\n", ground)
    assert finding.startswith("docs/p.md:5:1: front matter is not YAML: ")
    assert found("---\n\nA line between two rules.\n\n---\n\nMore.", ground) == []
    assert found("---\ntitle: 2024-02-31\n---\n", ground)
    assert found("A: [page", ground) == []


def test_a_key_like_no_other_is_answered_with_how_to_find_one(ground: Ground) -> None:
    (finding,) = found("[^zzzzzz]", ground)
    assert finding == (
        'docs/p.md:1:1: S001 no seed has the key "zzzzzz": '
        '"python -m sourced cite WORDS" finds keys by their words'
    )


def test_what_cannot_be_included_is_found_in_code_too(ground: Ground) -> None:
    page = '--8<-- "crads.md"\n\n```\n--8<-- "cards.md:crad"\n```\n'
    assert found(page, ground) == [
        'docs/p.md:1:9: there is no "crads.md" to include: did you mean "cards.md"?',
        'docs/p.md:4:9: "cards.md" has no section "crad": did you mean "card"?',
    ]


@pytest.mark.parametrize(
    ("part", "answer"),
    [
        ("28-towns", 'did you mean "figure-28-towns"?'),
        ("1-figure", ""),
    ],
)
def test_a_key_that_begins_with_a_digit_is_answered_with_its_sections_name(
    part: str, answer: str, ground: Ground
) -> None:
    text = "<!-- --8<-- [start:figure-28-towns] -->\nA.\n<!-- --8<-- [end:figure-28-towns] -->"
    ground = Ground(ground.dossier, ground.index, ground.articles, {"figures.md": text})
    (finding,) = found(f'--8<-- "figures.md:{part}"', ground)
    what = f'docs/p.md:1:9: "figures.md" has no section "{part}"'
    assert finding == (f"{what}: {answer}" if answer else what)


def test_what_cannot_be_included_in_an_included_text_is_found_too(ground: Ground) -> None:
    ground = Ground(ground.dossier, ground.index, ground.articles, {"part.md": '--8<-- "gone.md"'})
    assert found('\n--8<-- "part.md"', ground) == [
        'docs/p.md:2:9: in "part.md", which is included here: there is no "gone.md" to include'
    ]
