"""The command ``cite``: what to cite, and what no page cites yet."""

# ruff: noqa: PLC0415  # imports stand where they are needed: all commands start at once
# ruff: noqa: D301  # click reads "\b" as: do not wrap the lines that follow

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sourced import layout, options
from sourced.layout import Layout

if TYPE_CHECKING:
    from sourced.pipeline import Made
    from sourced.publishing.entries import Entry


@click.command()
@click.argument("words", nargs=-1)
@click.option("--speaker", default="", metavar="NAME", help="Only what this person or body says.")
@click.option("--source", default="", metavar="WORDS", help="Only of this source: its key or publisher.")
@click.option(
    "--kind",
    default="",
    help="Only a quotation, figure, event, comparison, person, body, term or source.",
)
@click.option("--unused", is_flag=True, help="Only what no page cites yet, each passage once.")
@click.option(
    "--copy-as",
    type=click.Choice(["footnote", "card"]),
    help="Print what to paste for the one that fits best, and nothing else.",
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many to print at most."
)
@options.seeds
def cite(
    words: tuple[str, ...],
    *,
    speaker: str,
    source: str,
    kind: str,
    unused: bool,
    copy_as: str | None,
    limit: int,
    seeds: Path | None,
) -> None:
    """Find what to cite: the keys that fit some words, ready to paste.

    Each word must begin a word of the entry. A number is found in digits and in words. Where all
    fits alike, the strongest comes first: the page "Evidence" says what that is.

    \b
    Example:
      python -m sourced cite "12 boats"
      python -m sourced cite --speaker lee --kind quotation
      python -m sourced cite 4000 --copy-as footnote
      python -m sourced cite --unused
    """
    from sourced import listing, pipeline
    from sourced.citing import keys, search, used
    from sourced.publishing import entries

    query = search.Query(" ".join(words), speaker, source, kind.lower().removesuffix("s"))
    if query.kind not in ("", *entries.KINDS):
        options.fail(f'there is no kind "{kind}": there are {", ".join(entries.KINDS)}')
    if query == search.Query() and not unused:
        options.fail("give words to look for, or --speaker, --source, --kind or --unused")
    here = layout.find(Path.cwd())
    made = pipeline.make(seeds or here.seeds)
    if not made.dossier.sources:
        options.fail('no articles yet: "python -m sourced add FILE" takes one in')
    listed = entries.collect(made.dossier)
    if unused and not (listed := _unused(made, here)):
        click.echo("nothing is left: pages cite every passage that says something", err=True)
        return
    found = search.find(query, listed)
    if not found.entries:
        options.fail(search.nearest(query, listed))
    fitting = used.once(found.entries) if unused else found.entries
    index = keys.index(made.dossier)
    if copy_as:
        if found.equal > 1:
            click.echo(listing.choices(found.entries[: found.equal]), err=True)
            options.fail(f"{found.equal} fit equally: give more words, or one of these keys")
        click.echo(listing.pasted(fitting[0], copy_as))
        return
    notes = (f"not cited yet: {', '.join(entry.strong or ())}" if unused else "" for entry in fitting)
    told = [
        listing.citation(index[entry.key], index, note) for entry, note in zip(fitting, notes, strict=True)
    ]
    click.echo("\n".join(told[:limit]), nl=False)
    if len(told) > limit:
        what = "passages that no page cites" if unused else "fit"
        click.echo(f"\n{len(told) - limit} more {what}: give more words, or a higher --limit", err=True)


def _unused(made: Made, here: Layout) -> tuple[Entry, ...]:
    """What the sources say that no page in docs/ cites."""
    from sourced.citing import pages

    edited = [pages.read_page(here.docs / path) for path in made.edited(here.docs)]
    return made.uncited(edited, made.ground(*here.parts))
