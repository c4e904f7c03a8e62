"""The pages of the preview: those of the site, drawn as the build draws them, with the panel; and its own few."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from jinja2 import Environment, TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from hooks.engine import THEME, is_ours, session
from hooks.showing import Shown
from rantau import pages, pipeline, policy, scripts, styles
from rantau.model import Diagnostic, Document, Localized, Rule, Severity
from rantau.scene import Outlook
from rantau.text.excerpts import plain, window
from rantau.verify import code_hash, unpinned
from rantau.views import Frame

OWN = "_pratinjau/"
# More of one file say nothing more.
MOST_NOTES = 100
_TITLES = {
    "overview": Localized("Temuan dan draf", "Findings and drafts"),
    "rules": Localized("Aturan", "Rules"),
    "broken": Localized("Belum dapat ditampilkan", "Cannot be shown yet"),
}
# For a theme of which nothing can be drawn.
_BARE = """<!doctype html>
<html lang="id"><head><title>Pratinjau</title>
</head>
<body><header>
</header>
<main>{}</main>
</body></html>
"""
_CARD = re.compile(r'<h3 class="card__title"><a href="([^"]*)">')


@dataclass(frozen=True, slots=True)
class Look:
    """The theme as it is now: its templates, and what pages load, by its path in the site.

    Of that, `made` is made of the theme, and `assets` lie there as they are.
    """

    environment: Environment
    made: Mapping[str, bytes]
    assets: Mapping[str, Path]
    number: int
    # The CSP source of the styles in every page; another than the pinned one while somebody works on them.
    style: str
    problem: str = ""

    @classmethod
    def read(cls, config: MkDocsConfig, number: int) -> "Look":
        """The theme of the configuration. `number` tells it from an earlier one. Raises: OSError."""
        environment = config.theme.get_env()
        found = Files([])
        found.add_files_from_theme(environment, config)
        session.environment(environment)
        whole = environment.autoescape
        assert callable(whole)
        environment.autoescape = lambda name: whole(name) or (name or "").startswith("preview/")
        assets = {f.dest_uri: Path(f.abs_src_path) for f in found if is_ours(f) and f.abs_src_path is not None}
        assets |= {f"{OWN}{name}": THEME / "preview" / name for name in ("preview.css", "preview.js")}
        assets |= {f"assets/search/{p.name}": p for p in (THEME / "assets" / "search").glob("*.js")}
        script = (THEME / "assets" / "inline.js").read_text("utf-8").rstrip("\n")
        sheet = styles.sheet()
        styled = {part.name: part.text.encode() for part in (sheet.rest, sheet.more)}
        made = styled | {s.path: s.code for s in scripts.scripts().values()}
        style = code_hash(sheet.critical)
        # What cannot be published yet should be seen all the same.
        environment.globals["policy"] = policy.meta().replace(policy.INLINE_STYLE, style)
        problems = unpinned(script, policy.INLINE_SCRIPT, "INLINE_SCRIPT")
        problems += unpinned(sheet.critical, policy.INLINE_STYLE, "INLINE_STYLE")
        return cls(environment, made, assets, number, style, "; ".join(problems))


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the panel shows it; before, marked and after are its line, cut where it is very long."""

    severity: str
    rule: str
    line: int
    message: str
    help: str
    fixable: bool
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in the preview's list."""

    path: str
    href: str = ""
    title: str = ""
    errors: int = 0
    warnings: int = 0
    draft: bool = False
    notes: tuple[Note, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class Own:
    """What a page of the preview itself shows; each of its templates takes some of it."""

    frame: Frame
    failure: str = ""
    search_failure: str = ""
    pages: tuple[Listed, ...] = ()
    others: tuple[Listed, ...] = ()
    drafts: tuple[Listed, ...] = ()
    rule: Rule | None = None
    rules: tuple[Rule, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page: the status of its answer, its HTML, and a digest that changes when a reader would see something else."""

    status: int
    html: bytes
    digest: str


@dataclass(slots=True)
class Drawing:
    """Draws the pages of one state of content and theme, each when it is asked for; `language` is the panel's."""

    shown: Shown
    look: Look
    language: str
    search_failure: Callable[[], str] = str
    _drawn: dict[str, Drawn] = field(default_factory=dict)

    def page(self, address: str) -> Drawn:
        """The page at an address, which starts with a slash and does not hold the site's base path."""
        if address not in self._drawn:
            self._drawn[address] = self._draw(address)
        return self._drawn[address]

    def known(self, address: str) -> bool:
        """Whether there is a page at the address, be it one that says what is wrong with its file."""
        return address in self.shown.pages or address in self.shown.files

    def _draw(self, address: str) -> Drawn:
        status, document, failure = 200, self.shown.files.get(address), ""
        try:
            html = self._site(address, document) if not address.startswith(f"/{OWN}") else self._own(address)
            if not html:
                status, html = 404, self._render("404.html", pages.missing(self.shown.scene))
        except TemplateError as error:
            failure = f"{getattr(error, 'name', None) or 'theme'}:{getattr(error, 'lineno', '')} {error}"
        except Exception as error:  # one page that fails must not take the preview with it
            failure = f"{type(error).__name__}: {error}"
        if failure:
            status, html = 500, self._failed(address, failure[:500])
        return self._finished(status, html, document)

    def _site(self, address: str, document: Document | None) -> str:
        page = self.shown.pages.get(address)
        if page is not None:
            return self._marked(self._render(page.template, page.view()), address)
        if document is None:
            return ""
        return self._render("preview/broken.html", Own(self._frame("broken", address)))

    def _own(self, address: str) -> str:
        name = address.removeprefix(f"/{OWN}").strip("/")
        if not name:
            return self._render("preview/overview.html", self._overview(address))
        folder, _, wanted = name.partition("/")
        if folder != "aturan":
            return ""
        rules = pipeline.manuals()
        if not wanted:
            return self._render("preview/rules.html", Own(self._frame("rules", address), rules=tuple(rules.values())))
        if wanted not in rules:
            return ""
        rule = rules[wanted]
        frame = self._frame("", address, wanted)
        return self._render("preview/rule.html", Own(frame, rule=rule, explanation=rule.explanation.speak(self.language)))

    def _failed(self, address: str, failure: str) -> str:
        try:
            return self._render("preview/broken.html", Own(self._frame("broken", address), failure=failure))
        except Exception:  # the frame itself is what fails: a template of every page is broken
            return _BARE.format(escape(failure))

    def _render(self, template: str, view: object) -> str:
        more: dict[str, Any] = {}
        if template.startswith("preview/"):
            more = {"language": self.language, "base": self._base}
        return self.look.environment.get_template(template).render(view=view, preview=False, **more)

    @property
    def _base(self) -> str:
        return self.shown.scene.settings.base

    def _frame(self, name: str, address: str, title: str = "") -> Frame:
        outlook = Outlook(self.shown.scene, address, self.language, absolute=True)
        return outlook.frame(title or _TITLES[name].speak(self.language), indexable=False)

    # --- what is added to a page

    def _finished(self, status: int, html: str, document: Document | None) -> Drawn:
        html = self._with_panel(html, document)
        whole = html.encode("utf-8", "xmlcharrefreplace")
        digest = hashlib.sha256(whole + str(self.look.number).encode()).hexdigest()[:20]
        return Drawn(
            status, whole.replace(b" data-pratinjau=", b' data-digest="%s" data-pratinjau=' % digest.encode(), 1), digest
        )

    def _with_panel(self, html: str, document: Document | None) -> str:
        found = self.shown.findings.get(document.path, ()) if document is not None else ()
        problem = self.shown.problem.speak(self.language) or self.look.problem
        try:
            panel = self.look.environment.get_template("preview/panel.html").render(
                language=self.language,
                base=self._base,
                problem=problem,
                draft=document is not None and document.draft,
                path=document.path.as_posix() if document is not None else "",
                notes=_notes(found, self.language),
                left=max(0, len(found) - MOST_NOTES),
                errors=_count(found, Severity.ERROR),
                warnings=_count(found, Severity.WARNING),
                errors_all=self.shown.count(Severity.ERROR),
                warnings_all=self.shown.count(Severity.WARNING),
            )
        except TemplateError as error:
            panel = f'<section data-pratinjau="{self._base}{OWN}kabar"><p data-status></p>{type(error).__name__}</section>\n'
        files = f'<link rel="stylesheet" href="{self._base}{OWN}preview.css">\n'
        files += f'<script src="{self._base}{OWN}preview.js" type="module"></script>\n'
        html = html.replace("</head>\n", f"{files}</head>\n", 1)
        return html.replace("</header>\n", f"</header>\n{panel.strip()}\n", 1)

    def _marked(self, html: str, address: str) -> str:
        """The page with a mark on the card of every draft."""
        if not self.shown.drafts:
            return html
        here = quote(address)
        mark = f'<p class="pratinjau__draft">{Localized("Draf: belum terbit", "Draft: not published").speak(self.language)}</p>\n'

        def marked(match: re.Match[str]) -> str:
            target = unquote(urlsplit(urljoin(here, match[1])).path)
            return (mark if target in self.shown.drafts else "") + match[0]

        return _CARD.sub(marked, html)

    # --- the list of all files

    def _overview(self, address: str) -> Own:
        by_path = self.shown.scene.library.by_path
        with_page: list[Listed] = []
        others: list[Listed] = []
        for path, found in self.shown.findings.items():
            document = by_path.get(path)
            if document is not None:
                with_page.append(self._listed(path, found, document))
            else:
                notes = _notes(found, self.language)
                others.append(self._listed(path, found, None, notes, len(found) - len(notes)))
        drafts = [self._listed(d.path, (), d) for d in self.shown.drafts.values()]
        frame = self._frame("overview", address)
        return Own(frame, "", self.search_failure(), _worst_first(with_page), _worst_first(others), tuple(drafts))

    def _listed(
        self,
        path: PurePosixPath,
        found: Sequence[Diagnostic],
        document: Document | None,
        notes: tuple[Note, ...] = (),
        left: int = 0,
    ) -> Listed:
        href = f"{self._base}{quote(document.address.lstrip('/'))}" if document is not None else ""
        title = (document.fields.title if document is not None and document.fields is not None else "") or path.stem
        draft = document is not None and document.address in self.shown.drafts
        errors, warnings = _count(found, Severity.ERROR), _count(found, Severity.WARNING)
        return Listed(path.as_posix(), href, title, errors, warnings, draft, notes, left)


def _worst_first(files: Iterable[Listed]) -> tuple[Listed, ...]:
    return tuple(sorted(files, key=lambda f: (-(f.errors > 0), f.path)))


def _count(found: Iterable[Diagnostic], severity: Severity) -> int:
    return sum(d.severity is severity for d in found)


def _notes(found: Sequence[Diagnostic], language: str) -> tuple[Note, ...]:
    """The findings as they are shown, errors first."""
    ordered = sorted(found, key=lambda d: d.severity is not Severity.ERROR)
    return tuple(
        Note(
            str(d.severity),
            d.rule,
            d.span.line,
            plain(d.message.speak(language)),
            plain(d.help.speak(language)),
            d.fixable,
            *(window(d) if d.source.strip() else ("", "", "")),
        )
        for d in ordered[:MOST_NOTES]
    )
