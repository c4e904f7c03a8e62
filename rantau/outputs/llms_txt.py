"""llms.txt: what the site is, for programs that read it on somebody's behalf, and which pages answer most questions."""

from collections.abc import Iterable, Iterator
from heapq import nlargest
from pathlib import PurePosixPath
from urllib.parse import quote

from rantau.model import DEFAULT_LANGUAGE, Document, Edition, Kind, Published
from rantau.outputs._markdown import escaped, link
from rantau.text.addresses import CHANGES, DATA, FEED, TWIN, changes_address, figures_address, glossary_address
from rantau.text.figures import collect

NEWEST = 20
_LANGUAGES = {"id": "bahasa Indonesia", "ja": "bahasa Jepang", "en": "bahasa Inggris"}


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """llms.txt, in Indonesian as the site is. Source: https://llmstxt.org"""
    blocks = [f"# {escaped(edition.name)}", *_opening(edition)]
    for title, lines in _sections(edition):
        if lines:
            blocks += [f"## {title}", "\n".join(f"- {line}" for line in lines)]
    yield PurePosixPath("llms.txt"), ("\n\n".join(blocks) + "\n").encode()


def _opening(edition: Edition) -> Iterator[str]:
    home = next((p for p in edition.pages if p.address == "/"), None)
    fields = home.document.fields if home is not None and home.document is not None else None
    if fields is not None and fields.description:
        yield f"> {escaped(fields.description)}"
    spoken = [_LANGUAGES[language] for language in _LANGUAGES if any(p.language == language for p in edition.pages)]
    first, others = spoken[0], " dan ".join(spoken[1:])
    yield f"Ditulis dalam {first}." + (f" Sebagian juga dalam {others}; yang berlaku adalah naskah {first}." if others else "")
    yield (
        "Setiap artikel menyebut sumbernya, dan sampai tanggal berapa isinya sesuai sumber. Yang belum diperiksa bertanda "
        "“belum diverifikasi”; yang kedaluwarsa diberi tanda. Ini informasi umum, bukan keputusan pemerintah: sebut tanggal dan "
        "sumbernya bila mengutip, dan arahkan pembaca ke sumber resmi."
    )


def _sections(edition: Edition) -> Iterator[tuple[str, list[str]]]:
    published = [d for d in edition.library.published() if d.language == DEFAULT_LANGUAGE]
    yield "Halaman penting", [_said(edition, d) for d in published if d.kind is Kind.PAGE]
    terms = [p for p in edition.pages if p.term is not None and p.language == DEFAULT_LANGUAGE]
    yield "Tahap", [_term(edition, p) for p in _in_order(edition, terms)]
    yield "Program", [_said(edition, d) for d in published if d.kind is Kind.SHEET]
    kinds = {p.taxonomy.segment: p.taxonomy for p in terms if p.taxonomy is not None}
    counts = {name: sum(p.taxonomy is kind for p in terms) for name, kind in kinds.items()}
    sorts = sorted(kinds.values(), key=lambda kind: (kind.rank, kind.segment))
    lists = [(_link(edition, kind.title.id, f"/{kind.segment}/"), counts[kind.segment]) for kind in sorts]
    yield "Daftar tulisan menurut", [f"{words}: {count} halaman" for words, count in lists]
    articles = (d for d in published if d.kind is Kind.ARTICLE and d.fields is not None and d.fields.status != "archived")
    newest = nlargest(NEWEST, articles, key=lambda d: (_day(d), d.path.as_posix()))
    yield "Artikel terbaru (Markdown)", [_said(edition, d, TWIN) for d in newest]
    yield "Bentuk lain", list(_forms(edition, bool(terms), bool(newest)))


def _forms(edition: Edition, terms: bool, articles: bool) -> Iterator[str]:
    if articles:
        yield f"Setiap artikel juga ada sebagai Markdown: alamatnya ditambah `{TWIN}`"
    if terms:
        yield f"Daftar tulisan setiap negara, topik, program, dan lainnya juga ada sebagai JSON: alamatnya ditambah `{DATA}`"
    if DEFAULT_LANGUAGE in collect(edition.library):
        page = figures_address(DEFAULT_LANGUAGE)
        yield f"{_link(edition, 'Angka kunci', page)}: semua angka dengan sumbernya, juga `{page}data.csv` dan `{page}data.json`"
    if DEFAULT_LANGUAGE in edition.changes:
        yield f"{_link(edition, 'Yang berubah', changes_address(DEFAULT_LANGUAGE))}: semua perubahan menurut tanggal"
    if edition.library.glossary:
        yield f"{_link(edition, 'Glosarium', glossary_address(DEFAULT_LANGUAGE))}: singkatan dan istilah, arti dan sumbernya"
    if edition.url:
        fed = f", juga `{CHANGES}/{FEED}`" if DEFAULT_LANGUAGE in edition.changes else ""
        yield f"{_link(edition, 'Umpan Atom', f'/{FEED}')}{fed}"
        yield _link(edition, "Peta situs", "/sitemap.xml")


def _in_order(edition: Edition, pages: Iterable[Published]) -> list[Published]:
    """The stages' pages in the order of the way."""
    order = list(edition.library.registries["stages"].terms)
    stages = [p for p in pages if p.term is not None and p.term.registry == "stages"]
    return sorted(stages, key=lambda p: order.index(p.term.key) if p.term is not None else 0)


def _term(edition: Edition, page: Published) -> str:
    fields = page.document.fields if page.document is not None else None
    more = f": {escaped(fields.description)}" if fields is not None and fields.description else ""
    return _link(edition, page.title, page.address) + more


def _said(edition: Edition, document: Document, name: str = "") -> str:
    fields = document.fields
    more = f": {escaped(fields.description)}" if fields is not None and fields.description else ""
    return _link(edition, (fields.title if fields is not None else "") or "", f"{document.address}{name}") + more


def _day(document: Document) -> str:
    return document.fields.date.isoformat() if document.fields is not None and document.fields.date is not None else ""


def _link(edition: Edition, words: str, address: str) -> str:
    return link(escaped(words), edition.url.rstrip("/") + quote(address))
