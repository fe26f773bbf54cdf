"""How many of a smaller unit make a larger one (``subunits.tsv``): feet and inches, years and months."""

from __future__ import annotations

from functools import cache

from sourced import wordlists
from sourced.extraction.figures.unit_table import Unit

_CENTS = 100.0


@cache
def _table() -> dict[tuple[str, str], tuple[float, bool]]:
    rows = wordlists.rows(__package__, "subunits.tsv")
    return {(row[0], row[1]): (float(row[2]), row[3:] == ["added"]) for row in rows}


def share(large: Unit, small: Unit) -> float | None:
    """How many of the smaller unit make the larger one; None where they are not such a pair."""
    return _table().get((large.name, small.name), (None, False))[0]


def added(large: Unit, small: Unit) -> float | None:
    """The same where the two are told one after the other and added up: "5 feet 2 inches"."""
    if small.name == "cent" and large.dimension == "money" and large.name != "cent":
        return _CENTS
    many, adds = _table().get((large.name, small.name), (None, False))
    return many if adds else None
