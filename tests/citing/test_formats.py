import json

from sourced.citing import formats
from sourced.model import Finding

FOUND = (
    Finding("docs/a,b.md", 3, 7, "S002", "“100%” is\nnot there"),
    Finding("docs/c.md", 0, 0, "", "is empty"),
)


def test_text_is_a_line_for_each_finding() -> None:
    assert formats.text(FOUND) == "docs/a,b.md:3:7: S002 “100%” is not there\ndocs/c.md: is empty\n"


def test_json_has_each_field() -> None:
    assert json.loads(formats.as_json(FOUND))[0] == {
        "file": "docs/a,b.md",
        "line": 3,
        "column": 7,
        "code": "S002",
        "message": "“100%” is\nnot there",
    }
    assert json.loads(formats.as_json(())) == []


def test_a_github_command_is_one_line_with_its_signs_escaped() -> None:
    assert formats.github(FOUND).splitlines() == [
        "::error file=docs/a%2Cb.md,line=3,col=7,title=S002::“100%25” is%0Anot there",
        "::error file=docs/c.md::is empty",
    ]


def test_sarif_points_at_the_place_as_far_as_it_is_known() -> None:
    (run,) = json.loads(formats.sarif(FOUND))["runs"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} >= {"S001", "S008"}
    first, second = run["results"]
    assert first["ruleId"] == "S002"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "docs/a%2Cb.md"},
        "region": {"startLine": 3, "startColumn": 7},
    }
    assert "ruleId" not in second
    assert "region" not in second["locations"][0]["physicalLocation"]


def test_sarif_writes_any_path_as_an_address() -> None:
    found = [Finding("docs/a b/é%.md", 1, 1, "S002", "x"), Finding("/srv/x.md", 1, 1, "S002", "x")]
    (run,) = json.loads(formats.sarif(found))["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [place["artifactLocation"]["uri"] for place in places] == [
        "docs/a%20b/%C3%A9%25.md",
        "file:///srv/x.md",
    ]
    assert run["columnKind"] == "unicodeCodePoints"
