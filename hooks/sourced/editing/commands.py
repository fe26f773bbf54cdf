"""The editor's commands; the work is done in the modules beside this one."""

# ruff: noqa: PLC0415  # imports stand where they are needed: all commands start at once
# ruff: noqa: D301  # click reads "\b" as: do not wrap the lines that follow

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from sourced import layout, options


class _Encoding(click.ParamType):  # type: ignore[type-arg]  # the types of click 8.1 have none
    """The name of a way to write text as bytes."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        try:
            "".encode(value)
            return str(value)
        except (LookupError, ValueError):
            self.fail(f'"{value}" is no encoding: cp1252, utf-16 and mac-roman are', param, ctx)


def _read(path: Path) -> tuple[Path | None, bytes]:
    from sourced.editing import intake

    if str(path) != "-":
        return path, intake.load(path)
    return None, sys.stdin.buffer.read(intake.MOST + 1)


@click.command()
@click.argument("site", type=options.FILE)
@click.option("--name", help="What the site is called.  [default: the folder's name]")
def new(site: Path, name: str | None) -> None:
    """Make an empty explainer to start from.

    SITE is a folder that is new or empty. What is made there stands by itself, with all it
    needs to be built on any machine, and builds at once.

    \b
    Example:
      python -m sourced new ../harbour-strike --name "The harbour strike"
    """
    from sourced.editing import new_site
    from sourced.reading import files

    called = new_site.make(site, name, layout.OWN)
    folder = files.shown(str(site))
    click.echo(f"{folder}: {called}. Now type:")
    click.echo(f'  cd "{folder}"' if " " in folder else f"  cd {folder}")
    click.echo("  make serve")


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="FILE...", type=options.FILE)
@click.option("--title", help="Its headline.")
@click.option("--publisher", help="Who published it.")
@click.option("--address", help="Where it stands on the web.")
@options.date
@click.option("--key", help="What cites the whole article, and names its file.")
@click.option("--encoding", type=_Encoding(), help="How the file is written, if not in UTF-8: cp1252, ...")
@click.option("--replace", metavar="KEY", help="Put it in the place of this article, which has changed.")
@options.seeds
def add(articles: tuple[Path, ...], replace: str | None, seeds: Path | None, **said: Any) -> None:  # noqa: ANN401  # click's options
    """Take articles in: copy them into seeds/, and describe them in dossier.yml.

    FILE is plain text; "-" reads it from standard input. What the text tells of itself (headline,
    publisher, address, date) is written down; what it does not is named, with the line to fill.
    All FILEs are taken in, or none. What pages lose by --replace is listed.

    \b
    Example:
      python -m sourced add ~/Downloads/harbour-strike.txt
      python -m sourced add harbour-strike.txt --replace harbour-strike
    """
    from sourced.editing import add as adding
    from sourced.editing import losses

    alone = [f"--{name}" for name in ("title", "address", "key") if said[name]] + ["--replace"] * bool(
        replace
    )
    if len(articles) > 1 and alone:
        raise click.UsageError(f"{' and '.join(alone)} can be said of one FILE only")
    folder = seeds or layout.find(Path.cwd()).seeds
    date = said.pop("date")
    given = adding.Given(date=date.date() if date else None, **said)
    read = [_read(path) for path in articles]
    was = losses.before(folder, replace) if replace else {}
    added = (
        [adding.put_in_place(*read[0], replace, given, folder)]
        if replace
        else adding.add(read, given, folder)
    )
    for one in added:
        click.echo("\n".join(adding.lines(one, folder.name)))
    if replace:
        told = [str(finding) for finding in losses.find(layout.find(Path.cwd()), folder, was)]
        click.echo("\n".join(told) or "no page loses anything by it")
