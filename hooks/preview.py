"""The live preview: content and theme are watched, a change is read, and every open page that it concerns comes anew."""

import datetime
import gc
import logging
import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path, PurePosixPath

from mkdocs.config.base import ValidationError
from mkdocs.exceptions import Abort

from hooks.drawing import Drawing, Look
from hooks.engine import THEME, configuration, settings
from hooks.making import Making
from hooks.server import HOST, Board, Server
from hooks.showing import Content, Shown
from hooks.watching import Watch
from hooks.workshop import Workshop
from rantau.desk import no_content, unreadable
from rantau.model import Diagnostic, Localized, Severity
from rantau.text.commands import called
from rantau.text.excerpts import plain

PORT = 8000
# So many ports behind the usual one are tried before the system chooses.
PORTS = 10
# From so many files on it is said that they are being read.
MANY = 20

Say = Callable[[str], None]

_START = Localized("Membaca isi ...", "Reading the content ...")
_OPEN = Localized(
    "{} tulisan ({:.1f} s): {}. Buka {} (Ctrl+C untuk berhenti)", "{} files ({:.1f} s): {}. Open {} (Ctrl+C ends it)"
)
_TAKEN = Localized("nomor port {} sedang dipakai; pratinjau ini ada di nomor {}", "port {} is taken; this preview is at {}")
_CHANGED = Localized("{} {} ({:.1f} s): {}", "{} {} ({:.1f} s): {}")
_READING = Localized("membaca {} berkas ...", "reading {} files ...")
_MORE = Localized("{} dan {} berkas lain", "{} and {} other files")
_COUNTS = Localized("{} kesalahan, {} peringatan", "{} errors, {} warnings")
_SEVERITY = {Severity.ERROR: Localized("kesalahan", "error"), Severity.WARNING: Localized("peringatan", "warning")}
_NO_SEARCH = Localized("daftar pencarian tidak dapat disusun: {}", "the search index cannot be made: {}")
_END = Localized("pratinjau berhenti", "the preview has ended")


def serve(content: Path, port: int | None, language: str, say: Say) -> tuple[int, tuple[str, ...]]:
    """Serves a preview on loopback until it is interrupted; returns the exit code and what is left to say.

    `port` None takes the usual one, or another when that is taken. `language` "id" or "en" is that of the panel and of
    what is said.
    """
    if problem := no_content(content):
        return 2, (problem,)
    content = content.resolve()
    _be_quiet()
    with _interruptible():
        try:
            # The process comes before the port and before any thread, so that it holds neither.
            with closing(Workshop()) as workshop, _listening(port) as server:
                if port is None and server.server_port != PORT:
                    say(_TAKEN.speak(language).format(PORT, server.server_port))
                return _run(Preview(content, language, say, workshop), server)
        except (OSError, OverflowError) as error:
            return 2, (_unusable(port, error),)
        except (Abort, ValidationError) as error:
            return 2, (f"mkdocs.yml: {error}",)
        except KeyboardInterrupt:
            return 0, (_END.speak(language),)


class Preview:
    """What is watched, how it is read, and who is told."""

    def __init__(self, content: Path, language: str, say: Say, workshop: Workshop) -> None:
        self._folder, self._language, self._say, self._workshop = content, language, say, workshop
        self.config = configuration(content, Path(tempfile.gettempdir()) / "rantau-preview", "")
        self.watch = Watch((content, THEME))
        self._content = Content(content, settings(self.config))
        self.making = Making(content)
        self.making.search.told = lambda reason: say(_NO_SEARCH.speak(language).format(reason))
        self._look = Look.read(self.config, 1)

    def first(self) -> Board:
        """The board with the content as it is now."""
        return Board(self._drawing(self._content.first()), self.making)

    def step(self, board: Board) -> None:
        """Waits for a change for a while; what has changed is shown and told in a line."""
        changed = self.watch.wait()
        start = time.monotonic()
        theme = [p for p in changed if p.is_relative_to(THEME)]
        files = {PurePosixPath(p.relative_to(self._folder).as_posix()) for p in changed if p.is_relative_to(self._folder)}
        files |= self._content.due()
        if not theme and not files:
            return
        if len(files) > MANY:
            board.work()
            self._say(_READING.speak(self._language).format(len(files)))
        old = board.drawing.shown
        new = self._content.next(old, files, self._workshop.each) if files else old
        problem = self._read_look() if theme else ""
        if new is not old or theme:
            self.making.search.renew(new)
            board.show(self._drawing(new))
            names = sorted([p.as_posix() for p in files] + [f"theme/{p.relative_to(THEME).as_posix()}" for p in theme])
            self._tell(names, new, files, time.monotonic() - start, problem)
        else:
            board.show(board.drawing)

    def _read_look(self) -> str:
        """Reads the theme again; why that failed, or ""."""
        try:
            self._look = Look.read(self.config, self._look.number + 1)
        except (OSError, ValueError) as error:
            return str(error)
        return ""

    def _drawing(self, shown: Shown) -> Drawing:
        return Drawing(shown, self._look, self._language, lambda: self.making.search.failure)

    def _tell(self, names: list[str], shown: Shown, files: Collection[PurePosixPath], seconds: float, problem: str) -> None:
        name = names[0] if len(names) == 1 else _MORE.speak(self._language).format(names[0], len(names) - 1)
        clock = datetime.datetime.now().strftime("%H:%M:%S")
        result = problem or shown.problem.speak(self._language) or self.counted(shown)
        line = _CHANGED.speak(self._language).format(clock, name, seconds, result)
        found = (d for path in sorted(files) for d in shown.findings.get(path, ()) if d.severity is Severity.ERROR)
        worst = next(found, None)
        self._say(plain(line + (f"; {self._short(worst)}" if worst is not None and not problem else "")))

    def counted(self, shown: Shown) -> str:
        """How many findings there are."""
        return _COUNTS.speak(self._language).format(shown.count(Severity.ERROR), shown.count(Severity.WARNING))

    def _short(self, found: Diagnostic) -> str:
        place = f"{found.path}:{found.span.line}:{found.span.column}"
        return f"{place}: {_SEVERITY[found.severity].speak(self._language)}[{found.rule}]: {found.message.speak(self._language)}"

    def opened(self, shown: Shown, seconds: float, address: str) -> str:
        """The line that says where to look."""
        number = len(shown.scene.library.documents)
        return _OPEN.speak(self._language).format(number, seconds, self.counted(shown), address)

    def started(self) -> str:
        """The line before the first reading."""
        return _START.speak(self._language)


def _run(preview: Preview, server: Server) -> tuple[int, tuple[str, ...]]:
    preview._say(preview.started())
    start = time.monotonic()
    try:
        board = server.board = preview.first()
    except OSError as error:
        preview.making.close()
        return 2, (unreadable(error),)
    # What was read stays for good; looking through it again and again would cost more than reading a change.
    gc.collect()
    gc.freeze()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.2}, name="server", daemon=True)
    shown = board.drawing.shown
    try:
        thread.start()
        preview.watch.start()
        address = f"http://{HOST}:{server.server_port}{shown.scene.settings.base}"
        preview._say(preview.opened(shown, time.monotonic() - start, address))
        while True:
            preview.step(board)
    finally:
        board.close()
        preview.watch.close()
        server.shutdown()
        preview.making.close()


@contextmanager
def _listening(port: int | None) -> Iterator[Server]:
    """The server on the port, or without one on the usual or another. Raises: OSError, OverflowError."""
    wanted = (port,) if port is not None else (*range(PORT, PORT + PORTS), 0)
    for number in wanted:
        try:
            server = Server(number)
            break
        except OSError:
            if number == wanted[-1]:
                raise
    try:
        yield server
    finally:
        server.server_close()


def _unusable(port: int | None, error: Exception) -> str:
    if port is None:
        return f"pratinjau tidak dapat dimulai: {error}"
    other = 8001 if port == 8000 else 8000
    advice = f"tutup pratinjau lain yang masih terbuka, atau jalankan {called('serve', '--port', str(other))}"
    return f"nomor port {port} tidak dapat dipakai; {advice}"


def _be_quiet() -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    gc.set_threshold(50_000, 20, 50)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C and a request to end mean the same; a browser that goes while it is answered ends nothing."""

    ends = (signal.SIGINT, signal.SIGTERM)
    own = os.getpid()

    def stop(*_: object) -> None:
        # A worker that has only just been forked knows nothing yet that it would have to put away.
        if os.getpid() != own:
            os._exit(0)
        # Who is impatient must not cut the tidying short.
        for number in ends:
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in ends}
    if hasattr(signal, "SIGPIPE"):
        before[signal.SIGPIPE] = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        for number, handler in before.items():
            with suppress(TypeError, ValueError):
                signal.signal(number, handler)
