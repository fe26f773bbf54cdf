from __future__ import annotations

import jinja2
import pytest
from markupsafe import Markup

from sourced.publishing import templates


def _filled(source: str, **values: object) -> str:
    return templates.environment().from_string(source).render(values)


def test_whatever_is_put_out_is_made_safe() -> None:
    assert _filled("{{ words }}", words="<b>*x*") == "&#60;b&#62;&#42;x&#42;"


def test_what_is_markup_already_is_left_alone() -> None:
    assert _filled("{{ words }}", words=Markup("<b>")) == "<b>"


def test_what_a_macro_puts_out_is_made_safe_once() -> None:
    assert _filled("{% macro m(w) %}<i>{{ w }}</i>{% endmacro %}{{ m(words) }}", words="*") == "<i>&#42;</i>"


def test_the_id_of_a_heading_is_no_comment() -> None:
    assert _filled("## A {#b}{## a comment ##}") == "## A {#b}"


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        _filled("{{ nothing }}")


def test_long_texts_are_cut_between_words() -> None:
    assert _filled("{{ 'one two three' | words(2) }}") == "one two …"
    assert _filled("{{ 'one two' | words(2) }}") == "one two"


def test_the_rest_of_a_sentence_begins_with_an_ellipsis() -> None:
    assert _filled("{{ 'the crews left' | cut }}") == "… the crews left"
    assert _filled("{{ 'Crews left' | cut }}") == "Crews left"
