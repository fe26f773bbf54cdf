"""What several commands of the command line take, and how each says what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path)

seeds = click.option(
    "--seeds", type=FOLDER, help="The folder of articles.  [default: seeds/ of this explainer]"
)
date = click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="The day it was published."
)


def fail(message: str) -> NoReturn:
    """End the command with one line."""
    raise click.ClickException(message)
