"""The search's own scripts in chromium over an index on disk: what they fetch, find and take."""

import asyncio
import gzip
import random
import statistics
from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rantau.benches._chromium import ARGUMENTS, executable, served
from rantau.outputs.search_engine import engine, module

if TYPE_CHECKING:
    from playwright.async_api import async_playwright
else:
    try:
        from playwright.async_api import async_playwright
    except ImportError:
        async_playwright = None

MISSING = "playwright tidak terpasang; jalankan scripts/test.py satu kali"
NO_BROWSER = "chromium tidak ditemukan; pasang chromium, atau jalankan: .venv/bin/playwright install chromium"
SEED = 20261123
_PAGE = b"<!doctype html><html lang=id><meta charset=utf-8><link rel=icon href=data:,><title>.</title>"
_START = """async ([folder, text]) => {
  await new Promise((done, fail) => {
    const script = Object.assign(document.createElement('script'), { src: '/assets/lunr.js', onload: done, onerror: fail });
    document.head.append(script);
  });
  const { search } = await import('/assets/search/search.js');
  window.ask = (text, options) => search(folder, text, { language: 'id', ...options });
}"""
_RECORDS = "async ([folder, ids]) => { await Promise.all(ids.map(async (id) => (await fetch(`${folder}r/${id}.json`)).json())); }"
_KEYS = {"q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "o"}
_KEYS |= {"a": "qsz", "s": "awdx", "d": "sefc", "f": "drgv", "g": "fthb", "h": "gyjn", "j": "hukm", "k": "jil", "l": "ko"}
_KEYS |= {"z": "xa", "x": "zsc", "c": "xdv", "v": "cfb", "b": "vgn", "n": "bhm", "m": "nj"}


def bytes_of_queries(folder: Path, queries: Sequence[str], sample: int = 30) -> Iterator[str]:
    """Bytes on the wire (compressed, without headers) of a first query in a fresh browser and of the one after it."""
    first: list[int] = []
    following: list[int] = []

    async def each(browser: Any, base: str) -> None:
        for one, other in zip(queries[:sample], queries[sample : 2 * sample], strict=True):
            page, sizes = await _opened(browser, base)
            for text, into in ((one, first), (other, following)):
                sizes.clear()
                if text == one:
                    await page.evaluate(_START, ["/index/", text])
                found = await page.evaluate("(text) => ask(text)", text)
                await page.evaluate(_RECORDS, ["/index/", found["ids"][:10]])
                await page.wait_for_load_state("networkidle")
                into.append(sum(sizes))
            await page.context.close()

    if problem := _run(folder, each):
        yield problem
        return
    yield f"kueri pertama: median {statistics.median(first) / 1000:.1f} kB, terbesar {max(first) / 1000:.1f} kB"
    yield f"kueri berikutnya: median {statistics.median(following) / 1000:.1f} kB, terbesar {max(following) / 1000:.1f} kB"


def answers(folder: Path, queries: Sequence[str]) -> list[list[int]]:
    """The ten best pages of each query. Raises: RuntimeError without a browser."""
    found: list[list[int]] = []

    async def each(browser: Any, base: str) -> None:
        page, _ = await _opened(browser, base)
        await page.evaluate(_START, ["/index/", ""])
        for text in queries:
            answer = await page.evaluate("(text) => ask(text, { exact: true })", text)
            found.append(answer["ids"][: min(10, answer["whole"])])

    if problem := _run(folder, each):
        raise RuntimeError(problem)
    return found


def warm(folder: Path, queries: Sequence[str]) -> Iterator[str]:
    """Milliseconds that a query takes when all its files are there, in the browser of this machine."""
    times: list[float] = []

    async def each(browser: Any, base: str) -> None:
        page, _ = await _opened(browser, base)
        await page.evaluate(_START, ["/index/", ""])
        for text in queries:
            await page.evaluate("(text) => ask(text)", text)
        session = await page.context.new_cdp_session(page)
        await session.send("Performance.enable", {"timeDomain": "threadTicks"})
        for text in queries:
            before = await _busy(session)
            await page.evaluate("(text) => ask(text)", text)
            times.append((await _busy(session) - before) * 1000)

    if problem := _run(folder, each):
        yield problem
        return
    times.sort()
    middle, late, last = statistics.median(times), times[len(times) * 95 // 100], times[-1]
    yield f"kueri hangat, waktu CPU: median {middle:.1f} ms, 95 % {late:.1f} ms, terbesar {last:.1f} ms"


def slips(folder: Path, words: Sequence[str], sample: int = 400) -> Iterator[str]:
    """How many of the words are found that are written with one slip: a letter dropped, doubled, swapped, or its neighbour."""
    dice = random.Random(SEED)
    known = set(words)
    drawn = dice.sample([word for word in words if len(word) > 3 and word.isascii()], sample)
    tried = [(word, slipped) for word in drawn if (slipped := slip(word, dice)) not in known]
    solved = 0

    async def each(browser: Any, base: str) -> None:
        nonlocal solved
        page, _ = await _opened(browser, base)
        await page.evaluate(_START, ["/index/", ""])
        for word, slipped in tried:
            meant = await page.evaluate("(text) => ask(text)", word)
            found = await page.evaluate("(text) => ask(text, { completions: 0 })", slipped)
            solved += bool(meant["ids"]) and meant["ids"] == found["ids"]

    if problem := _run(folder, each):
        yield problem
        return
    yield f"slips {solved / len(tried):.3f} dari {len(tried)} salah ketik"


def slip(word: str, dice: random.Random) -> str:
    """The word with one slip."""
    at = dice.randrange(len(word))
    kind = dice.choice(("drop", "double", "swap", "neighbour"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[: at + 1] + word[at:]
    if kind == "swap" and at + 1 < len(word) and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + dice.choice(_KEYS.get(word[at], "a")) + word[at + 1 :]


async def _busy(session: Any) -> float:
    found = await session.send("Performance.getMetrics")
    return float(next(m["value"] for m in found["metrics"] if m["name"] == "TaskDuration"))


async def _opened(browser: Any, base: str) -> tuple[Any, list[int]]:
    """An empty page in a fresh browser profile, and a list that gets the size of every answer."""
    context = await browser.new_context()
    page = await context.new_page()
    sizes: list[int] = []
    session = await context.new_cdp_session(page)
    await session.send("Network.enable")
    # Headers do not count: every host sends others.
    session.on("Network.dataReceived", lambda event: sizes.append(event["encodedDataLength"]))
    await page.goto(base)
    sizes.clear()
    return page, sizes


def missing() -> str:
    """Why nothing can be measured in a browser, in one line; "" when it can."""
    if async_playwright is None:
        return MISSING

    async def path() -> str:
        async with async_playwright() as playwright:
            return str(playwright.chromium.executable_path)

    return "" if executable() or Path(asyncio.run(path())).exists() else NO_BROWSER


def _run(folder: Path, work: Callable[[Any, str], Awaitable[None]]) -> str:
    """Does the work with a browser and the address of a server; why it cannot, "" when it did."""
    if async_playwright is None:
        return MISSING

    async def all_() -> None:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
            with served(partial(_Handler, folder)) as base:
                await work(browser, base)
            await browser.close()

    asyncio.run(all_())
    return ""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, *arguments: Any) -> None:
        self.folder = folder
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """The index below /index/, the theme's scripts below /assets/, an empty page elsewhere; compressed."""
        path = self.path.split("?")[0]
        kind, data = "text/html", _PAGE
        if path == "/assets/lunr.js":
            kind, data = "text/javascript", engine()
        elif path.startswith("/assets/search/"):
            kind, data = "text/javascript", module(path.rpartition("/")[2])
        elif path.startswith("/index/"):
            kind, file = "application/json", self.folder / path.removeprefix("/index/")
            data = file.read_bytes() if file.is_file() else b""
        body = gzip.compress(data, 6)
        self.send_response(200 if data else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""
