import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced.citing import coverage, pages


def counted(markdown: str) -> tuple[int, int]:
    found = coverage.count(pages.parse("p.md", markdown))
    return found.cited, found.sentences


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("One. Two.[^a] Three.", (1, 3)),
        ("One.[^a] Two.[^b][^c]", (2, 2)),
        ("One, with[^a] more. Two.", (1, 2)),
        ("Mr. Lee left at 3.30 p.m. on Friday.[^a]", (1, 1)),
        ("# A heading.\n\n[All people](people.md)\n\n- An item.[^a]\n- no sentence\n", (1, 1)),
        ("“We will win.”[^a] He [said so](cite:b).", (2, 2)),
        ("One.\n\n    code.\n\n<!-- Two. -->", (0, 1)),
        ("", (0, 0)),
    ],
)
def test_the_sentences_of_a_page_and_those_that_are_cited(page: str, expected: tuple[int, int]) -> None:
    assert counted(page) == expected


@given(st.text("aB. ?!\n[^]:-#|“”", max_size=80))
def test_no_page_has_more_cited_sentences_than_sentences(page: str) -> None:
    cited, sentences = counted(page)
    assert 0 <= cited <= sentences
