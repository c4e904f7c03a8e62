"""What the preview serves beside pages, made when it is asked for: images, old addresses, feeds, and the search."""

import gc
import hashlib
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from hooks.showing import Shown
from rantau import outputs, pipeline
from rantau.model import Asset
from rantau.policy import FORM
from rantau.text.addresses import DATA, FEED, TWIN
from rantau.text.pictures import files

# What stands beside a page: of many pages these are many files, so they are made of the one page that is asked for.
BESIDE = ("atom-terms", "markdown", "term-data")
# The editors' form has a policy of its own, and stylesheet and scripts come with the theme; the others take time and are made
# one file or one change at a time.
APART = ("admin", "cards", "codes", "images", "scripts", "search", "search-engine", "styles", *BESIDE)
# Of encoded images; what is asked for again is made again.
IMAGE_BYTES = 64 * 1024 * 1024
# Seconds: how long a reader waits for the search, and how long content must be at rest before it is indexed again.
SEARCH_PATIENCE = 120.0
SEARCH_REST = 1.0

Made = Mapping[PurePosixPath, bytes]


class Making:
    """Keeps what was made; closed, it makes nothing more."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._lock = threading.Lock()
        self._images: OrderedDict[str, Made] = OrderedDict()
        self._pictures: tuple[int, Mapping[PurePosixPath, Asset]] = (0, {})
        self._small: tuple[int, Made] = (0, {})
        self._engine: Made = {}
        self._desk: tuple[int, Made] = (0, {})
        self._quick = [name for name in pipeline.discover(outputs) if name not in APART]
        self._folder = tempfile.TemporaryDirectory(prefix="rantau-", ignore_cleanup_errors=True)
        self.search = Search(content, Path(self._folder.name))

    def close(self) -> None:
        """Ends the search and removes what it kept."""
        self.search.close()
        self._folder.cleanup()

    def file(self, shown: Shown, path: PurePosixPath) -> bytes | None:
        """The file at a path of the site; None for one that no output writes.

        Raises: OSError, when an image's file cannot be read; TimeoutError, RuntimeError, when the search cannot be made.
        """
        if path.parts[:1] == ("search",):
            return self.search.file(shown, path)
        with self._lock:
            if path.is_relative_to(FORM):
                return self._form(shown, path)
            return self._image(shown, path) or self._beside(shown, path) or self._other(shown, path)

    def _image(self, shown: Shown, path: PurePosixPath) -> bytes | None:
        if self._pictures[0] != shown.number:
            found = [a for a in shown.scene.library.assets.values() if a.format]
            self._pictures = shown.number, {path: a for a in found for path, _, _ in files(a)}
        asset = self._pictures[1].get(path)
        if asset is None:
            return None
        key = hashlib.sha256(str(asset.path).encode() + b"\0" + (self._content / asset.path).read_bytes()).hexdigest()
        if key not in self._images:
            alone = replace(shown.scene, library=replace(shown.scene.library, assets={asset.path: asset}))
            made = dict(pipeline.publish(alone, (), self._content, only=("images",)))
            if not made:
                return None
            self._images[key] = made
            while len(self._images) > 1 and sum(len(d) for m in self._images.values() for d in m.values()) > IMAGE_BYTES:
                self._images.popitem(last=False)
        self._images.move_to_end(key)
        return self._images[key].get(path)

    def _form(self, shown: Shown, path: PurePosixPath) -> bytes | None:
        if self._desk[0] != shown.number:
            self._desk = shown.number, dict(pipeline.publish(shown.scene, (), self._content, only=("admin",)))
        return self._desk[1].get(path)

    def _beside(self, shown: Shown, path: PurePosixPath) -> bytes | None:
        page = shown.pages.get(f"/{path.parent.as_posix()}/") if path.name in (DATA, FEED, TWIN) else None
        return dict(pipeline.publish(shown.scene, (page,), self._content, only=BESIDE)).get(path) if page is not None else None

    def _other(self, shown: Shown, path: PurePosixPath) -> bytes | None:
        if not self._engine:
            self._engine = dict(pipeline.publish(shown.scene, (), self._content, only=("search-engine",)))
        if path in self._engine:
            return self._engine[path]
        if self._small[0] != shown.number:
            self._small = shown.number, dict(pipeline.publish(shown.scene, shown.pages.values(), self._content, only=self._quick))
        return self._small[1].get(path)


class Search:
    """The index of the search, made in the background from the first time that somebody searches."""

    def __init__(self, content: Path, folder: Path) -> None:
        self._content, self._folder = content, folder
        self._state = threading.Condition()
        self._wanted: Shown | None = None
        self._thread: threading.Thread | None = None
        self._closed = False
        self._made: tuple[int, Made] = (0, {})
        self._older: Made = {}
        self.failure = ""
        self.told: Callable[[str], None] = lambda _: None

    def close(self) -> None:
        """Ends the work that is under way."""
        with self._state:
            self._closed = True
            self._state.notify_all()
        if self._thread is not None:
            self._thread.join(5)

    def renew(self, shown: Shown) -> None:
        """Says that the content has changed; nothing is done before somebody has searched."""
        with self._state:
            if self._thread is not None:
                self._wanted = shown
                self._state.notify_all()

    def file(self, shown: Shown, path: PurePosixPath) -> bytes | None:
        """A file of the index. Raises: TimeoutError, RuntimeError, when it is not ready or cannot be made."""
        with self._state:
            if self._thread is None:
                self._wanted = shown
                self._thread = threading.Thread(target=self._work, name="search", daemon=True)
                self._thread.start()
            # Only the manifest must be of today: it names all other files by their digests.
            fresh = path.name == "manifest.json" or not self._made[0]
            ready = self._state.wait_for(
                lambda: self._closed or self.failure or self._made[0] >= (shown.number if fresh else 1), SEARCH_PATIENCE
            )
            if self.failure:
                raise RuntimeError(self.failure)
            if not ready or self._closed:
                raise TimeoutError
            found = self._made[1].get(path)
            return found if found is not None else self._older.get(path)

    def _work(self) -> None:
        while True:
            with self._state:
                self._state.wait_for(lambda: self._closed or self._wanted is not None)
                while self._made[0] and not self._closed:
                    shown = self._wanted
                    self._state.wait_for(lambda shown=shown: self._closed or self._wanted is not shown, SEARCH_REST)  # type: ignore[misc]
                    if self._wanted is shown:
                        break
                if self._closed:
                    return
                wanted, self._wanted = self._wanted, None
            assert wanted is not None
            made: dict[PurePosixPath, bytes] = {}
            failure = ""
            try:
                for path, data in pipeline.publish(
                    wanted.scene, wanted.pages.values(), self._content, self._folder, only=("search",)
                ):
                    made[path] = data
                    if self._closed:
                        return
            except Exception as error:  # pages are worth showing without a search
                failure = f"{type(error).__name__}: {error}"[:300]
            with self._state:
                self.failure = failure
                if not failure:
                    self._older, self._made = self._made[1], (wanted.number, made)
                self._state.notify_all()
            if failure:
                self.told(failure)
            gc.collect()
