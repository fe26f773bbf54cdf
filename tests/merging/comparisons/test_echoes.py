"""The same words of one speaker in several sources: one comparison, however many print them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sourced.extraction import extract
from sourced.merging import dossier

Built = Callable[[Mapping[str, Any]], Any]


def test_what_many_papers_print_is_one_comparison(built: Built) -> None:
    printed = "“We will not give up a single metre of this shore,” Ann Lee said.\n\nLee spoke on paper {}."
    told = [{"key": f"paper-{n}", "text": printed.format(n)} for n in range(30)]
    told.append({"key": "other", "text": "“Nothing has been agreed with the port,” Ann Lee said."})
    seeds, editorial = built({"seeds": told})
    made = dossier.merge(tuple((seed, extract.extract(seed.article)) for seed, _ in seeds), editorial)
    [one] = [one for one in made.comparisons if one.relation == "same words"]
    sources = {q.key: q.passage.source for q in made.quotations}
    assert sorted(sources[key] for key in one.claims) == sorted(f"paper-{n}" for n in range(30))


def test_a_later_paper_changes_no_comparison_that_was_there(built: Built) -> None:
    def compared(*texts: str) -> dict[str, tuple[str, ...]]:
        seeds, editorial = built({"seeds": [{"key": f"p{n}", "text": text} for n, text in enumerate(texts)]})
        made = dossier.merge(tuple((seed, extract.extract(seed.article)) for seed, _ in seeds), editorial)
        return {one.key: one.claims for one in made.comparisons if one.relation == "same words"}

    earlier = (
        "Ann Lee called the plan “a grave mistake by tired men”.",
        "“The port will never be sold to strangers,” Ann Lee said.",
        "“The port will never be sold to strangers,” said Ann Lee, the mayor.",
    )
    before = compared(*earlier)
    after = compared(
        *earlier,
        "“It is a grave mistake by tired men. The port will never be sold to strangers,” said Ann Lee.",
    )
    assert len(before) == 1
    assert len(after) == 2
    assert all(after[key][:2] == claims for key, claims in before.items())
