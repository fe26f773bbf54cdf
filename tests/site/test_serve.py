"""What an editor sees who runs ``mkdocs serve`` and edits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Server

Serve = Callable[[Path], "Server"]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    # At once, as most editors save: MkDocs looks again every half second, and may look in between.
    fresh = path.parents[1] / f"fresh-{path.name}"
    fresh.write_text(text.replace(old, new), "utf-8")
    fresh.replace(path)


def test_an_edit_shows_after_one_rebuild_and_a_mistake_is_shown_until_it_is_mended(
    site: Path, serve: Serve
) -> None:
    server = serve(site)
    server.wait("found/", lambda html: "fourteen hours" in html)
    assert server.settle() == 1

    # A seed.
    replace(site / "seeds/morning-ferry.txt", "fourteen hours", "seventeen hours")
    server.wait("found/", lambda html: "seventeen hours" in html and "fourteen hours" not in html)
    assert server.settle() == 2

    # A page.
    replace(site / "docs/index.md", "far more strikers", "many more strikers")
    server.wait("", lambda html: "many more strikers" in html)
    assert server.settle() == 3

    # dossier.yml.
    dossier = site / "seeds/dossier.yml"
    replace(dossier, "publisher: Harbour Post", "publisher: The Harbour Courier")
    server.wait("sources/post/", lambda html: "The Harbour Courier" in html)
    assert server.settle() == 4

    # A mistake in dossier.yml: the last good content stays, and every page says what is wrong.
    replace(dossier, "publisher: The Harbour Courier", "publishr: The Harbour Courier")
    for path in ("", "found/", "sources/post/"):
        broken = server.wait(path, lambda html: "unknown key" in html)
        assert 'role="alert"' in broken
    assert "seventeen hours" in server.page("found/")
    assert "seeds/dossier.yml:12:5: S007" in server.log
    assert server.settle() == 5

    replace(dossier, "publishr:", "publisher:")
    server.wait("", lambda html: "unknown key" not in html)
    assert server.settle() == 6

    # A mistake in a page is shown on that page.
    replace(site / "docs/index.md", "[^post]", "[^pots]")
    server.wait("", lambda html: "no seed has the key" in html)
    assert "no seed has the key" not in server.page("found/")
    assert "index.md:7:59: S001" in server.log
    replace(site / "docs/index.md", "[^pots]", "[^post]")
    server.wait("", lambda html: "no seed has the key" not in html)

    # An include that is not there, and a seed that is not UTF-8.
    replace(site / "docs/found.md", '"figures.md"', '"figuers.md"')
    server.wait("found/", lambda html: "figuers" in html and "did you mean" in html)
    replace(site / "docs/found.md", '"figuers.md"', '"figures.md"')
    server.wait("found/", lambda html: "figuers" not in html)
    seed = site / "seeds/harbour-post.txt"
    good = seed.read_bytes()
    seed.write_bytes(good.replace(b"Tuesday", b"Tu\xe9sday", 1))
    server.wait("", lambda html: "not UTF" in html)
    seed.write_bytes(good)
    server.wait("", lambda html: "not UTF" not in html)
    assert "Traceback" not in server.log


def test_a_site_that_is_broken_from_the_start_is_served_and_can_be_mended(site: Path, serve: Serve) -> None:
    replace(site / "seeds/dossier.yml", "sides:", "sdies:")
    server = serve(site)
    server.wait("", lambda html: "unknown key" in html)
    server.wait("found/", lambda html: "unknown key" in html)
    replace(site / "seeds/dossier.yml", "sdies:", "sides:")
    server.wait("found/", lambda html: "unknown key" not in html and "fourteen hours" in html)
    assert "Traceback" not in server.log


def test_a_page_that_is_not_utf_8_shows_that_and_the_others_are_served(site: Path, serve: Serve) -> None:
    (site / "docs/found.md").write_bytes("# Café".encode("latin-1"))
    server = serve(site)
    server.wait("found/", lambda html: "is not UTF" in html)
    server.wait("", lambda html: "far more strikers" in html)


def test_a_new_seed_is_taken_in_and_a_lost_one_taken_out(site: Path, serve: Serve) -> None:
    server = serve(site)
    server.wait("", lambda html: "far more strikers" in html)
    (site / "seeds/wire.txt").write_text(
        "Island shop runs out of bread\n\n“The shelves are empty,” Aino Salo said on Wednesday.\n", "utf-8"
    )
    server.wait("found/", lambda html: "The shelves are empty" in html)
    assert "- file: wire.txt" in server.log
    (site / "seeds/wire.txt").unlink()
    server.wait("found/", lambda html: "The shelves are empty" not in html)


def test_what_an_editors_program_keeps_beside_a_file_is_no_edit(site: Path, serve: Serve) -> None:
    server = serve(site)
    server.wait("", lambda html: "far more strikers" in html)
    assert server.settle() == 1
    for folder in ("docs", "seeds"):
        for name in (".index.md.swp", "#index.md#", "index.md~", "4913"):
            (site / folder / name).write_text("half an edit", "utf-8")
    assert server.settle() == 1
    # As Vim saves: the old file becomes a copy with another name, and the new one takes its place.
    page = site / "docs/index.md"
    text = page.read_text("utf-8")
    page.replace(site / "docs/index.md~")
    page.write_text(text.replace("far more strikers", "many more strikers"), "utf-8")
    server.wait("", lambda html: "many more strikers" in html)
    assert server.settle() == 2
    assert "Traceback" not in server.log
