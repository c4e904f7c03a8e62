"""The portal's own lists of words and of countries, as a build reads them."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from rantau import registry
from rantau.model import Registry

DATA = Path(__file__).resolve().parent.parent.parent / "content" / "_data"


def registries() -> Mapping[str, Registry]:
    """Every registry; those that say nothing about words are empty."""
    paths = sorted(p for p in DATA.glob("*.yml") if p.stem in (*registry.WORDS, "countries"))
    files = {p.stem: registry.read(PurePosixPath("_data", p.name), p.read_bytes())[0] for p in paths}
    return registry.assemble(files, ())
