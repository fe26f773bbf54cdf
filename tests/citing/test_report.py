from sourced.citing import checks, report
from sourced.citing.ground import Ground


def test_readers_and_builders_are_told_how_much_is_cited_and_what_is_silenced(ground: Ground) -> None:
    page = "So it was.[^post] A “slogan” helped. <!-- S002: a word of <b>ours</b> -->\n"
    checked = {
        "index.md": ("Overview", checks.check("docs/index.md", page, ground)),
        "about.md": ("About", checks.check("docs/about.md", "No claims.", ground)),
    }
    assert list(report.lines(checked)) == [
        "index.md: 1 of 2 sentences carry a citation",
        "docs/index.md:1: S002 is silenced: a word of <b>ours</b>",
    ]
    shown = report.include(checked)
    assert '<th scope="row">Overview</th><td data-label="Sentences">2</td>' in shown
    assert "About" not in shown
    assert "<b>" not in shown


def test_a_site_that_cites_nothing_is_told_nothing() -> None:
    assert report.include({}).strip() == ""
