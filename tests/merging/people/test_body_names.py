"""Whether two names are one body's."""

from __future__ import annotations

import pytest

from sourced.merging.people import body_names
from sourced.merging.people.body_names import BodyName


def named(name: str, *also: str, where: str = "") -> BodyName:
    tokens = where.split()
    around = frozenset(token.lower() for token in tokens)
    return body_names.read(name, also, body_names.lands(tokens), around)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (named("Ministry of Defence of Norway"), named("Norwegian Defense Ministry"), True),
        (named("Norwegian Defence Ministry"), named("Swedish Defence Ministry"), False),
        (named("Georgian Foreign Ministry"), named("Georgia’s Ministry of Foreign Affairs"), True),
        (named("Armed Forces of Ukraine"), named("Ukrainian armed forces"), True),
        # Legal forms
        (named("Brixo NV"), named("Brixo"), True),
        (named("Brixo NV"), named("Brixo Inc"), False),
        (named("Ford Motor Company"), named("Ford"), True),
        (named("Ford Foundation"), named("Ford"), False),
        (named("Apple Corps"), named("Apple"), False),
        # Acronyms
        (named("National Port Inspectorate"), named("NPI"), True),
        (named("Product Safety Authority", "NVWA"), named("NVWA"), True),
        (named("Product Safety Authority"), named("NVWA"), False),
        (named("European Union"), named("EU"), True),
        (named("General Motors"), named("GM"), False),
        (named("General Motors", "GM"), named("GM"), True),
        # What a paper at home leaves out
        (named("US Department of Justice"), named("Justice Department", where="in the US on Monday"), True),
        (named("US Department of Justice"), named("Justice Department", where="Canada and the US"), False),
        (named("Electoral Commission of Maranda"), named("Electoral Commission", where="in Maranda"), True),
        (named("Electoral Commission of Maranda"), named("Electoral Commission", where="in Belo"), False),
    ],
)
def test_one_body_by_two_names(one: BodyName, other: BodyName, same: bool) -> None:
    assert body_names.same(one, other) is same
    assert body_names.same(other, one) is same
    if same:
        assert body_names.indexes(one) & body_names.indexes(other)


def test_a_country_before_a_name_owns_it() -> None:
    text = "said Norway’s Ministry of Health. The Ministry of Health"
    assert body_names.owner(text, text.index("Ministry")) == "Norway’s"
    assert body_names.owner(text, text.rindex("Ministry")) == ""
