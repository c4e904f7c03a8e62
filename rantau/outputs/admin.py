"""The editors' form: Sveltia CMS below admin/, published where its package is installed (`npm ci`) and else not at all."""

import html
import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau.forms import cms
from rantau.model import Edition
from rantau.outputs import _form
from rantau.policy import FORM, form_meta

LICENCE_FILE = "licenses.txt"


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """admin/: the page, its configuration, and the packages' files, the program mended (`_form.MENDED`)."""
    form = _form.form(edition.backend)
    if form is None:
        return
    folder = PurePosixPath(FORM)
    page = (_form.PAGE / "index.html").read_text("utf-8")
    said = {"{policy}": form_meta(form.hosts), "{name}": edition.name}
    for mark, words in said.items():
        page = page.replace(mark, html.escape(words))
    yield folder / "index.html", page.encode()
    # JSON is YAML as well, and form.js reads it as what it is.
    config = cms.config(edition.library, edition.name, form.backend)
    yield folder / "config.yml", json.dumps(config, ensure_ascii=False, indent=1).encode()
    for name in ("before.js", "form.js", "form.css", "id.json"):
        yield folder / name, (_form.PAGE / name).read_bytes()
    for name, path in _form.FILES.items():
        data = (_form.PACKAGES / path).read_bytes()
        yield folder / name, _mended(data) if name == "sveltia-cms.js" else data
    for name, pattern in _form.FONTS.items():
        yield folder / "fonts" / f"{name}.woff2", next(_form.FONT_FOLDER.glob(pattern)).read_bytes()
    licences = [f"{path}\n\n{(_form.PACKAGES / path).read_text('utf-8')}" for path in _form.LICENCES]
    yield folder / LICENCE_FILE, "\n\n".join(licences).encode()


def _mended(program: bytes) -> bytes:
    for pattern, better in _form.MENDED:
        program = pattern.sub(better, program)
    return program
