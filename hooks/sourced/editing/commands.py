"""The editor's commands; the work is done in the modules beside this one."""

# ruff: noqa: PLC0415  # imports stand where they are needed: all commands start at once
# ruff: noqa: D301  # click reads "\b" as: do not wrap the lines that follow

from __future__ import annotations

from pathlib import Path

import click

from sourced import layout


@click.command()
@click.argument("site", type=click.Path(path_type=Path))
@click.option("--name", help="What the site is called.  [default: the folder's name]")
def new(site: Path, name: str | None) -> None:
    """Make an empty explainer to start from.

    SITE is a folder that is new or empty. What is made there is a repository of its own, with
    all it needs to be built on any machine, and builds at once.

    \b
    Example:
      python -m sourced new ../harbour-strike --name "The harbour strike"
    """
    from sourced.editing import new_site

    called = new_site.make(site, name, layout.OWN)
    click.echo(f"{site}: {called}. Now type:")
    click.echo(f'  cd "{site}"' if " " in str(site) else f"  cd {site}")
    click.echo("  make serve")
