"""Sites built and served once for all tests that look at them."""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

PROJECT = Path(__file__).parents[2]
STRIKE = Path(__file__).with_name("strike")
SECONDS = 30


def run_mkdocs(
    *arguments: str | Path, cwd: Path, path: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as one does at a terminal; what it logs is in ``stderr``.

    ``path`` is a folder where Python looks for modules first.
    """
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *map(str, arguments)],
        cwd=cwd,
        env=_environment() | ({"PYTHONPATH": str(path)} if path else {}),
        text=True,
        capture_output=True,
        check=False,
        timeout=120,
    )


def _environment() -> dict[str, str]:
    # A known width would make MkDocs wrap its log, and Material advertises another generator in it.
    kept = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return kept | {"NO_MKDOCS_2_WARNING": "1"}


def copy_site(site: Path, to: Path) -> Path:
    """A copy of a site's sources to build and break, with the project's hooks beside it."""
    for name in ("docs", "seeds", "overrides"):
        if (site / name).is_dir():
            shutil.copytree(site / name, to / name)
    settings = (site / "mkdocs.yml").read_text("utf-8")
    (to / "mkdocs.yml").write_text(settings.replace("../../../hooks/", "hooks/"), "utf-8")
    (to / "hooks").symlink_to(PROJECT / "hooks")
    if not (to / "overrides").exists():
        (to / "overrides").symlink_to(PROJECT / "overrides")
    return to


@pytest.fixture
def mkdocs() -> Callable[..., subprocess.CompletedProcess[str]]:
    """MkDocs' own command."""
    return run_mkdocs


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site, built strict."""
    return _built(copy_site(PROJECT, tmp_path_factory.mktemp("shipped")))


@pytest.fixture(scope="session")
def strike(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site about a strike, built strict."""
    return _built(copy_site(STRIKE, tmp_path_factory.mktemp("strike")))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a hostile seed, built strict, with a front page that cites every key there is."""
    folder = copy_site(Path(__file__).with_name("hostile"), tmp_path_factory.mktemp("hostile"))
    _built(folder)
    dossier = json.loads((folder / "build/includes/dossier.json").read_text("utf-8"))
    keys = [record["key"] for kind, records in dossier.items() if kind != "sides" for record in records]
    page = folder / "docs/index.md"
    claims = "".join(f"A claim.[^{key}] [And a link](cite:{key}).\n\n" for key in keys)
    page.write_text(f"{page.read_text('utf-8')}\n## All\n\n{claims}", "utf-8")
    return _built(folder)


@pytest.fixture(scope="session")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site about a strike with the shipped site's page "Evidence", built strict."""
    return _built(_add_evidence(copy_site(STRIKE, tmp_path_factory.mktemp("evidence"))))


def _add_evidence(site: Path) -> Path:
    page = (PROJECT / "docs/evidence.md").read_text("utf-8")
    (site / "docs/evidence.md").write_text(page.replace("figures.md", "found.md"), "utf-8")
    (site / "docs/assets").mkdir()
    for name in ("evidence.js", "site.css"):
        shutil.copy(PROJECT / "docs/assets" / name, site / "docs/assets")
    settings = (site / "mkdocs.yml").read_text("utf-8").replace("nav:\n", "nav:\n  - Evidence: evidence.md\n")
    settings += "extra_css: [assets/site.css]\nextra_javascript: [assets/evidence.js]\n"
    (site / "mkdocs.yml").write_text(settings, "utf-8")
    return site


def _built(folder: Path) -> Path:
    done = run_mkdocs("build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder / "site"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The sources of the site about a strike, to be changed by one test."""
    return copy_site(STRIKE, tmp_path)


@pytest.fixture
def site_with_evidence(site: Path) -> Path:
    """The same with the page "Evidence"."""
    return _add_evidence(site)


class Server:
    """A running ``mkdocs serve``."""

    def __init__(self, config: Path, cwd: Path, log: Path) -> None:
        self.port = free_port()
        self.log_file = log
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "-f", config, "-a", f"127.0.0.1:{self.port}"],
                cwd=cwd,
                # MkDocs leaves its temporary folder behind when it is ended.
                env=_environment() | {"TMPDIR": str(log.parent)},
                stderr=out,
                stdout=out,
            )

    @property
    def log(self) -> str:
        return self.log_file.read_text("utf-8")

    @property
    def builds(self) -> int:
        return self.log.count("Building documentation...")

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=SECONDS) as answer:
                return str(answer.read(), "utf-8")
        except (urllib.error.URLError, OSError):
            return ""

    def wait(self, path: str, good: Callable[[str], bool]) -> str:
        """Wait until a page is as it should be, and return it."""
        until = time.monotonic() + SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            text = self.page(path)
            if text and good(text):
                return text
            time.sleep(0.1)
        raise AssertionError(f"{path} did not come right:\n{self.log}")

    def settle(self) -> int:
        """Wait until nothing more is built, and return how often it was."""
        before = -1
        while before != self.builds:
            before = self.builds
            # Twice MkDocs' own interval of looking for changes, and time for a build.
            time.sleep(1.5)
        return before

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=SECONDS)


@pytest.fixture
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], Server]]:
    """Serve a site, from a working directory that is not the site's."""
    running: list[Server] = []

    def start(folder: Path) -> Server:
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        server = Server(folder / "mkdocs.yml", elsewhere, elsewhere / "log.txt")
        running.append(server)
        return server

    yield start
    for server in running:
        server.stop()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; on a machine that has none the tests are skipped, but never in CI."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed, and CI must not go without: apt-get install chromium")
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def publish() -> Iterator[Callable[[Path], str]]:
    """Put a built site on a web server of this machine; gives its address."""
    with contextlib.ExitStack() as running:

        def start(folder: Path) -> str:
            handler = functools.partial(_QuietHandler, directory=str(folder))
            server = running.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            running.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}/"

        yield start


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass


class Visit:
    """A page in a browser, and all that went wrong on it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("console", lambda said: said.type == "error" and self.wrong.append(f"console: {said.text}"))
        page.on(
            "request",
            lambda asked: (
                asked.url.startswith((address, "data:", "blob:"))
                or self.wrong.append(f"request: {asked.url}")
            ),
        )


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open a browser window for an address; whatever goes wrong in it fails the test at its end."""
    visits: list[Visit] = []

    def start(address: str, *, width: int = 1280, dark: bool = False) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
        )
        context.set_default_timeout(SECONDS * 1000)
        visits.append(Visit(context.new_page(), address))
        return visits[-1]

    yield start
    for one in visits:
        one.page.context.close()
    assert not [line for one in visits for line in one.wrong]
