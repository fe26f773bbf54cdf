from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.extraction import numbers

CASES = yaml.safe_load(Path(__file__).with_name("numbers").joinpath("cases.yml").read_text("utf-8"))
WORDS = (
    "one two twenty hundred thousand million half third a and of point minus dozens first 7 1,200 2.5 - ½ k"
).split()


@pytest.mark.parametrize(("words", "value"), CASES["values"].items())
def test_a_number_has_the_value_that_a_reader_gives_it(words: str, value: float) -> None:
    assert numbers.value(words) == pytest.approx(value)


@pytest.mark.parametrize("words", CASES["no numbers"])
def test_what_is_no_number_or_leaves_it_open_has_no_value(words: str) -> None:
    assert numbers.value(words) is None


@pytest.mark.parametrize(("text", "found"), CASES["in a text"].items())
def test_the_numbers_of_a_text_are_found_whole_and_apart(text: str, found: list[str]) -> None:
    assert [text[number.start : number.end] for number in numbers.scan(text)] == found


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=40))
def test_numbers_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for number in numbers.scan(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end
        assert number.value is None or abs(number.value) < float("inf")


@given(st.integers(0, 10**15))
def test_digits_are_read_with_and_without_their_commas(number: int) -> None:
    assert numbers.value(str(number)) == number
    assert numbers.value(f"{number:,}") == number
