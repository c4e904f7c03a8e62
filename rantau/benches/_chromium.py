"""What every measurement and test in a browser needs: the browser, with its place and options, and a server on loopback."""

import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from rantau.benches._refuse import Refused

if TYPE_CHECKING:
    from playwright.sync_api import Browser, sync_playwright
else:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sync_playwright = None

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def executable() -> str | None:
    """The browser of this machine, or None for playwright's own."""
    return next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


@contextmanager
def launched() -> Iterator["Browser"]:
    """The browser, as long as the block lasts. Raises: Refused."""
    if sync_playwright is None:
        raise Refused("playwright tidak terpasang; jalankan scripts/test.py satu kali")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        yield browser
        browser.close()


class Server(ThreadingHTTPServer):
    """On loopback; a whole page's requests may wait for a machine that is busy, where five are the library's rule."""

    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of a browser that no longer wants what it asked for."""


@contextmanager
def served(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address of a server on a free port, as long as the block lasts."""
    server = Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    # A browser that no longer wants an answer ends that answer, where a command's closed pipe ends the command.
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN) if hasattr(signal, "SIGPIPE") else None
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        if before is not None:
            signal.signal(signal.SIGPIPE, before)
        server.shutdown()
        server.server_close()
        thread.join()
