import pytest

from sourced.citing import keys, search


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("412 crew members", "412-crew-members"),
        ("CREW-MEMBERS", "412-crew-members"),
        ("nobody should steer", "lindqvist-nobody-should"),
        ("lindqvist", "lindqvist"),
        ("steer lindq", "lindqvist-nobody-should"),  # the last word is still being typed
        ("harbour post", "post"),
        ("412 hippopotami", "412-crew-members"),  # not all of it fits, but most does
    ],
)
def test_what_fits_the_words_best_comes_first(words: str, first: str, index: keys.Index) -> None:
    assert search.find(words, index)[0].key == first


@pytest.mark.parametrize("words", ["", "…", "hippopotamus", "a hippopotamus bathing in the lake"])
def test_nothing_comes_where_nothing_fits(words: str, index: keys.Index) -> None:
    assert search.find(words, index) == ()
