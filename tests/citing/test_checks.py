from sourced.citing import checks
from sourced.citing.ground import Ground


def found(markdown: str, ground: Ground) -> list[str]:
    return [str(finding) for finding in checks.check("docs/p.md", markdown, ground)]


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


def test_what_cannot_be_included_in_an_included_text_is_found_too(ground: Ground) -> None:
    ground = Ground(ground.dossier, ground.index, {"part.md": '--8<-- "gone.md"'})
    assert found('\n--8<-- "part.md"', ground) == [
        'docs/p.md:2:9: in "part.md", which is included here: there is no "gone.md" to include'
    ]
