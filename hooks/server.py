"""The preview's server, on loopback alone: pages, files, and the news that a page has changed."""

import hashlib
import mimetypes
import os
import posixpath
import socket
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from hooks.drawing import OWN, Drawing
from hooks.making import Making
from rantau import policy
from rantau.outputs._form import hosts
from rantau.text.commands import called

HOST = "127.0.0.1"
NEWS = f"/{OWN}kabar"
# Seconds between two signs of life to a page that waits; a tab that was closed is noticed then.
HEARTBEAT = 10.0
_TEXT = "text/plain; charset=utf-8"
_NO_FORM = (
    "Formulir belum dipasang. Pasang Node.js, jalankan npm ci di folder proyek, lalu jalankan lagi " + called("serve") + ".\n"
).encode()


class Board:
    """What is served now, and who waits for what comes next."""

    def __init__(self, drawing: Drawing, making: Making) -> None:
        self.making = making
        self._drawing = drawing
        self._state = threading.Condition()
        self._busy = False
        self.closed = False

    @property
    def drawing(self) -> Drawing:
        """What is served now."""
        return self._drawing

    def show(self, drawing: Drawing) -> None:
        """Serves something else from now on, and tells those who wait."""
        with self._state:
            self._drawing, self._busy = drawing, False
            self._state.notify_all()

    def work(self) -> None:
        """Tells those who wait that something is on its way."""
        with self._state:
            self._busy = True
            self._state.notify_all()

    def close(self) -> None:
        """Sends everybody who waits away."""
        with self._state:
            self.closed = True
            self._state.notify_all()

    def wait(self, seen: Drawing, busy: bool) -> tuple[Drawing, bool]:
        """What is served when that is no longer what was seen, or after a while."""
        with self._state:
            self._state.wait_for(lambda: self.closed or self._drawing is not seen or self._busy != busy, HEARTBEAT)
            return self._drawing, self._busy


class Server(ThreadingHTTPServer):
    """Listens on loopback. Port 0 takes a free one. Raises: OSError, OverflowError, when the port cannot be had."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int) -> None:
        self.board: Board | None = None
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        """Binds without asking the network for this machine's name."""
        # Elsewhere it lets a server begin again at once; on Windows it would let two share a port.
        if os.name != "nt":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    def get_request(self) -> tuple[socket.socket, Any]:
        """A request's connection, whose small answers are not held back."""
        connection, address = super().get_request()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection, address

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of a browser that no longer wants what it asked for."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Rantau", ""
    timeout = 60
    server: Server

    def do_GET(self) -> None:
        """Answers."""
        board = self.server.board
        if board is None or not self._invited():
            self._send(421, b"Pratinjau ini hanya menjawab 127.0.0.1 dan localhost.\n", _TEXT)
            return
        given = urlsplit(self.path)
        base = board.drawing.shown.scene.settings.base
        try:
            path = unquote(given.path, errors="strict")
        except UnicodeDecodeError:
            path = ""
        if path == "/" != base:
            self._lead(base)
        elif not path.startswith(base) or not _plain(path):
            self._page(board.drawing, "/404.html")
        elif path == base.rstrip("/") + NEWS:
            self._news(board, parse_qs(given.query))
        else:
            self._answer(board, "/" + path[len(base) :], base)

    do_HEAD = do_GET

    def _invited(self) -> bool:
        """Whether the request names this machine: a page of the web whose name was made to mean it does not."""
        port = self.server.server_port
        return self.headers.get("Host", "") in {f"{name}:{port}" for name in (HOST, "localhost")} | (
            {HOST} if port == 80 else set()
        )

    def _answer(self, board: Board, address: str, base: str) -> None:
        drawing = board.drawing
        address = _folder(address)
        if address.endswith("/") and (drawing.known(address) or address.startswith(f"/{OWN}")):
            self._page(drawing, address)
            return
        if drawing.known(address + "/") or f"{address}/" == f"/{OWN}":
            self._lead(f"{base}{quote(address[1:])}/")
            return
        path = PurePosixPath(address[1:] + "index.html" if address.endswith("/") else address[1:])
        try:
            data = self._file(board, path)
        except TimeoutError:
            self._send(503, b"Daftar pencarian masih disusun; coba lagi sebentar lagi.\n", _TEXT)
        except (RuntimeError, OSError, ValueError) as error:
            self._send(503, f"Tidak dapat dibuat: {type(error).__name__}: {error}\n".encode("utf-8", "replace"), _TEXT)
        else:
            form = path.is_relative_to(policy.FORM)
            if data is None and form:
                self._send(404, _NO_FORM, _TEXT)
            elif data is None and address in drawing.shown.moved:
                self._lead(f"{base}{quote(drawing.shown.moved[address][1:])}")
            elif data is None:
                self._page(drawing, address)
            else:
                self._send(200, data, _kind(path), kept=True, form=form)

    def _file(self, board: Board, path: PurePosixPath) -> bytes | None:
        look = board.drawing.look
        if path.as_posix() in look.made:
            return look.made[path.as_posix()]
        asset = look.assets.get(path.as_posix())
        if asset is not None:
            return asset.read_bytes()
        return board.making.file(board.drawing.shown, path)

    def _page(self, drawing: Drawing, address: str) -> None:
        drawn = drawing.page(address)
        self._send(drawn.status, drawn.html, "text/html; charset=utf-8")

    def _lead(self, address: str) -> None:
        self._send(302, b"", _TEXT, {"Location": address})

    def _send(
        self,
        status: int,
        data: bytes,
        kind: str,
        more: dict[str, str] | None = None,
        *,
        kept: bool = False,
        form: bool = False,
    ) -> None:
        tag = f'"{hashlib.sha256(data).hexdigest()[:24]}"' if kept else ""
        if tag and self.headers.get("If-None-Match") == tag:
            status, data = 304, b""
        self.send_response(status)
        self._headers(kind.startswith("image/svg"), form)
        for name, value in (more or {}).items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-cache" if tag else "no-store")
        if tag:
            self.send_header("ETag", tag)
        if status != 304:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _headers(self, drawing: bool = False, form: bool = False) -> None:
        """What the site's own files are served with; a preview is not to be kept, and is nobody else's."""
        board = self.server.board
        rules = policy.rules(f"http://{HOST}/", hosts(board.drawing.shown.scene.settings.backend) if form and board else None)
        said = dict(rules[0].headers)
        if form:
            said |= {name: value for rule in rules if rule.start == policy.FORM for name, value in rule.headers.items()}
        if drawing:
            said |= next(rule.headers for rule in rules if rule.end == ".svg")
        said |= {"Cross-Origin-Resource-Policy": "same-origin"}
        for name, value in said.items():
            if name != policy.CACHE:
                self.send_header(
                    name, value.replace(policy.INLINE_STYLE, board.drawing.look.style) if board is not None else value
                )

    # --- news

    def _news(self, board: Board, query: dict[str, list[str]]) -> None:
        """Tells a page that waits when it would look different, until it goes."""
        self.close_connection = True
        self.send_response(200)
        self._headers()
        for name, value in (("Content-Type", "text/event-stream"), ("Cache-Control", "no-store"), ("Connection", "close")):
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        address, digest = query.get("halaman", [""])[0], query.get("sidik", [""])[0]
        base = board.drawing.shown.scene.settings.base
        path = unquote(address)
        inner = _folder("/" + path[len(base) :]) if path.startswith(base) and _plain(path) else "/404.html"
        drawing, busy = board.drawing, False
        self._tell(": halo\n\n")
        # A page may have changed on its way here.
        changed = drawing.page(inner).digest != digest
        while not changed and not board.closed:
            last, was = drawing, busy
            drawing, busy = board.wait(last, was)
            changed = drawing is not last and drawing.page(inner).digest != digest
            if busy != was:
                self._tell(f"event: {'sibuk' if busy else 'tenang'}\ndata: \n\n")
            elif not changed:
                self._tell(": masih di sini\n\n")
        if changed:
            self._tell("event: baru\ndata: \n\n")

    def _tell(self, text: str) -> None:
        self.wfile.write(text.encode())
        self.wfile.flush()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A request that cannot be answered, in a line."""
        with suppress(OSError):
            self.close_connection = True
            self.send_response(code, message)
            self.send_header("Content-Type", _TEXT)
            self.send_header("Content-Length", "0")
            self.send_header("Connection", "close")
            self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal tells of changes."""


def _plain(path: str) -> bool:
    """Whether a path means one place only: no dots that lead upwards, no other system's separators."""
    return "\\" not in path and "\0" not in path and "//" not in path and posixpath.normpath(path) == (path.rstrip("/") or "/")


def _folder(address: str) -> str:
    return address.removesuffix("index.html") if address.endswith("/index.html") else address


def _kind(path: PurePosixPath) -> str:
    known = {
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
        ".webp": "image/webp",
        ".xml": "application/xml",
        ".json": "application/json",
        ".md": "text/markdown",
    }
    kind = known.get(path.suffix) or mimetypes.types_map.get(path.suffix, "application/octet-stream")
    return f"{kind}; charset=utf-8" if kind.startswith(("text/", "application/xml")) else kind
