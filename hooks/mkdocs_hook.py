"""The MkDocs hook: what happens at which event. All work is done in ``sourced``."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.pages import Page

# While it loads this file, MkDocs has its folder on sys.path: `sourced` is found here, wherever
# MkDocs was started and whether or not the package is installed. Afterwards the folder is gone
# from the path, so all that is needed is imported here.
from sourced import dependencies

# Before the others, which fail without it with a traceback.
if _line := dependencies.missing():
    sys.exit(_line)

from sourced import pipeline, summary
from sourced.citing import checks, pages, references, report, snippets, unknown_keys
from sourced.citing.checks import Checked
from sourced.citing.extension import CitationExtension
from sourced.citing.glossary import Glossary
from sourced.citing.ground import Ground
from sourced.layout import Layout, is_path, is_temporary, last_changed
from sourced.model import Backlink, Dossier, Finding, InputError
from sourced.reading import files as read
from sourced.reading import schema

# Strict mode counts the warnings of loggers below "mkdocs" only.
log = logging.getLogger("mkdocs.hooks.sourced")

_LOADED = last_changed(Path(__file__).parent)
_NOTHING = Ground(Dossier((), (), (), (), (), (), (), (), ()), {}, {}, {})


class _State:
    """What is kept from one event to the next and, while serving, from one build to the next."""

    def __init__(self) -> None:
        self.serving = False
        self.made: pipeline.Made | None = None  # from the last good state of the seeds
        self.trouble: Finding | None = None  # what is wrong with the seeds in this build
        self.ground = _NOTHING
        self.citations = CitationExtension({})
        self.findings: list[Finding] = []
        self.checked: dict[str, tuple[str, Checked]] = {}  # path in docs -> title, what the checks came to
        self.told = ""  # the include made of it
        # The sources' pages, and what they were made from.
        self.of: pipeline.Made | None = None
        self.links: tuple[Backlink, ...] = ()
        self.source_pages: Mapping[str, str] = {}


_state = _State()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Once, before all else: a build stops at a mistake, a preview shows it and goes on."""
    _state.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Before anything is read: pages must find the includes on the disk, and the extensions set up."""
    layout = _layout(config)
    _state.findings = []
    _state.trouble = None
    try:
        _state.made = pipeline.make(layout.seeds, _state.made)
        pipeline.write(_state.made.files(_state.told), layout.includes)
        _report(_state.made.findings)
    except InputError as error:
        # A preview that stops would leave the browser hanging. But it watches the folder of seeds to
        # see when they are mended, so that one must be there when it begins.
        if not _state.serving or not (_state.made or layout.seeds.is_dir()):
            raise PluginError(str(error)) from error
        log.error("%s", error)  # noqa: TRY400  # a mistake in the input: a traceback would only hide it
        _state.trouble = error.finding

    folders = _snippet_folders(config, layout)
    _state.ground = _state.made.ground(*folders) if _state.made else _NOTHING
    names = Glossary(_state.made.dossier) if _state.made else None
    _state.citations = CitationExtension(_state.ground.index, names)
    _state.citations.directory_urls = config.use_directory_urls
    config.markdown_extensions.append(_state.citations)  # type: ignore[arg-type]  # Python-Markdown takes both
    # Neither the includes, which this writes, nor the code's folder, where Python writes its caches:
    # each of these would be a rebuild for no edit.
    parts = [folder for folder in folders if folder.is_dir() and not layout.includes.is_relative_to(folder)]
    config.watch += map(str, [layout.seeds, __file__, *parts])
    if last_changed(Path(__file__).parent) > _LOADED:
        # MkDocs loads a hook once: what is rebuilt now is rebuilt by the old code.
        log.info("The code in hooks/ has changed: stop and start mkdocs serve to run it")
    return config


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG001
    """Before a preview begins to watch: what editors' programs keep beside a file is no edit."""
    schedule = server.observer.schedule

    def without_temporary(handler: Any, path: str, *, recursive: bool = False) -> Any:  # noqa: ANN401
        changed = handler.on_any_event

        def edited(event: Any) -> None:  # noqa: ANN401
            # A file that is moved has two names.
            names = {Path(os.fsdecode(name)).name for name in (event.src_path, event.dest_path) if name}
            if not all(map(is_temporary, names)):
                changed(event)

        handler.on_any_event = edited
        return schedule(handler, path, recursive=recursive)

    server.observer.schedule = without_temporary  # type: ignore[method-assign]
    # These are watched already.
    for path in filter(None, (config.docs_dir, config.config_file_path)):
        server.unwatch(path)
        server.watch(path)
    return server


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """When the editors' pages are known: what they cite decides what the sources' pages show."""
    titles = dict(_nav_titles(config.nav))
    edited: dict[str, tuple[str, str]] = {}
    # MkDocs does this after this event; here drafts and excluded pages must be known already.
    set_exclusions(files, config)
    for file in files.documentation_pages():
        try:
            path = file.abs_src_path
            text = pages.read_page(Path(path), _name(file)) if path else file.content_string
        except InputError as error:
            if not _state.serving:
                raise PluginError(str(error)) from error
            _report([error.finding])
            files.remove(file)
            if read.shown(file.src_uri) == file.src_uri:  # else no file of that name can be written
                files.append(File.generated(config, file.src_uri, content=report.notice([error.finding])))
            continue
        edited[file.src_uri] = (titles.get(file.src_uri) or pages.title(file.src_uri, text), text)
    if _state.made:
        own = {path: page for path, page in edited.items() if not _state.made.is_made(path)}
        _state.checked = {
            path: (title, checks.check(_name(file), text, _state.ground))
            for path, (title, text) in own.items()
            if (file := files.get_file_from_path(path))
        }
        told = report.include(_state.checked)
        if told != _state.told:  # all else was written when the build began
            _state.told = told
            pipeline.write(_state.made.files(told), _layout(config).includes)
        texts = [text for _, text in own.values()]
        _state.citations.evidence = partial(_state.made.evidence, texts, _state.ground)
        _state.citations.glossary = snippets.page_of("people.md", edited, _state.ground.includes)
        links = _state.made.backlinks(edited, _state.ground)
        if _state.made is not _state.of or links != _state.links:
            _state.of, _state.links = _state.made, links
            _state.source_pages = _state.made.source_pages(links)
        for path, text in _state.source_pages.items():
            if written := files.get_file_from_path(path):
                if written.content_string != text:
                    log.info(
                        "%s is made anew at each build: what is written there is not shown", _name(written)
                    )
                files.remove(written)
            files.append(File.generated(config, path, content=text))
    # For editors' programs; what an editor wrote under that name stays.
    if not files.get_file_from_path(schema.NAME):
        files.append(File.generated(config, schema.NAME, content=schema.text()))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Right before a page is rendered: the links are relative to it, and its mistakes are shown on it."""
    _state.citations.page = page.file.src_uri
    wrong: tuple[Finding, ...] = ()
    if _state.made and not page.file.generated_by and page.file.src_uri in _state.checked:
        wrong = _state.checked[page.file.src_uri][1].findings
    template = page.meta.get("template")
    if template is not None and not _has_template(config, template):
        # The sources' pages have a template of their own, which another theme need not have.
        page.meta.pop("template")
        message = f'the theme has no template "{template}": correct the front matter'
        if not page.file.generated_by:
            wrong = (*wrong, Finding(_name(page.file), 0, 0, "", message))
    _report(wrong)
    # What cannot be included would stop the rendering with a traceback.
    text = snippets.without_missing(markdown, _state.ground.includes)
    # What dossier.yml leaves to be decided belongs to no page: the first one shows it.
    undecided = _state.made.findings if _state.made and page.is_homepage else ()
    return _shown([_state.trouble, *undecided, *wrong]) + text


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """After a page is rendered: only now is it known what it cites by way of other plugins and hooks."""
    told = set()
    if _state.citations.unknown:
        seen = snippets.expand(page.markdown or "", _state.ground.includes)
        told = {reference.key for reference in references.find(seen, front_matter=False)}
    wrong = [
        Finding(_name(page.file), 0, 0, "", f'"{address}" is no address: correct the link')
        for address in _state.citations.broken
    ]
    wrong += [
        Finding(_name(page.file), 0, 0, unknown_keys.CODE, unknown_keys.message(key, _state.ground))
        for key in _state.citations.unknown
        if key not in told
    ]
    _report(wrong)
    return _shown(wrong) + html


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ANN401, ARG001
    """After all pages are rendered and before the first is written: the last moment to stop in time."""
    unusable = [finding for finding in _state.findings if not finding.code]
    if unusable and not _state.serving:
        more = f" (and {len(unusable) - 1} more above)" if len(unusable) > 1 else ""
        raise PluginError(f"{unusable[0]}{more}")


def on_post_build(config: MkDocsConfig) -> None:  # noqa: ARG001
    """When all is written: what the site rests on, and what is left to do."""
    if not _state.made:
        return
    log.info("%s", summary.counts(_state.made.dossier))
    for line in report.lines(_state.checked):
        log.info("%s", line)
    if lines := summary.to_add(_state.made.dossier):
        log.info('Seeds that seeds/dossier.yml does not describe. Fill in and paste under "sources:"')
        # Not through the log: it would indent and wrap the lines that are to be pasted.
        if log.isEnabledFor(logging.INFO):
            print(lines, file=sys.stderr)  # noqa: T201


def _layout(config: MkDocsConfig) -> Layout:
    return Layout(Path(config.config_file_path or "mkdocs.yml").absolute().parent)


def _snippet_folders(config: MkDocsConfig, layout: Layout) -> list[Path]:
    """Where snippets are looked for, the includes first.

    The paths in mkdocs.yml are relative to wherever MkDocs was started: make them relative to
    mkdocs.yml.
    """
    options = config.mdx_configs.setdefault("pymdownx.snippets", {})
    given = options.get("base_path", [])
    given = [given] if isinstance(given, str | os.PathLike) else given
    folders = list(dict.fromkeys([layout.includes, *(layout.root / path for path in given if is_path(path))]))
    options["base_path"] = [str(folder) for folder in folders]
    return folders


def _has_template(config: MkDocsConfig, name: object) -> bool:
    # Jinja2 looks in the theme's folders only.
    inside = isinstance(name, str) and ".." not in Path(name).parts
    return inside and any(Path(folder, str(name)).is_file() for folder in config.theme.dirs)


def _nav_titles(nav: object) -> Iterable[tuple[str, str]]:
    """(page, title) of all entries of the navigation that have a title."""
    if isinstance(nav, dict):
        for title, item in nav.items():
            if isinstance(item, str):
                yield item, str(title)
            else:
                yield from _nav_titles(item)
    elif isinstance(nav, list):
        for item in nav:
            yield from _nav_titles(item)


def _name(file: File) -> str:
    """A page's file as messages name it: relative to where one types, so that terminals link it."""
    path = Path(file.abs_src_path or file.src_uri)
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)


def _report(findings: Iterable[Finding]) -> None:
    for finding in findings:
        if finding not in _state.findings:  # two pages may include one text
            log.warning("%s", finding)
            _state.findings.append(finding)


def _shown(findings: Iterable[Finding | None]) -> str:
    """What a preview shows on the page; a build that is published shows nothing of it."""
    wrong = [finding for finding in findings if finding]
    return report.notice(wrong) if wrong and _state.serving else ""
