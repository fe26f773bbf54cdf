import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced.extraction.numbers import numbers, wording


@pytest.mark.parametrize(
    ("value", "ways"),
    [
        (0, ("0", "zero")),
        (13, ("13", "thirteen")),
        (74, ("74", "seventy-four")),
        (100, ("100", "one hundred")),
        (1005, ("1005", "one thousand and five")),
        (120000, ("120000", "120 thousand", "one hundred and twenty thousand")),
        (1.2e6, ("1200000", "1.2 million", "1200 thousand", "one million two hundred thousand")),
        (2.5, ("2.5",)),
        (-3, ("3", "three")),
        (1e21, ("1e+21",)),
    ],
)
def test_the_ways_to_write_a_number(value: float, ways: tuple[str, ...]) -> None:
    assert wording.ways(value) == ways


@given(st.integers(0, 10**15 - 1))
def test_each_way_is_read_as_the_number_again(value: int) -> None:
    assert {numbers.value(way) for way in wording.ways(value)} == {value}
