from hypothesis import given
from hypothesis import strategies as st

from sourced.citing import differences


def test_the_nearest_of_several_passages_is_named() -> None:
    found = differences.nearest(
        "difficult and tense", ["All is well today.", "It is difficult and intense, he said."]
    )
    assert found is not None
    assert found.passage == 1
    assert found.difference == 'the source has "intense" where the page has "tense"'


def test_words_like_nothing_have_nothing_near() -> None:
    assert differences.nearest("an entirely different matter", ["All is well today.", ""]) is None


@given(st.text(max_size=60), st.lists(st.text(max_size=120), max_size=3))
def test_any_texts_may_be_compared(words: str, passages: list[str]) -> None:
    found = differences.nearest(words, passages)
    assert found is None or 0 <= found.passage < len(passages)
