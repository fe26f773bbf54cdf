"""The command line. Each command imports what it needs when it runs, so that all start at once."""

# ruff: noqa: PLC0415  # imports stand where they are needed: see above
# ruff: noqa: D301  # click reads "\b" as: do not wrap the lines that follow

from __future__ import annotations

import datetime
import io
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sourced import cite, layout, options
from sourced.editing import commands
from sourced.model import Finding, InputError

if TYPE_CHECKING:
    from sourced.pipeline import Made


class _Commands(click.Group):
    """Prints what is wrong with the input as one line, and exits with 1."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # click's own signature
        try:
            return super().invoke(ctx)
        except InputError as error:
            click.echo(error, err=True)
            ctx.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
def main() -> None:
    """Make a sourced explainer from news articles.

    The articles lie in seeds/ as plain text, with seeds/dossier.yml saying what they are. Run in
    the explainer's folder or any folder below it.
    """


main.add_command(commands.new)
main.add_command(commands.add)
main.add_command(cite.cite)


@main.command()
@options.seeds
@click.option(
    "--out", type=options.FOLDER, help="Where the includes and dossier.json go.  [default: build/includes/]"
)
@click.option("--pages", type=options.FOLDER, help="Write the sources' pages too, into this folder of pages.")
def build(seeds: Path | None, out: Path | None, pages: Path | None) -> None:
    """Write the Markdown includes and dossier.json.

    MkDocs does this by itself at each build. It is for other site builders, and for looking at
    what was found.

    \b
    Example:
      python -m sourced build --out look
    """
    from sourced import pipeline, summary, tally
    from sourced.citing import report
    from sourced.reading import settings

    here = layout.find(Path.cwd())
    folder = out or here.includes
    made = pipeline.make(seeds or here.seeds)
    # All is made before anything is written: what cannot be used leaves nothing half done.
    source_pages = pipeline.source_pages(made, pages, here.parts) if pages else {}
    checked = pipeline.checked(made, here.docs, here.parts) if here.docs.is_dir() else {}
    listed = pipeline.listed(made, here.docs, here.parts) if here.docs.is_dir() else {}
    pipeline.write({**made.files(report.include(checked)), **listed}, folder)
    if pages:
        pipeline.write(source_pages, pages)
    click.echo(f"{summary.counts(made.dossier)}: see {_relative(folder)}/")
    for finding in made.findings:
        click.echo(finding, err=True)
    if lines := summary.to_add(made.dossier):
        click.echo('Seeds that dossier.yml does not describe. Fill in and paste under "sources:"', err=True)
        click.echo(lines, err=True)
    if told := tally.lines(made.dossier, made.editorial, settings.NAME):
        click.echo(told)


@main.command()
@click.argument("file", type=options.FILE, required=False)
@options.date
@click.option("--jsonl", is_flag=True, help="Read and print one JSON object a line, for other programs.")
def extract(file: Path | None, date: datetime.datetime | None, jsonl: bool) -> None:
    """Print what is found in one article: quotations, figures, dates, people.

    FILE is a text file in UTF-8; without it the article is read from standard input. The date of
    an article that dossier.yml describes is known.

    \b
    Example:
      python -m sourced extract seeds/article.txt --date 2024-08-14

    With --jsonl each line that comes in is {"id": ..., "text": ..., "date": ...}, where the date
    may be null, and each that goes out has the id, "quotations", "figures" and "dates".
    """
    from sourced.reading import files

    name = files.shown(str(file)) if file else "standard input"
    stream = io.BytesIO(files.data(file, name)) if file else sys.stdin.buffer
    if jsonl:
        from sourced import contract

        for number, line in enumerate(stream, 1):
            if line.strip():
                click.echo(contract.answer(line, name, number))
    else:
        from sourced import listing
        from sourced.reading import seeds

        text = seeds.decode(stream.read(), name)
        click.echo(listing.article(text, date.date() if date else _published(file)), nl=False)


@main.command()
@click.argument("pages", nargs=-1, type=options.FILE, metavar="[PAGE]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="For people, or for other programs.",
)
@options.seeds
def check(pages: tuple[Path, ...], form: str, seeds: Path | None) -> None:
    """Check what pages cite: one line for each mistake, and exit code 1 if there is one.

    PAGE is a page, or a folder of pages. Without one, all pages in docs/ are checked, and dossier.yml with
    them.

    \b
    Example:
      python -m sourced check docs/index.md
      python -m sourced check --format github
    """
    from sourced.citing import formats

    try:
        findings = _findings(pages, seeds)
    except InputError as error:
        if form == "text":
            raise
        findings = [error.finding]
    click.echo(formats.FORMATS[form](findings), nl=False)
    if findings:
        sys.exit(1)


def _findings(pages: tuple[Path, ...], seeds: Path | None) -> list[Finding]:
    """What is wrong with some pages, or with all of them and with ``dossier.yml``."""
    from sourced.citing import checks
    from sourced.citing import pages as page_files

    here = layout.find(Path.cwd())
    if not pages and not here.docs.is_dir():
        raise _unusable(here.docs, "no such folder: make it, or name the pages to check")
    made = _made(seeds)
    named = [(one / path for path in page_files.paths(one)) if one.is_dir() else [one] for one in pages]
    files = tuple(chain(*named)) if pages else tuple(here.docs / path for path in made.edited(here.docs))
    ground = made.ground(*here.parts)
    findings = list(() if pages else made.findings)
    for file in files:
        page = page_files.read_page(file, _relative(file))
        findings += checks.check(_relative(file), page, ground).findings
    return list(dict.fromkeys(findings))  # two pages may include one text


@main.command()
@click.option(
    "--out", type=options.FILE, help="The file to write.  [default: dossier.schema.json beside dossier.yml]"
)
def schema(out: Path | None) -> None:
    """Write the JSON Schema of dossier.yml, for editors' programs.

    A program that knows YAML (VS Code with its YAML extension, JetBrains, Vim, Emacs) completes
    and checks dossier.yml by it. The first line of dossier.yml says where it lies. The site
    publishes it as dossier.schema.json.

    \b
    Example:
      python -m sourced schema
    """
    from sourced.reading import schema as schemas

    path = out or layout.find(Path.cwd()).seeds / schemas.NAME
    _write(path, schemas.text())
    click.echo(f"{_relative(path)}: the first line of dossier.yml beside it is to be")
    click.echo(f"# yaml-language-server: $schema={path.name}")


def _write(path: Path, text: str) -> None:
    from sourced.reading import files

    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise _unusable(path, f"cannot be written: {files.unusable(error)}") from None


def _published(file: Path | None) -> datetime.date | None:
    """The date that the ``dossier.yml`` beside an article gives it."""
    from sourced.reading import settings

    if file is None:
        return None
    sources = settings.load(file.parent / settings.NAME).sources
    return next((entry.date for entry in sources if entry.file == file.name), None)


def _made(seeds: Path | None) -> Made:
    from sourced import pipeline

    return pipeline.make(seeds or layout.find(Path.cwd()).seeds)


def _relative(path: Path) -> str:
    """A path as one types it here."""
    whole, here = path.absolute(), Path.cwd()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else str(path)


def _unusable(path: Path, message: str) -> InputError:
    return InputError.about(_relative(path), message)
