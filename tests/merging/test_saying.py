"""When something was said."""

from __future__ import annotations

import pytest

from sourced.merging import saying
from sourced.model import Quotation, Span, TimeExpression
from sourced.reading import article


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("Ann Lee said on Tuesday that [the gates stay shut].", "Tuesday"),
        ("Ann Lee on Tuesday said that [the gates stay shut].", "Tuesday"),
        ("On Tuesday, Ann Lee said [the gates stay shut].", "Tuesday"),
        ("Also on Tuesday, Ann Lee said [the gates stay shut].", "Tuesday"),
        ("Tuesday, Ann Lee said [the gates stay shut].", "Tuesday"),
        ("[The gates stay shut], Ann Lee said late on Tuesday.", "Tuesday"),
        ("[The gates stay shut], said Ann Lee on Tuesday.", "Tuesday"),
        ("[The gates stay shut], Ann Lee said at a briefing in Oslo on Tuesday.", "Tuesday"),
        ("[The gates stay shut], Ann Lee said separately on Tuesday.", "Tuesday"),
        # The date is of what is said, or of something else.
        ("Ann Lee said [the gates shut on Tuesday].", None),
        ("Ann Lee, who was chosen on Tuesday by the members, said [the gates stay shut].", None),
        ("Ann Lee, who was chosen on Tuesday, said [the gates stay shut].", None),
        ("[The gates stay shut], Ann Lee said of the man arrested on Tuesday.", None),
        ("After the vote on Tuesday, Ann Lee said [the gates stay shut].", None),
        ("Ann Lee said [the gates stay shut].", None),
    ],
)
def test_the_date_of_the_speech_verb(text: str, said_on: str | None) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    cue = plain.index("said")
    source = plain.index("Ann Lee")
    quotation = Quotation(start, end, "indirect", Span(source, source + 7), None, Span(cue, cue + 4))
    at = plain.find("Tuesday")
    dates = [TimeExpression(at, at + 7, "DATE", "2024-08-13")] if at >= 0 else []
    found = saying.date(article.read(plain), quotation, dates)
    assert (found.surface(plain) if found else None) == said_on
