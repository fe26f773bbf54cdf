"""What must be installed. Imports nothing itself, so that it can still tell what is not there."""

from __future__ import annotations

import importlib.util
import sys

# What the library needs: a module of each package, and the name that pip knows the package by.
# MkDocs, its theme and the snippets are not among these: MkDocs says so itself, before any hook runs.
_PACKAGES = {
    "babel": "babel",
    "click": "click",
    "jinja2": "jinja2",
    "markdown": "markdown",
    "msgspec": "msgspec",
    "pint": "pint",
    "pycountry": "pycountry",
    "rapidfuzz": "rapidfuzz",
    "yaml": "pyyaml",
}


def missing() -> str:
    """One line that says what is not installed and what to type; "" where nothing is missing."""
    names = [package for module, package in _PACKAGES.items() if not importlib.util.find_spec(module)]
    if not names:
        return ""
    verb = "is" if len(names) == 1 else "are"
    command = f"{sys.executable} -m pip install {' '.join(names)}"
    return f"{' and '.join(names)} {verb} not installed. Type: {command}"
