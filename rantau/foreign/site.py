"""The pages of a foreign site: which file becomes which article, and where its links lead now."""

import posixpath
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from rantau.model import DEFAULT_LANGUAGE, LANGUAGES
from rantau.text.addresses import old_address
from rantau.text.slugs import slugify

_LANGUAGES = {
    "id": ("id", "in", "ind", "indo", "indonesia", "indonesian", "bahasa"),
    "ja": ("ja", "jp", "jpn", "jap", "japan", "japanese", "jepang", "nihongo"),
    "en": ("en", "eng", "english", "inggris"),
}
_CODES = {name: language for language, names in _LANGUAGES.items() for name in names}
# Other languages that a folder may be named after; this site has none of them.
_OTHERS = frozenset(
    "ar bn cs da de el es fa fi fr he hi hu it km ko kr lo ms my nl no pl pt ro ru sv th tl tr uk ur vi zh cn tw hk".split()
)
_KANA = re.compile("[\u3041-\u30ff]")
_WORD = re.compile(r"[a-z]+")
_USUAL = {
    "id": frozenset(
        "yang dan di untuk dengan dari ini pada tidak adalah ke itu atau juga oleh dalam akan bisa anda saya kami kita "
        "sebagai karena".split()
    ),
    "en": frozenset(
        "the and of to in is that for with you this are on it as be have not or from your can we our will by".split()
    ),
}
_EMPTY_NAMES = frozenset(("index", "_index", "readme", "home"))
_FOLDERS = re.compile(r"^\d{1,4}[.\-_ ]+(?=\D)")
_NO_WORDS = re.compile(r"[\W\d_]*|(?:article|artikel|post|berita|blog|news|page|test|untitled)?[\W\d_]*")
_NUMBERED = re.compile(r"(?:^|&)(?:p|page_id)=(\d{1,12})(?:&|$)")
_DATED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[-_ ]+(.+)")


def folder_language(name: str) -> str:
    """The language that a folder's name says ("lang-jp", "en-US", "id"): one of ours, another code, or ""."""
    plain = re.sub(r"^(?:lang|locale|language)[-_]", "", name.strip().lower().replace("_", "-"))
    if re.fullmatch(r"[a-z]{2}-[a-z]{2,4}", plain):
        plain = plain.split("-")[0]
    return _CODES.get(plain) or (plain if plain in _OTHERS else "")


def text_language(text: str) -> str:
    """The language that a text seems to be written in: "id", "ja" or "en"."""
    sample = text[:8000].lower()
    if len(_KANA.findall(sample)) * 20 > len(sample.strip()) > 0:
        return "ja"
    counts = {language: sum(word in usual for word in _WORD.findall(sample)) for language, usual in _USUAL.items()}
    return "en" if counts["en"] >= 4 and counts["en"] > 2 * counts["id"] else DEFAULT_LANGUAGE


def dated_name(stem: str) -> tuple[str, str]:
    """Day and rest of a name such as "2024-05-01-visa-kerja"; ("", name) without a day."""
    match = _DATED.fullmatch(stem)
    return (f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}", match[4]) if match else ("", stem)


def bare_name(path: PurePosixPath) -> str:
    """The name of a text without the number that sorts it; its folder's name for index files; "" when it says nothing."""
    stem = path.stem
    # "visa.en.md": the language is no part of the name.
    if "." in stem and folder_language(stem.rpartition(".")[2]):
        stem = stem.rpartition(".")[0]
    if stem.lower() in _EMPTY_NAMES:
        stem = path.parent.name
    stem = _FOLDERS.sub("", dated_name(stem)[1])
    return "" if _NO_WORDS.fullmatch(stem.lower()) else stem


class Site:
    """Who is where: by file, by old address, by new place. One for a whole import."""

    def __init__(self) -> None:
        self.hosts: set[str] = set()
        self.by_file: dict[str, PurePosixPath] = {}
        self.by_address: dict[str, PurePosixPath] = {}
        self.by_name: dict[str, PurePosixPath | None] = {}
        # What "?p=104" means; None where two sites of one import have the number.
        self.by_number: dict[str, PurePosixPath | None] = {}
        self.targets: set[PurePosixPath] = set()
        self.claimed: dict[str, PurePosixPath] = {}

    def place(self, language: str, year: str, name: str, fallback: str, languages: tuple[str, ...] = ()) -> PurePosixPath:
        """A free place for an article; in all `languages`, so that translations can share it."""
        slug = slugify(name)[:70].strip("-") or slugify(fallback)[:70].strip("-") or "tulisan"
        slug = f"artikel-{slug}" if re.fullmatch(r"index|con|prn|aux|nul|com\d|lpt\d|\d+", slug) else slug
        folder = PurePosixPath("artikel", year) if re.fullmatch(r"(?:19|20)\d\d", year) else PurePosixPath("artikel")
        number = 1
        while True:
            inner = folder / f"{slug if number == 1 else f'{slug}-{number}'}.md"
            if not {translated(inner, other) for other in (language, *languages)} & self.targets:
                break
            number += 1
        self.targets |= {translated(inner, other) for other in (language, *languages)}
        return translated(inner, language)

    def register(self, source: PurePosixPath, target: PurePosixPath, addresses: tuple[str, ...] = ()) -> None:
        """Says that a file of the source, and its addresses, are now at `target`."""
        self.by_file.setdefault(_plain(source.as_posix()), target)
        for address in addresses:
            self.by_address.setdefault(_plain(address), target)
        name = source.stem.lower()
        if "." in name and folder_language(name.rpartition(".")[2]):
            name = name.rpartition(".")[0]
            self.by_file.setdefault(_plain(source.with_name(f"{name}.md").as_posix()), target)
        self.by_name[name] = target if self.by_name.get(name, target) == target else None

    def number(self, number: str, target: PurePosixPath) -> None:
        """Says which text has a number of the old site."""
        self.by_number[number] = target if self.by_number.get(number, target) == target else None

    def find(self, href: str, source: PurePosixPath, language: str) -> PurePosixPath | None:
        """The article that an internal destination of a source file means, or None."""
        try:
            address = urlsplit(href)
        except ValueError:
            return None
        path = unquote(address.path)
        number = _NUMBERED.search(address.query)
        if number is not None and (meant := self.by_number.get(number[1])) is not None:
            return meant
        if href.startswith("post_url:"):
            return self.by_name.get(href.removeprefix("post_url:").rsplit("/", 1)[-1].lower())
        if not path.strip("/"):
            return None
        absolute = path.startswith("/")
        folder = source.parent.as_posix()
        near = posixpath.normpath(f"{folder}/{path}")
        # A page's address is a folder deeper than its file.
        deeper = posixpath.normpath(f"{folder}/{source.stem}/{path}")
        options = [] if absolute else [near, deeper]
        options += [path, *(f"{root}/{path}" for root in ("content", "docs", "blog", "_posts", f"content/{language}", language))]
        for option in options:
            plain = _plain(option)
            found = self.by_address.get(plain) or self.by_file.get(plain)
            if found is not None:
                return found
        name = PurePosixPath(path.rstrip("/")).stem.lower()
        return self.by_name.get(name) if path.endswith((".md", ".mdx", ".markdown")) else None

    def redirects(self, target: PurePosixPath, written: list[str]) -> list[str]:
        """The old addresses that may be led on to an article; each belongs to one article alone."""
        own = f"/{target.with_suffix('').as_posix()}/"
        found: list[str] = []
        for address in written:
            usable = old_address(address)
            if (
                not usable
                or usable.casefold() == own.casefold()
                or (usable.split("/")[1] in ("artikel", *LANGUAGES) and usable.count("/") < 3)
            ):
                continue
            key = usable.casefold()
            if self.claimed.setdefault(key, target) == target and usable not in found:
                found.append(usable)
        return found


def translated(path: PurePosixPath, language: str) -> PurePosixPath:
    """The same place in another language's tree."""
    return path if language == DEFAULT_LANGUAGE else PurePosixPath(language) / path


def _plain(address: str) -> str:
    """An address as it is compared: without slashes at its ends, endings and index files."""
    try:
        path = unquote(urlsplit(address).path) if "://" in address else unquote(address.split("#")[0].split("?")[0])
    except ValueError:
        return address
    path = re.sub(r"/+", "/", path.lower()).strip("/")
    path = re.sub(r"\.(?:html?|md|mdx|markdown)$", "", path)
    return re.sub(r"(?:^|/)_?index$", "", path)
