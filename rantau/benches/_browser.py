"""A built site in chromium: which scripts ran that are not its own, what its policy had to stop, and what it asked others for.

Many pages are opened at once, in frames of one empty page of the same origin; a batch that leaves that page is
opened again page by page.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from rantau import styles
from rantau.benches._chromium import ARGUMENTS, executable, served

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Error, Page, async_playwright
else:
    try:
        from playwright.async_api import Error, async_playwright
    except ImportError:
        async_playwright = None

MISSING = "playwright tidak terpasang; jalankan scripts/test.py satu kali, atau pakai --without-browser"
BATCH = 40
TABS = 2
SECONDS = 30.0
_FRAMES = "/__frames__"
# Runs in every document before anything else of it.
_WATCH = """(() => {
  const seen = []; Object.defineProperty(window, '__seen', {value: seen});
  const note = (kind, detail) => seen.push([kind, String(detail).slice(0, 300)]);
  for (const name of ['alert', 'prompt', 'confirm', 'print', 'open'])
    Object.defineProperty(window, name, {value: (...all) => note('scripts', name + '(' + all.join(', ') + ')')});
  addEventListener('securitypolicyviolation',
    e => note('blocked', e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample), true);
  addEventListener('error', e => { if (e instanceof ErrorEvent) note('errors', e.message); }, true);
  addEventListener('unhandledrejection', e => note('errors', e.reason));
})()"""
# What could run in a document, whether or not it did. `own` are the one inline script and the one inline style of the theme.
_LOOK = """(frame, own) => {
  const page = frame.document, found = [...frame.__seen];
  // A browser wraps a photo in a page of its own making.
  if (/^image\\/(?!svg)/.test(page.contentType)) return [frame.location.pathname, found];
  const links = /^(href|src|action|formaction|xlink:href|data)$/i, code = /^[\\0-\\x20]*(javascript|vbscript|data:text)/i;
  const note = (kind, element) => found.push([kind, 'in the page: ' + element.outerHTML.slice(0, 300)]);
  for (const script of page.querySelectorAll('script')) {
    const source = script.getAttribute('src');
    const ours = /^(\\.\\.\\/)*(\\.\\/)?assets\\/(search\\/|scripts\\/)?[a-z]+(\\.[0-9a-f]{8})?\\.js$/;
    if (source !== null
        ? !ours.test(source) && !source.startsWith('/assets/')
        : script.type !== 'application/ld+json' && script.textContent.trim() !== own[0]) note('scripts', script);
  }
  const active = 'iframe, object, embed, base, frame, foreignObject, style, animate, set';
  for (const element of page.querySelectorAll(active))
    if (element.localName !== 'style' || element.textContent !== own[1]) note('scripts', element);
  for (const element of page.querySelectorAll('*'))
    for (const {name, value} of element.attributes)
      if (/^on/i.test(name) || name === 'style' || name === 'srcdoc' || (links.test(name) && code.test(value)))
        note('scripts', element);
  return [frame.location.pathname, found];
}"""
_OPEN = f"""async ([urls, own, seconds]) => {{
  const look = {_LOOK};
  document.body.replaceChildren();
  const frames = urls.map(url => {{
    const frame = document.createElement('iframe');
    frame.width = 360; frame.height = 240;
    frame.loaded = new Promise(done => {{ frame.onload = done; setTimeout(done, seconds * 1000); }});
    frame.src = url;
    document.body.append(frame);
    return frame;
  }});
  await Promise.all(frames.map(frame => frame.loaded));
  return frames.map(frame => {{
    try {{ return look(frame.contentWindow, own); }} catch (error) {{ return ['', [['scripts', 'left the page: ' + error]]]; }}
  }});
}}"""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something seen on a page. Kinds: "scripts" (ran, or stood there), "requests", "blocked" (by the policy), "errors"."""

    page: str
    kind: str
    detail: str


def available() -> str:
    """Why no page can be opened here, "" when they can."""
    return "" if async_playwright is not None else MISSING


def visit(root: Path, pages: Sequence[str], queries: Sequence[str] = ()) -> tuple[Sighting, ...]:
    """What is seen on the files of a site below `root`, and on its search page with each of the queries.

    Pages that only lead on to another are read, not opened. Raises: RuntimeError when there is no browser.
    """
    if problem := available():
        raise RuntimeError(problem)
    inline = Path(__file__).resolve().parent.parent.parent / "theme" / "assets" / "inline.js"
    with served(partial(_Handler, directory=str(root))) as base:
        leading: list[str] = []
        opened: list[str] = []
        for page in pages:
            (leading if page.endswith(".html") and _only_leads((root / page).read_text("utf-8")) else opened).append(page)
        seen = [s for page in leading for s in _leads(page, (root / page).read_text("utf-8"), base)]
        addresses = [quote(page.removesuffix("index.html")) for page in opened]
        searches = [f"cari/?q={quote(q.encode('utf-8', 'surrogatepass'))}" for q in queries]
        watch = _Watch(base, (inline.read_text("utf-8").strip(), styles.sheet().critical))
        asyncio.run(watch.all(addresses, searches))
    return tuple(dict.fromkeys((*seen, *watch.seen)))


def _only_leads(html: str) -> bool:
    # Another page may show these words without being one.
    return 'http-equiv="refresh"' in html and bool(LexborHTMLParser(html).css("meta[http-equiv=refresh]"))


def _leads(page: str, html: str, base: str) -> Iterator[Sighting]:
    for node in LexborHTMLParser(html).css("meta[http-equiv=refresh], a, link"):
        to = (node.attributes.get("content") or node.attributes.get("href") or "").partition("url=")
        target = urljoin(f"{base}{page}", to[2] or to[0])
        if not target.startswith(base):
            yield Sighting(page, "requests", f"leads to {target[:200]}")


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if urlsplit(self.path).path != _FRAMES:
            super().do_GET()
            return
        body = b"<!doctype html><title>.</title><link rel=icon href=data:,><body>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class _Watch:
    """One browser, and what was seen in it."""

    def __init__(self, base: str, own: tuple[str, str]) -> None:
        self.base, self.own = base, own
        self.seen: list[Sighting] = []

    async def all(self, addresses: Sequence[str], searches: Sequence[str]) -> None:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
            context = await self._context(browser)
            batches = iter([list(addresses[n : n + BATCH]) for n in range(0, len(addresses), BATCH)])
            await asyncio.gather(*(self._work(context, batches) for _ in range(TABS)))
            for search in searches:
                await self._alone(context, search, patient=True)
            await browser.close()

    async def _context(self, browser: "Browser") -> "BrowserContext":
        context = await browser.new_context(viewport={"width": 400, "height": 300}, locale="id-ID", accept_downloads=False)
        await context.add_init_script(_WATCH)
        context.on("request", self._request)
        return context

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "blob:", "about:")):
            self.seen.append(Sighting(self._path(request.frame.url), "requests", request.url[:300]))

    def _path(self, url: str) -> str:
        return url.removeprefix(self.base)

    async def _work(self, context: "BrowserContext", batches: Iterator[list[str]]) -> None:
        page = await self._tab(context)
        for batch in batches:
            found = await self._together(page, batch)
            if len(found) == len(batch) and page.url == self.base + _FRAMES[1:]:
                for address, (path, sights) in zip(batch, found, strict=True):
                    self._note(address, path, sights)
                continue
            await self._close(page)
            for address in batch:
                await self._alone(context, address)
            page = await self._tab(context)
        await self._close(page)

    async def _together(self, page: "Page", batch: list[str]) -> list[tuple[str, list[tuple[str, str]]]]:
        """What was seen on each page of a batch; [] when one of them took the whole tab elsewhere, or it never came to rest."""
        left = asyncio.Event()
        page.on("framenavigated", lambda frame: left.set() if frame == page.main_frame else None)
        job = asyncio.ensure_future(page.evaluate(_OPEN, [[self.base + a for a in batch], self.own, SECONDS / 2]))
        leaving = asyncio.ensure_future(left.wait())
        await asyncio.wait((job, leaving), timeout=SECONDS, return_when=asyncio.FIRST_COMPLETED)
        leaving.cancel()
        if not job.done():
            job.cancel()
            return []
        try:
            found: list[tuple[str, list[tuple[str, str]]]] = job.result()
        except Error:
            return []
        return found

    async def _tab(self, context: "BrowserContext") -> "Page":
        page = await context.new_page()
        await page.goto(self.base + _FRAMES[1:])
        return page

    async def _close(self, page: "Page") -> None:
        with suppress(Error, TimeoutError):
            # A tab that is just leaving may never say that it is closed; the browser closes it in the end.
            await asyncio.wait_for(page.close(), 2)

    async def _alone(self, context: "BrowserContext", address: str, *, patient: bool = False) -> None:
        """Opens one page in a tab of its own; `patient` waits for what its scripts load."""
        page = await context.new_page()
        page.on("dialog", lambda dialog: self.seen.append(Sighting(address, "scripts", f"dialog {dialog.message[:200]}")))
        try:
            async with asyncio.timeout(SECONDS):
                await page.goto(self.base + address, wait_until="networkidle" if patient else "load")
                path, sights = await page.evaluate(f"own => ({_LOOK})(window, own)", self.own)
                self._note(address, path, sights)
        except (Error, TimeoutError) as error:
            # It went elsewhere while it was looked at, or never came to rest.
            gone = page.url.partition("?")[0] != self.base + address.partition("?")[0]
            self.seen.append(Sighting(address, "scripts" if gone else "errors", f"{page.url[:200]} {str(error)[:200]}"))
        await self._close(page)

    def _note(self, address: str, path: str, sights: Sequence[tuple[str, str]]) -> None:
        if path and path != "/" + address.partition("?")[0]:
            self.seen.append(Sighting(address, "scripts", f"the page went to {path[:200]}"))
        self.seen += [Sighting(address, kind, detail) for kind, detail in sights]
