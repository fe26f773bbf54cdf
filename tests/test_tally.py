"""What a build says of what was merged, left open and corrected."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced import pipeline, tally

POST = """Ferry crews strike

“Nobody should steer a ship alone,” said Marta Lindqvist, chair of the Seafarers' Union.
Lindqvist spoke on Monday.

“We sail on,” said Tobias Brandt, a spokesman. “They sail alone,” an islander said.
"""
WIRE = """Ferry crews strike again

“The quays are full,” said Marta Lindqvist. She counted 412 crew members.
"""
DOSSIER = """sides:
  - key: crews
    name: The crews
people:
  - name: Marta Lindqvist
    side: crews
corrections:
  - drop: 412-crew-members
  - change: brandt-sail
    speaker: lindqvist
    reason: The wire has it right.
"""


@pytest.fixture
def told(tmp_path: Path) -> str:
    for name, text in {"post.txt": POST, "wire.txt": WIRE, "dossier.yml": DOSSIER}.items():
        (tmp_path / name).write_text(text, "utf-8")
    made = pipeline.make(tmp_path)
    assert made.findings == ()
    return tally.lines(made.dossier, made.editorial, "dossier.yml")


def test_each_section_says_what_there_is_and_how_to_decide(told: str) -> None:
    sections = {part.splitlines()[0]: part.splitlines()[1:] for part in told.strip().split("\n\n")}
    assert sections["One entry for several spellings"] == ["  Marta Lindqvist [lindqvist]: Lindqvist"]
    assert sections["Who says it? Fill in and paste under corrections: a key, a name, or nobody"] == [
        "  - {change: islander-sail-alone, speaker: }",
        "    # post: They sail alone, (an islander)",
    ]
    assert sections["Corrected by dossier.yml (2)"] == [
        "  line 8: [412-crew-members] taken out",
        "  line 9: [brandt-sail] has another speaker, was Tobias Brandt",
    ]


def test_who_is_on_no_side_and_is_called_nothing_is_told_with_what_they_say_first(tmp_path: Path) -> None:
    sides = "sides:\n  - {key: crews, name: Seafarers’ Union}\n"
    (tmp_path / "dossier.yml").write_text(sides, "utf-8")
    (tmp_path / "post.txt").write_text("The European Commission said it would look into the matter.", "utf-8")
    made = pipeline.make(tmp_path)
    told = tally.lines(made.dossier, made.editorial, "dossier.yml").splitlines()
    at = told.index("  - {name: European Commission, side: }")
    assert told[at + 1] == "    # post: it would look into the matter"


@pytest.mark.parametrize("speaker", ["an islander", "nobody", "lindqvist"])
def test_who_said_it_is_asked_until_it_is_answered_if_only_by_the_words_there(
    speaker: str, tmp_path: Path
) -> None:
    (tmp_path / "post.txt").write_text(POST, "utf-8")
    path = tmp_path / "dossier.yml"
    assert "Who says it?" in tally.lines((made := pipeline.make(tmp_path)).dossier, made.editorial, path.name)
    path.write_text(f"corrections:\n  - {{change: islander-sail-alone, speaker: {speaker}}}\n", "utf-8")
    made = pipeline.make(tmp_path)
    assert made.findings == ()
    assert "Who says it?" not in tally.lines(made.dossier, made.editorial, path.name)


def test_who_is_on_no_side_is_told_with_what_the_sources_say_and_a_line_to_paste(tmp_path: Path) -> None:
    sides = "sides:\n  - {key: crews, name: Seafarers’ Union}\n  - {key: line, name: Blue Line}\n"
    (tmp_path / "dossier.yml").write_text(sides, "utf-8")
    (tmp_path / "post.txt").write_text(
        "“We sail on,” said Blue Line director Tobias Brandt. Ida Falk, mayor of Visby, said it was late. "
        "“It is over,” said Seafarers’ Union leader Ulla Lind.",
        "utf-8",
    )
    (tmp_path / "wire.txt").write_text("Tobias Brandt, who left Blue Line in May, said he was glad.", "utf-8")
    made = pipeline.make(tmp_path)
    told = tally.lines(made.dossier, made.editorial, "dossier.yml").splitlines()
    at = told.index("On which side? (2) Fill in and paste under people: crews, line or none")
    assert told[at + 1 : at + 5] == [
        "  - {name: Tobias Brandt, side: }",
        "    # “Blue Line director” is over elsewhere: “left Blue Line in May”",
        "  - {name: Ida Falk, side: }",
        "    # mayor of Visby",
    ]
    people = "people:\n" + told[at + 3].replace("side: ", "side: line") + "\n"
    (tmp_path / "dossier.yml").write_text(sides + people, "utf-8")
    made = pipeline.make(tmp_path)
    assert [(p.name, p.side) for p in made.dossier.people] == [
        ("Tobias Brandt", None),
        ("Ida Falk", "line"),
        ("Ulla Lind", "crews"),
    ]


def test_it_fits_a_terminal(told: str) -> None:
    assert max(map(len, told.splitlines())) <= 80


def test_of_many_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    said = "\n\n".join(f"“The quay of pier {n} is full,” an islander said." for n in range(20))
    (tmp_path / "post.txt").write_text(said, "utf-8")
    made = pipeline.make(tmp_path)
    told = tally.lines(made.dossier, made.editorial, "dossier.yml")
    assert told.startswith("\nWho says it? (20) Fill in and paste under corrections")
    assert "# and 8 more" in told


def test_where_nothing_is_to_be_said_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text("The port closed.", "utf-8")
    made = pipeline.make(tmp_path)
    assert tally.lines(made.dossier, made.editorial, "dossier.yml") == ""


def test_a_proposed_topic_can_be_pasted_and_is_proposed_no_more(tmp_path: Path) -> None:
    sides = (
        "sides:\n  - {key: f, name: France, countries: [FR]}\n  - {key: g, name: Germany, countries: [DE]}\n"
    )
    (tmp_path / "dossier.yml").write_text(sides, "utf-8")
    (tmp_path / "post.txt").write_text(
        "French minister Anne Petit said 74 villages along the river were flooded.\n\n"
        "German minister Karl Beck said 28 towns along the river were flooded.\n",
        "utf-8",
    )
    made = pipeline.make(tmp_path)
    told = tally.lines(made.dossier, made.editorial, "dossier.yml")
    pasted = told.split("Other words for one thing? Fill in and paste under topics\n")[1].split("\n\n")[0]
    assert pasted.splitlines()[-1] == "    # 74-villages, 28-towns"
    assert made.dossier.comparisons == ()
    (tmp_path / "dossier.yml").write_text(f"{sides}topics:\n{pasted}\n", "utf-8")
    again = pipeline.make(tmp_path)
    assert [one.relation for one in again.dossier.comparisons] == ["conflict"]
    assert "Other words" not in tally.lines(again.dossier, again.editorial, "dossier.yml")
