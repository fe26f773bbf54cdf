import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced.citing import sums


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("40 × 12 = 480", True),
        ("40 km × 12 km = 480 km²", True),
        ("1,200 + 300 − 50 = 1,450 people", True),
        ("2 + 3 × 4 = 14", True),
        ("74 ÷ 28 ≈ 2.6", True),
        ("74 ÷ 28 = 2.6", False),
        ("$5 + $7 = $13", False),
        ("£14 million − £9 million = £5 million", True),
        ("$1.2bn + $300m = $1.5bn", True),
        ("40 m × 12 m = 480 m²", True),
        ("2 thousand + 500 = 2,500", True),
        ("£14 million − £9 million = £5", False),
        ("10 / 3 ≈ 4", False),
    ],
)
def test_a_sum_is_worked_out(text: str, right: bool) -> None:
    (found,) = sums.find(f"That is {text}.")
    assert found.right is right


@pytest.mark.parametrize("text", ["x = 4", "a 3-2 win", "1 / 0 = 0", "2020-21 = now", "= 4", "4 ="])
def test_what_is_no_sum_is_left_alone(text: str) -> None:
    assert list(sums.find(text)) == []


@given(st.text("0123456789 ,.×+−÷=≈km$", max_size=60))
def test_any_text_may_be_read(text: str) -> None:
    for found in sums.find(text):
        assert 0 <= found.span.start < found.result.start < found.span.end <= len(text)
