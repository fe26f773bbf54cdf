"""Whatever an editor writes into dossier.yml, the answer is a line with its place, or a dossier."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sourced import pipeline
from sourced.model import Editorial, InputError

SEED = """Ferry crews strike

“Nobody should steer a ship alone,” said Marta Lindqvist on Monday. J. Lindquist counted 412 crew members.

The company said 250 seamen had walked out on 17 March 2025. “We sail on,” Tobias Brandt said.
"""
KEYS = (
    "lindqvist",
    "brandt",
    "412-crew-members",
    "lindqvist-nobody-steer",
    "2025-03-17-seamen-walked",
    "post",
)
RECORDS = {
    field.encode_name: [f.encode_name for f in msgspec.structs.fields(field.type.__args__[0])]
    for field in msgspec.structs.fields(Editorial)
}
PLACE = re.compile(r"seeds/(?:dossier\.yml|post\.txt)(?::\d+(?::\d+)?)?: (?:S00[678] )?\S")

words = st.one_of(
    st.sampled_from(
        [*KEYS, "post.txt", "nobody", "2025-03", "2025-03-17/2025-03-18", "The company", "", "~"]
    ),
    st.text(max_size=12),
)
values = st.recursive(
    st.one_of(words, st.none(), st.integers(), st.floats(), st.booleans(), st.dates()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=2)),
    max_leaves=4,
)


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, Any]:
    """Mostly the right fields, with whatever in them."""
    data: dict[str, Any] = {}
    for kind in draw(st.lists(st.sampled_from(list(RECORDS)), max_size=3)):
        fields = st.sampled_from(RECORDS[kind])
        likely = st.one_of(words, st.lists(words, min_size=2, max_size=3), values)
        data[kind] = draw(st.lists(st.dictionaries(fields, likely, max_size=3), max_size=3))
    return data


@st.composite
def well_formed(draw: st.DrawFn) -> dict[str, Any]:
    """Each field with a value of its type, keys of the seed among them."""
    known = st.sampled_from(KEYS)
    pair = st.lists(known, min_size=2, max_size=2, unique=True)
    corrections = st.one_of(
        st.fixed_dictionaries({"drop": known}, optional={"reason": words}),
        st.fixed_dictionaries({"merge": pair}),
        st.fixed_dictionaries({"apart": pair}),
        st.fixed_dictionaries({"split": known, "names": st.lists(words, min_size=1, max_size=2)}),
        st.fixed_dictionaries({"split": known, "sources": st.just(["post"])}),
        st.fixed_dictionaries({"change": known, "speaker": st.one_of(known, words)}),
        st.fixed_dictionaries({"change": known, "date": st.just("2025-03"), "headline": words}),
    )
    return {
        "sides": [{"key": "crews", "name": "The crews", "also": draw(st.lists(words, max_size=2))}],
        "people": [{"name": draw(words), "also": draw(st.lists(words, max_size=2)), "side": "crews"}],
        "topics": [{"name": draw(words), "counted": draw(st.lists(words, max_size=2))}],
        "corrections": draw(st.lists(corrections, max_size=3)),
    }


@pytest.fixture(scope="module")
def seeds() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "seeds"
        folder.mkdir()
        (folder / "post.txt").write_text(SEED, "utf-8")
        yield folder


@settings(max_examples=200, deadline=None)
@given(data=st.one_of(dossiers(), well_formed()))
def test_no_dossier_yml_brings_a_traceback(seeds: Path, data: dict[str, Any]) -> None:
    (seeds / "dossier.yml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    try:
        lines = [str(finding) for finding in pipeline.make(seeds).findings]
    except InputError as error:
        lines = [str(error)]
    for line in lines:
        assert PLACE.match(line)
        assert len(line.splitlines()) == 1
