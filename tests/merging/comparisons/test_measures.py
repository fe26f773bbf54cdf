"""Measures of figures, for comparing them."""

from __future__ import annotations

import math

import pytest

from sourced.merging.comparisons import conversion, measures
from sourced.model import Amount, Passage, Selector


def amount(
    value: float | tuple[float, float] | None,
    unit: str | None = None,
    dimension: str | None = None,
    bound: str = "=",
) -> Amount:
    assert bound in {"=", ">", "<", "~"}
    return Amount(
        key="k",
        selector=Selector("", "", "", 0, 0),
        passage=Passage("a", 0, 1, "x"),
        value=value,
        unit=unit,
        counted=None,
        bound=bound,  # type: ignore[arg-type]  # asserted above
        of=None,
        dimension=dimension,
    )


@pytest.mark.parametrize(
    ("claim", "span"),
    [
        (amount(5.0), (5.0, 5.0)),
        (amount((5.0, 7.0)), (5.0, 7.0)),
        (amount(5.0, bound=">"), (5.0, math.inf)),
        (amount(5.0, bound="<"), (-math.inf, 5.0)),
        (amount(10.0, bound="~"), (9.0, 11.0)),
        (amount(2.0, "kilometer"), (2000.0, 2000.0)),
        (amount(None), None),
    ],
)
def test_the_values_a_figure_leaves_open(claim: Amount, span: tuple[float, float] | None) -> None:
    assert measures.interval(claim) == span


def test_a_width_and_a_depth_of_one_sentence_are_an_area() -> None:
    wide, deep = amount(40.0, "kilometer", "wide"), amount(12.0, "kilometer", "deep")
    [pair] = measures.pairs([amount(7.0, "kilometer"), wide, deep])
    assert measures.worked_out(pair) == "40 km × 12 km = 480 km²"
    assert measures.product(pair) == (480e6, 480e6)


@pytest.mark.parametrize(
    "claims",
    [
        [amount(40.0, "kilometer", "wide"), amount(12.0, "mile", "deep")],
        [amount(40.0, "kilometer", "wide")],
        [amount(40.0, "kilometer", "wide"), amount(12.0, "kilometer", "high")],
        [amount((1.0, 2.0), "kilometer", "wide"), amount(12.0, "kilometer", "deep")],
    ],
)
def test_what_is_no_area(claims: list[Amount]) -> None:
    assert measures.pairs(claims) == []


def test_units_of_one_kind() -> None:
    assert conversion.same_kind("mile", "kilometer")
    assert conversion.same_kind("US dollar", "US dollar")
    assert not conversion.same_kind("mile", "square mile")
    assert not conversion.same_kind("US dollar", "euro")


def test_the_ratio_of_two_values() -> None:
    assert measures.ratio(74.0, 28.0) == "74 ÷ 28 ≈ 2.6"
    assert measures.ratio(74.0, 0.0) is None
