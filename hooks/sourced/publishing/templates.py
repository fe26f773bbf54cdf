"""Fill the Markdown templates that lie beside this module."""

from __future__ import annotations

import datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sourced.publishing import comparisons, dates, escape, labels


def fill(template: str, /, **values: object) -> str:
    """Return ``template`` (its name without ``.md.jinja``) filled in.

    Whatever a template puts out is made safe by ``escape.text``, unless it is ``Markup`` already.
    """
    return environment().get_template(f"{template}.md.jinja").render(values)


@cache
def environment() -> Environment:
    """The templates and the functions they call."""
    made = Environment(
        loader=PackageLoader("sourced.publishing", ""),
        autoescape=True,
        finalize=_safe,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # The usual "{#" begins the id of a heading in these templates.
        comment_start_string="{##",
        comment_end_string="##}",
    )
    made.globals.update(
        link=labels.link,
        who=labels.who,
        is_figure=comparisons.is_figure,
        section=labels.section,
        web=labels.web,
    )
    made.filters.update(day=dates.day, weekday=dates.weekday, date_words=dates.words, machine=dates.machine)
    made.filters.update(words=labels.shorten, cut=_cut, sentence=_sentence, days=_days)
    return made


def _safe(value: object) -> Markup:
    return value if isinstance(value, Markup) else Markup(escape.text(str(value)))  # noqa: S704  (escaped)


def _cut(text: str) -> str:
    """A clause, with an ellipsis where it is visibly the rest of a sentence."""
    return f"… {text}" if text[:1].islower() else text


def _sentence(text: str) -> str:
    """A line that begins with a capital."""
    return text[:1].upper() + text[1:]


def _days(both: tuple[datetime.date, datetime.date]) -> str:
    """From the first day to the last."""
    return dates.span(*both)
