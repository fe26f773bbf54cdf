"""Citation keys, made of the words themselves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced.merging import keys
from sourced.model import Figure, Span
from sourced.reading import article

SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Kasčiūnas", "kasciunas"),
        ("anti-terrorist operation regime", "anti-terrorist-operation-regime"),
        ("Smith’s “plan”", "smith-plan"),
        ("Вячеслав Гладков", "vyacheslav-gladkov"),
        ("Zażółć gęślą jaźń", "zazolc-gesla-jazn"),
        ("1,000 km²", "1000-km2"),
        ("   ", ""),
    ],
)
def test_a_key_is_the_words_in_ascii(text: str, key: str) -> None:
    assert keys.slug(text) == key


def test_words_of_a_script_that_is_not_romanised_get_a_key_that_is_the_same_everywhere() -> None:
    assert keys.slug("国家主席") == keys.slug("国家主席") != keys.slug("総理大臣")
    assert SAFE.fullmatch(keys.slug("国家主席"))


def test_a_long_key_is_cut_between_words() -> None:
    key = keys.slug("word " * 40)
    assert len(key) <= 60
    assert set(key.split("-")) == {"word"}


@given(st.text())
def test_every_key_is_safe_in_a_footnote_an_address_and_an_id(text: str) -> None:
    key = keys.joined([text], "quotation")
    assert SAFE.fullmatch(key)
    assert re.search("[a-z]", key)


@pytest.mark.parametrize(
    ("words", "value", "more", "key"),
    [
        ("74 settlements", 74.0, {"counted": "settlements"}, "74-settlements"),
        ("more than 120,000 people", 120000.0, {"counted": "people"}, "120000-people"),
        ("more than 100 Russian soldiers", 100.0, {"counted": "soldiers"}, "100-soldiers"),
        ("40 km2", 40.0, {"unit": "square kilometer"}, "40-km2"),
        ("40 kilometres wide", 40.0, {"unit": "kilometer"}, "40-kilometres-wide"),
        ("17 out of 23 attacks", 17.0, {"counted": "attacks", "of": 23.0}, "17-of-23-attacks"),
        ("between one and three kilometers", (1.0, 3.0), {"unit": "kilometer"}, "1-to-3-kilometers"),
        ("dozens of Russian localities", None, {"counted": "localities"}, "dozens-of-localities"),
        ("almost two and a half years", 2.5, {"unit": "year"}, "2-point-5-years"),
        ("a third of voters", 1 / 3, {"counted": "voters"}, "a-third-of-voters"),
        ("$3.5 billion", 3.5e9, {"unit": "US dollar"}, "3-point-5-billion-us-dollars"),
        ("5.2%", 5.2, {"unit": "percent"}, "5-point-2-percent"),
        ("−3 degrees", -3.0, {"unit": "degree Celsius"}, "minus-3-degrees"),
        ("74", 74.0, {}, "figure-74"),
    ],
)
def test_a_figure_is_its_value_and_what_it_counts(
    words: str, value: float | tuple[float, float] | None, more: dict[str, object], key: str
) -> None:
    text = f"They said {words} were there."
    start = text.index(words)
    counted = str(more.get("counted", ""))
    at = text.index(counted)
    of = more.get("of")
    found = Figure(
        start,
        start + len(words),
        value,
        unit=str(more["unit"]) if "unit" in more else None,
        counted=Span(at, at + len(counted)) if counted else None,
        of=of if isinstance(of, float) else None,
    )
    assert keys.figure(article.read(text), found) == key


@given(st.floats(allow_nan=False), st.one_of(st.none(), st.sampled_from(["percent", "US dollar"])))
def test_every_value_has_a_key(value: float, unit: str | None) -> None:
    assert SAFE.fullmatch(keys.figure(article.read("About 5."), Figure(6, 7, value, unit=unit)))


def test_a_quotation_is_its_speaker_and_its_first_telling_words() -> None:
    assert (
        keys.spoken("gladkov", "extremely difficult and tense", "quotation") == "gladkov-extremely-difficult"
    )
    assert keys.spoken("", "that we are here", "quotation") == "that-we-are"
    assert keys.spoken("", "…", "quotation") == "quotation"


class TestRegister:
    def test_equal_keys_of_one_seed_are_numbered_in_the_order_of_the_text(self) -> None:
        register = keys.Register(["herald"])
        register.begin("herald")
        assert [register.take("74-towns") for _ in range(3)] == ["74-towns", "74-towns-2", "74-towns-3"]

    def test_a_later_seed_has_its_name_appended(self) -> None:
        register = keys.Register(["herald", "post"])
        register.begin("herald")
        register.take("54-assaults")
        register.begin("post")
        assert [register.take("54-assaults") for _ in range(2)] == ["54-assaults-post", "54-assaults-post-2"]

    def test_a_key_is_never_that_of_a_source(self) -> None:
        register = keys.Register(["Herald"])
        register.begin("Herald")
        assert register.take("herald") == "herald-herald"

    def test_a_second_person_of_a_surname_has_the_whole_name(self) -> None:
        register = keys.Register([])
        register.begin("herald")
        assert register.take("smith", "anna-smith") == "smith"
        assert register.take("smith", "john-smith") == "john-smith"
        assert register.take("smith", "john-smith") == "john-smith-2"
