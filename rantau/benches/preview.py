"""From a save to its words in a browser: the preview at many articles, beside the engine's own preview of the same texts.

Stock Material gets the articles without terms and as few pages as it can have, with the reload that it ships.
"""

import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rantau.benches._chromium import launched
from rantau.benches._refuse import counts
from rantau.benches.build import ROOT, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

SUMMARY = "preview [ARTICLES] [SAVES] [STOCK_SAVES]: dari simpan sampai terlihat di peramban, di samping mkdocs serve polos"
ARTICLE = "artikel/2020/artikel-2"
# Seconds. Nothing honest takes as long.
LIMIT = 600
_STOCK = """site_name: Stock
nav: [index.md, artikel/2018/artikel-0.md]
theme: {name: material, font: false}
plugins: [search]
"""
# When the words stood in the page for the first time, by the clock of this machine.
_SEEN = """word => new Promise(done => {
  const look = () => document.body && document.body.innerText.includes(word) ? done(Date.now()) : setTimeout(look, 5);
  look();
})"""


def run(arguments: Sequence[str]) -> Iterator[str]:
    """Milliseconds from the end of a save to the words in the page, and the processor time of the server for each save.

    Raises: Refused.
    """
    count, saves, others = counts(arguments, 1000, 40, 3)
    medians: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        for name, line, docs, number in _servers(Path(folder), saves, others):
            write(docs, count, terms=name == "rantau")
            with _served(line, docs.parent) as (address, pid):
                page = browser.new_page()
                page.set_default_timeout(LIMIT * 1000)
                page.goto(f"{address}/{ARTICLE}/", wait_until="load")
                before = _processor(pid)
                times = sorted(_saved(page, docs / f"{ARTICLE}.md", n) for n in range(number))
                spent = (_processor(pid) - before) / number
                page.close()
            medians[name] = statistics.median(times)
            last = times[min(number - 1, round(number * 0.95))]
            yield f"{name}: {number} saves, p50 {medians[name]:.0f} ms, p95 {last:.0f} ms, CPU a save {spent:.2f} s"
    yield f"{count} artikel: ratio {medians['rantau'] / medians['stock']:.4f}"


def _servers(folder: Path, saves: int, others: int) -> Iterator[tuple[str, list[str], Path, int]]:
    """Name, command without the port, folder of the articles and number of saves of each."""
    ours, stock = folder / "ours", folder / "stock"
    ours.mkdir()
    stock.mkdir()
    (stock / "mkdocs.yml").write_text(_STOCK, "utf-8")
    script = str(ROOT / "scripts" / "serve.py")
    yield "rantau", [script, "--content", str(ours / "content"), "--port", "{port}"], ours / "content", saves
    stocks = ["-m", "mkdocs", "serve", "-q", "--livereload", "-f", str(stock / "mkdocs.yml"), "-a", "127.0.0.1:{port}"]
    yield "stock", stocks, stock / "docs", others


@contextmanager
def _served(line: Sequence[str], folder: Path) -> Iterator[tuple[str, int]]:
    """The address of a server that answers, and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, *(part.format(port=port) for part in line)]
    quiet: Mapping[str, str] = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=quiet)
    try:
        end = time.monotonic() + LIMIT
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{' '.join(command)} does not answer")
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(30)
        process.kill()
        process.wait()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(LIMIT)
        try:
            probe.connect(("127.0.0.1", port))
            probe.sendall(f"HEAD / HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            return probe.recv(12).startswith(b"HTTP/")
        except OSError:
            return False


def _saved(page: "Page", path: Path, number: int) -> float:
    """Milliseconds until a new word is seen in the page that shows the file."""
    word = f"katabaru{number}x"
    text = re.sub(r"\n\nkatabaru\d+x$", "", path.read_text("utf-8").rstrip())
    beside = path.with_name(f".{path.name}")
    beside.write_text(f"{text}\n\n{word}\n", "utf-8")
    shutil.move(beside, path)
    start = time.time() * 1000
    while True:
        try:
            seen: float = page.evaluate(_SEEN, word)
        except Exception as error:  # the page that was asked has just been replaced by the next
            if "context was destroyed" not in str(error) and "navigation" not in str(error):
                raise
            continue
        return seen - start


def _processor(pid: int) -> float:
    """Seconds of processor time of a process and the children it has waited for. Needs /proc; elsewhere 0."""
    total = 0.0
    for child in (pid, *_children(pid)):
        with suppress(OSError):
            rest = Path(f"/proc/{child}/stat").read_text("utf-8").rpartition(")")[2].split()
            total += sum(map(int, rest[11:15])) / os.sysconf("SC_CLK_TCK")
    return total


def _children(pid: int) -> list[int]:
    with suppress(OSError):
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()]
    return []
