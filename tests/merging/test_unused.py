"""Entries of dossier.yml that fit nothing in the seeds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from sourced.merging import dossier, unused
from sourced.model import Editorial

Case = Mapping[str, Any]
SEED: Case = {
    "key": "post",
    "text": "Ann Smith said that 412 crew members walked 3 km.",
    "entities": [{"name": "Ann Smith"}],
    "figures": [
        {"words": "412 crew members", "value": 412, "counted": "crew members"},
        {"words": "3 km", "value": 3, "unit": "kilometer"},
    ],
}


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ({"people": [{"name": "Ann Smith"}]}, []),
        ({"people": [{"name": "A. Smith", "also": ["Ann Smith"]}]}, []),
        ({"people": [{"name": "Bea Smith"}]}, ['no source names "Bea Smith": did you mean "Ann Smith"?']),
        ({"people": [{"name": "Q. Zz"}]}, ['no source names "Q. Zz": take the entry out']),
        ({"topics": [{"name": "Crews", "counted": ["crew members", "sailors"]}]}, []),
        ({"topics": [{"name": "Ways", "unit": "mile"}]}, []),
        (
            {"topics": [{"name": "Crews", "counted": ["crew men"]}]},
            ['no figure counts "crew men": did you mean "crew members"?'],
        ),
        (
            {"topics": [{"name": "Areas", "unit": "acre"}]},
            ['no figure has the unit "acre": take the entry out'],
        ),
    ],
)
def test_an_entry_that_fits_nothing_is_named_with_what_may_be_meant(
    entries: Case, says: list[str], built: Callable[[Case], tuple[Any, Editorial]]
) -> None:
    pairs, editorial = built({"seeds": [SEED], "editorial": entries})
    assert [misfit.message for misfit in unused.find(dossier.merge(pairs, editorial), editorial)] == says
