"""One build as MkDocs sees it: the state that the hooks share, and the ways to start a build from a script."""

import datetime
import gc
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mkdocs.commands.build
import mkdocs.plugins
import mkdocs.utils
from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config import load_config
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from hooks import tight
from rantau import pages, pipeline, policy, scripts, styles
from rantau.clock import today
from rantau.desk import no_content, shown, unreadable
from rantau.model import Severity
from rantau.pages import Page as RantauPage
from rantau.scene import Scene, Settings
from rantau.text.addresses import file_of
from rantau.verify import unpinned, verify
from rantau.writer import Refused, Release, unwritable

ROOT = Path(__file__).resolve().parent.parent
THEME = ROOT / "theme"


class CheckFailed(PluginError):
    """The content has errors; the message is the report."""


class Written(Page):
    """A page that the library has rendered: MkDocs neither reads nor renders it again."""

    def __init__(self, file: File, config: MkDocsConfig, made: RantauPage) -> None:
        super().__init__(made.title, file, config)
        self.made = made
        self.meta = {"template": made.template}

    def read_source(self, config: MkDocsConfig) -> None:
        """Takes the plain words; front matter was read by the library."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Does nothing: the page's view holds the finished HTML."""
        self.content = ""
        self.toc = get_toc([])
        self.present_anchor_ids = set()


@dataclass(slots=True)
class Session:
    """The state of the build under way; its first events fill it anew, because a preview builds many times in one process."""

    command: str = "build"
    date: datetime.date | None = None
    checked: tuple[Path, datetime.date, pipeline.Loaded] | None = None
    release: Release | None = None
    scene: Scene | None = None
    made: tuple[RantauPage, ...] = ()
    say: Callable[[str], None] = lambda _: None

    def start(self, command: str) -> None:
        """Begins a build ("build") or a preview ("serve")."""
        self.command = command

    def load(self, config: MkDocsConfig) -> None:
        """Loads and checks the content, unless a script has just done so. Raises: CheckFailed, PluginError."""
        if problem := _bad_url(config.site_url or ""):
            raise PluginError(problem)
        content, date = Path(config.docs_dir), self.date or today()
        if self.checked is not None and self.checked[:2] == (content, date):
            loaded, self.checked = self.checked[2], None
        else:
            loaded = pipeline.load(content, date)
            found = pipeline.examine(loaded.library)
            if any(d.severity is Severity.ERROR for d in found):
                raise CheckFailed("\n" + "\n".join(pipeline.report(found, "text", "id", shown(content))))
        self.scene = pipeline.stage(loaded, settings(config))
        self.made = tuple(pages.every(self.scene))
        self.say(f"Membangun {len(self.made)} halaman ...")

    def stage(self, config: MkDocsConfig) -> None:
        """Takes the lock and lets MkDocs write to a stage; a preview writes to its own temporary directory."""
        # The library writes a sitemap of its own.
        config.theme.static_templates.discard("sitemap.xml")
        if self.command == "serve":
            return
        try:
            self.release = Release.begin(Path(config.site_dir))
        except Refused as refused:
            raise PluginError(str(refused)) from None
        config.site_dir = str(self.release.stage)

    def files(self, found: Files, config: MkDocsConfig) -> Files:
        """The theme's own files, and one file for every page."""
        files = Files([f for f in found if is_ours(f)])
        for made in self.made:
            source = file_of(made.address).with_suffix(".md").as_posix()
            file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            Written(file, config, made)
            files.append(file)
        return files

    def environment(self, env: Environment) -> Environment:
        """The template environment, escaping in the project's own templates alone; it knows policy, styles and scripts."""
        own = {p.name for p in THEME.glob("*.html")}
        env.autoescape = lambda name: name in own
        env.globals.update(policy=policy.meta(), sheet=styles.sheet(), scripts=scripts.scripts())
        env.add_extension(tight.Tight)
        with suppress(OSError):
            # Compiled templates; where they cannot be kept, every build compiles them.
            folder = styles.KEPT / f"templates-{tight.version()}"
            folder.mkdir(parents=True, exist_ok=True)
            if os.access(folder, os.W_OK):
                env.bytecode_cache = FileSystemBytecodeCache(str(folder))
        return env

    def context(self, context: TemplateContext, page: Page) -> TemplateContext:
        """The context with the view of the page."""
        if isinstance(page, Written):
            context.update(view=page.made.view(), preview=self.command == "serve")  # type: ignore[call-arg]
        return context

    def template_context(self, context: dict[str, Any], name: str) -> dict[str, Any]:
        """The context with the view of the error page."""
        if name == "404.html" and self.scene is not None:
            context.update(view=pages.missing(self.scene), preview=self.command == "serve")
        return context

    def outputs(self, config: MkDocsConfig) -> None:
        """Writes every output of the library."""
        assert self.scene is not None
        # Beside the releases, below their lock; the writer leaves alone what has a dot before its name.
        kept = self.release.stage.parent / ".kept" if self.release is not None else None
        staged = self.release.stage if self.release is not None else None
        for path, data in pipeline.publish(self.scene, self.made, Path(config.docs_dir), kept, staged=staged):
            if self.release is not None:
                self.release.write(path, data)
            else:
                mkdocs.utils.write_file(data, str(Path(config.site_dir) / path))

    def publish(self) -> None:
        """Verifies what was staged and swaps it in. Raises: PluginError, when the site would be broken."""
        if self.release is None or self.scene is None:
            return
        self.say("Memeriksa hasil bangunan ...")
        inline = (THEME / "assets" / "inline.js").read_text("utf-8").rstrip("\n")
        problems = unpinned(inline, policy.INLINE_SCRIPT, "INLINE_SCRIPT")
        problems += unpinned(styles.sheet().critical, policy.INLINE_STYLE, "INLINE_STYLE")
        code = frozenset({policy.INLINE_SCRIPT, policy.INLINE_STYLE})
        problems = problems or verify(self.release.stage, self.scene.settings.base, code)
        if problems:
            raise PluginError("\n".join(["the staged site is broken:", *problems[:50]]))
        self.release.publish(self.scene.library.date.isoformat())
        self.release = None

    def abandon(self) -> None:
        """Drops the stage of a failed build."""
        if self.release is not None:
            self.release.abandon()
            self.release = None


session = Session()


def build(
    content: Path, site: Path, url: str, date: datetime.date | None, say: Callable[[str], None] = lambda _: None
) -> tuple[int, tuple[str, ...]]:
    """Builds the site and returns the exit code and the lines to print: 0 built, 1 findings, 2 the tool failed.

    `url` "" takes the configuration's; `date` None takes today's; `say` is told of each step as it begins.
    """
    gc.set_threshold(50_000, 20, 50)
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    failures = _Failures()
    logging.getLogger("mkdocs").addHandler(failures)
    date = date or today()
    if problem := no_content(content) or _bad_url(url):
        return 2, (problem,)
    say("Membaca isi ...")
    try:
        loaded = pipeline.load(content, date)
    except OSError as error:
        return 2, (unreadable(error),)
    say(f"Memeriksa {len(loaded.library.documents)} tulisan ...")
    found = pipeline.examine(loaded.library)
    lines = tuple(pipeline.report(found, "text", "id", shown(content)))
    errors = sum(d.severity is Severity.ERROR for d in found)
    if errors:
        return 1, (*lines, f"{errors} kesalahan; situs tidak dibangun, situs yang lama tetap utuh")
    try:
        config = configuration(content, site, url)
        session.date, session.checked, session.say = date, (Path(config.docs_dir), date, loaded), say
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs.commands.build.build(config)
    except (Abort, ValidationError) as stop:
        return 2, (*lines, *(failures.messages or [str(stop)]))
    except OSError as error:
        return 2, (*lines, unwritable(error))
    finally:
        session.abandon()
    return 0, (*lines, f"{len(session.made)} halaman dibangun: {site}")


def configuration(content: Path, site: Path, url: str) -> MkDocsConfig:
    """The engine's configuration for a content and a site; `url` "" takes the one that stands there."""
    given: dict[str, str] = {"docs_dir": str(content.resolve()), "site_dir": str(site.absolute())}
    if url:
        given["site_url"] = url if url.endswith("/") else url + "/"
    return load_config(str(ROOT / "mkdocs.yml"), **given)


def settings(config: MkDocsConfig) -> Settings:
    """What the configuration says of the site."""
    return Settings(config.site_name, config.site_url or "", _edit_base(config), _report(config), _backend(config))


def _bad_url(url: str) -> str:
    if url and not url.startswith(("https://", "http://")):
        return f'alamat situs "{url}" harus diawali https://'
    if not policy.usable(url):
        return f'alamat situs "{url}" memuat tanda yang tidak dapat dipakai; setelah nama situs pakai huruf, angka, "-", dan "_"'
    return ""


class _Failures(logging.Handler):
    """Keeps what MkDocs logs as errors, so that the script can print it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def is_ours(file: File) -> bool:
    """Whether a file of the theme is published as it is."""
    # What stands in every page, what an output publishes in another form, and what the preview alone shows.
    other = file.src_uri in ("assets/inline.js", "assets/rantau.css", "assets/sw.js", "critical.txt")
    other = other or file.src_uri in {f"assets/{name}.js" for name in scripts.NAMES}
    other = other or file.src_uri.startswith(("assets/search/", "preview/"))
    return not other and file.abs_src_path is not None and Path(file.abs_src_path).is_relative_to(THEME)


def _report(config: MkDocsConfig) -> str:
    """Where readers report errors: `extra.report`, or else the repository's issues."""
    given = str(config.extra.get("report") or "")
    return given or (f"{config.repo_url.rstrip('/')}/issues" if config.repo_url else "")


def _backend(config: MkDocsConfig) -> dict[str, Any]:
    """Where the editors' form signs in: `extra.cms.backend`."""
    given = config.extra.get("cms")
    found = given.get("backend") if isinstance(given, dict) else None
    return found if isinstance(found, dict) else {}


def _edit_base(config: MkDocsConfig) -> str:
    if not config.edit_uri:
        return ""
    base = (config.repo_url or "").rstrip("/")
    return config.edit_uri if "://" in config.edit_uri else f"{base}/{config.edit_uri.lstrip('/')}" if base else ""
