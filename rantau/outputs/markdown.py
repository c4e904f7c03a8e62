"""Each article a second time, as Markdown, for programs that read: what the page says, without what stands around it."""

import datetime
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from rantau.model import Document, Edition, Fields, Kind, Localized, Source
from rantau.outputs._markdown import escaped, link, markdown
from rantau.text.addresses import TWIN, file_of
from rantau.text.dates import words
from rantau.text.pictures import published_path

_PUBLISHED = Localized("Terbit: {}", "Published: {}", "公開: {}")
_UNDATED = Localized("Tanpa tanggal", "Undated", "日付なし")
_UPDATED = Localized("Diperbarui: {}", "Updated: {}", "更新: {}")
_VERIFIED = Localized("Sesuai sumber per {}", "As of sources on {}", "{}時点の情報源による")
_UNVERIFIED = Localized("Belum diverifikasi", "Not yet verified", "未確認")
_REVIEW = Localized("Diperiksa lagi paling lambat {}", "To be checked again by {}", "再確認の期限: {}")
_REVIEW_DUE = Localized(
    "Sudah waktunya diperiksa lagi sejak {}", "Due for a new check since {}", "再確認の期限を過ぎています: {}"
)
_VALID = Localized("Berlaku sampai {}", "Valid until {}", "有効期限: {}")
_EXPIRED = Localized("Sudah kedaluwarsa sejak {}", "Expired since {}", "期限切れ: {}")
_ARCHIVED = Localized("Arsip: tidak diperbarui lagi", "Archived: no longer updated", "保存ページ: 更新を終了しました")
_MACHINE = Localized("Diterjemahkan oleh mesin", "Translated by a machine", "機械翻訳")
_QUOTED = Localized(
    "Memuat kutipan dari pihak lain; lihat sumber", "Quotes others; see the sources", "引用を含みます。出典をご覧ください"
)
_PAGE = Localized("Halaman: {}", "Page: {}", "ページ: {}")
_SOURCES = Localized("Sumber", "Sources", "出典")


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """artikel/2026/x/index.md beside the page; links and images hold whole addresses, or begin at the site's root."""
    for page in edition.pages:
        document = page.document
        if document is not None and document.kind is Kind.ARTICLE and document.fields is not None:
            yield file_of(page.address).with_name(TWIN), _twin(edition, document, document.fields).encode()


def _twin(edition: Edition, document: Document, fields: Fields) -> str:
    language, base = document.language, edition.url.rstrip("/")
    page = base + quote(document.address)
    facts = [*_facts(fields, edition.library.date, language), _PAGE.speak(language).format(link(escaped(page), page))]
    parts = [f"# {escaped(fields.title or '')}", escaped(fields.description or ""), "\n".join(f"- {fact}" for fact in facts)]
    if document.body is not None:
        parts.append(markdown(document.body.html, lambda written: _resolved(edition, document, written)))
    sources = [source for source in (*fields.sources, *document.cited) if source.title or source.publisher or source.url]
    if sources:
        listed = [f"{number}. {_cited(source, language)}" for number, source in enumerate(sources, start=1)]
        parts += [f"## {_SOURCES.speak(language)}", "\n".join(listed)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(fields: Fields, today: datetime.date, language: str) -> Iterator[str]:
    """What the page says of its age and of how far it can be trusted."""

    def said(shape: Localized, day: datetime.date) -> str:
        return shape.speak(language).format(words(day, language))

    yield said(_PUBLISHED, fields.date) if fields.date is not None else _UNDATED.speak(language)
    if fields.updated is not None:
        yield said(_UPDATED, fields.updated)
    yield said(_VERIFIED, fields.verified_on) if fields.verified_on is not None else _UNVERIFIED.speak(language)
    if fields.review_by is not None:
        yield said(_REVIEW_DUE if fields.review_by <= today else _REVIEW, fields.review_by)
    if fields.expires is not None:
        yield said(_EXPIRED if fields.expires < today else _VALID, fields.expires)
    marks = (
        (fields.status == "archived", _ARCHIVED),
        (fields.translation == "machine", _MACHINE),
        (fields.rights == "quoted", _QUOTED),
    )
    yield from (mark.speak(language) for holds, mark in marks if holds)


def _cited(source: Source, language: str) -> str:
    title = escaped(source.title or source.publisher or source.url)
    more = [escaped(source.publisher)] if source.publisher and source.title else []
    more += [words(source.date, language)] if source.date is not None else []
    return ", ".join([link(title, source.url) if source.url else title, *more])


def _resolved(edition: Edition, document: Document, written: str) -> str:
    """Where a link of the body's HTML leads; "rantau:N" is the Nth link as the editor wrote it."""
    start, _, number = written.partition(":")
    if start != "rantau" or document.body is None or not number.isdigit():
        return written
    route = edition.library.routes.get((document.path, document.body.links[int(number)].destination))
    if route is None or not route.address:
        return ""
    asset = edition.library.assets.get(PurePosixPath(route.address.lstrip("/")))
    address = f"/{published_path(asset).as_posix()}" if asset is not None and asset.format else route.address
    return edition.url.rstrip("/") + quote(address) + (f"#{quote(route.anchor)}" if route.anchor else "")
