import pytest

from sourced.citing import checks
from sourced.citing.ground import Ground


def checked(markdown: str, ground: Ground) -> tuple[list[str], list[str]]:
    result = checks.check("p.md", markdown, ground)
    return [str(f) for f in result.findings], [f"{s.finding.line}: {s.reason}" for s in result.silenced]


@pytest.mark.parametrize(
    "page",
    [
        "A “slogan” stands here. <!-- S002: our own word -->",
        "<!-- S002: our own word -->\nA “slogan” stands here.",
        "<!-- S002: our own word -->\n\nA “slogan” stands here.",
        "A <!-- S002 our own word --> “slogan”\nstands here.",
        "A “slogan” stands here. <!-- s002: our own\n  word -->",
        "| A “slogan” <!-- S002: our own word --> | b |\n|---|---|\n",
        "- x\n<!-- S002: our own word -->\n- a “slogan”\n",
        "## A “slogan” <!-- S002: our own word -->",
        '!!! note "A “slogan”" <!-- S002: our own word -->\n    Text.',
        "---\n# S002: our own word\ntitle: A “slogan”\n---\n",
        "[crews](x.md 'A “slogan”') and\nmore <!-- S002: our own word -->",
    ],
)
def test_a_finding_is_silenced_beside_the_place_with_a_reason(page: str, ground: Ground) -> None:
    findings, silenced = checked(page, ground)
    assert findings == []
    assert [reason.partition(": ")[2] for reason in silenced] == ["our own word"]


def test_a_comment_is_for_one_block_and_the_codes_it_names(ground: Ground) -> None:
    findings, silenced = checked("A “slogan”. <!-- S002: ours -->\n\nA “motto”.\n", ground)
    assert [finding.split(" cites")[0] for finding in findings] == ["p.md:3:4: S002 “motto”"]
    assert silenced == ["1: ours"]
    findings, silenced = checked("A “slogan”. <!-- S003: ours -->\n", ground)
    assert len(findings) == 2
    assert silenced == []


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("Text. <!-- S002: ours -->", "p.md:1:7: S002 is silenced here, but there is nothing to silence"),
        ("A “slogan”. <!-- S002 -->", "p.md:1:13: S002 is not silenced without a reason"),
        ("A “slogan”. <!-- S002: ... -->", "p.md:1:13: S002 is not silenced without a reason"),
        ("A “slogan”. <!-- S002, S003: x -->", "p.md:1:13: S003 is silenced here, but there is nothing"),
        ("<!-- S002: all -->\n\nA.\n\nA “slogan”.", "p.md:1:1: S002 is silenced here, but there is nothing"),
        ("A.[^gone] <!-- S001: ours -->", "p.md:1:11: S001 cannot be silenced: mend what it says"),
    ],
)
def test_a_comment_that_silences_nothing_is_a_finding(page: str, told: str, ground: Ground) -> None:
    findings, _ = checked(page, ground)
    assert any(finding.startswith(told) for finding in findings)


def test_a_comment_that_is_shown_as_code_silences_nothing_and_is_no_finding(ground: Ground) -> None:
    assert checked("Write `<!-- S002: why -->` beside it.\n\n    <!-- S002: why -->\n", ground) == ([], [])


def test_one_comment_may_name_two_codes(ground: Ground) -> None:
    findings, silenced = checked("A “slogan” of 413. <!-- S002, S003: ours -->", ground)
    assert findings == []
    assert silenced == ["1: ours", "1: ours"]
