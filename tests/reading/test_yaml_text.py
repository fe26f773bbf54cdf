from hypothesis import example, given
from hypothesis import strategies as st

from sourced.reading import yaml_text


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
@example("no")
@example("Oslo: a strike, and its end")
@example("[brackets] {and} # what would be a comment")
@example(" blanks ")
@example("- ")
@example("")
def test_a_text_comes_back_as_it_was_written(text: str) -> None:
    written = yaml_text.scalar(text)
    assert yaml_text.load(f"title: {written}") == {"title": text}
    assert yaml_text.load(f"- {{name: {written}, also: [{written}]}}") == [{"name": text, "also": [text]}]


def test_what_is_plain_stands_without_marks() -> None:
    assert yaml_text.scalar("Harbour strike (day 3)") == "Harbour strike (day 3)"
    assert yaml_text.scalar("https://post.example/a?b=1") == "https://post.example/a?b=1"
    assert yaml_text.scalar("No") == '"No"'


def test_every_value_is_loaded_as_text() -> None:
    assert yaml_text.load("countries: [NO, 1]\ndate: 2024-08-14") == {
        "countries": ["NO", "1"],
        "date": "2024-08-14",
    }
