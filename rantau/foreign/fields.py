"""The values above a foreign text become our fields; what means none of them is handed back whole."""

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from rantau.foreign import days, texts
from rantau.foreign.article import Article
from rantau.model import Localized, Registry
from rantau.text import dates
from rantau.text.links import scheme_of
from rantau.text.names import lookup

_TITLE = "title judul headline heading".split()
_DESCRIPTION = (
    "description deskripsi excerpt summary ringkasan desc abstract intro lead teaser metadescription subtitle tagline".split()
)
_DATE = (
    "date tanggal publishedat publishdate published pubdate datepublished createdat created postdate createdon publishedon "
    "datetime posted dateposted publishedtime dategmt".split()
)
_UPDATED = (
    "updated updatedat lastmod lastmodified lastmodifiedat modified datemodified lastupdated updatedon modifiedat diperbarui "
    "lastupdate".split()
)
_TAGS = "tags tag topics topic topik labels label categories category kategori keywords taxonomies".split()
_AUTHORS = "author authors penulis writer byline writtenby by creator postedby".split()
_IMAGES = (
    "image images cover coverimage thumbnail thumb banner hero heroimage featuredimage featureimage ogimage picture photo gambar "
    "foto headerimage socialimage imgurl imageurl poster img imgcontentberita img2 header socialmediaimage".split()
)
_ALTS = "alt imagealt alttext imgalt coveralt featuredimagealt thumbnailalt imagealttext coverimagealt heroalt alt2".split()
_ADDRESSES = "slug url permalink aliases alias redirects redirectfrom oldurl path".split()
_SOURCES = "source sources sumber sourceurl canonical canonicalurl externalurl originalurl".split()
_STATES = "draft status hidden unlisted".split()
_OLD_FORM = ("img", "imgContentBerita", "img2")
_URL = ("src", "url", "image", "path", "file", "relative", "filename", "feature", "teaser", "href", "0")

_UNKNOWN = Localized("isian situs lama yang tidak ada padanannya di sini", "entries of the old site that this one does not have")
_TAG = Localized(
    "topik ini belum ada di _data/tags.yml; pilih topik yang ada atau tambahkan",
    "this tag is not in _data/tags.yml yet; choose one that is, or add it",
)
_DAY = Localized("bukan tanggal yang dapat dibaca", "no date that can be read")
_LINE = Localized("baris ini tidak dapat dibaca sebagai isian", "this line cannot be read as an entry")
_MORE_ABOUT = Localized("keterangan penulis yang tidak ada padanannya di sini", "notes on the author that have no place here")
_TOO_MANY = Localized("hanya satu nilai yang dapat dipakai", "only one value can be used")


@dataclass(slots=True)
class Reading:
    """Our fields in the making, and what importers need beside them."""

    fields: dict[str, object] = field(default_factory=dict)
    title: str = ""
    description: str = ""
    date: datetime.date | None = None
    addresses: list[str] = field(default_factory=list)
    state: str = ""


def folded(name: str) -> str:
    """A field's name as it is compared: "Last-Modified_At" -> "lastmodifiedat"."""
    return re.sub(r"[\s_\-.]", "", name).lower()


def has_author(values: Mapping[str, object]) -> bool:
    """Whether the values name a writer."""
    return any(folded(name) in _AUTHORS and any(listed(value)) for name, value in values.items())


def title_of(values: Mapping[str, object]) -> str:
    """The title among the values, "" for none."""
    named = {folded(name): value for name, value in values.items()}
    return next(
        (texts.one_line(str(named[name])) for name in _TITLE if isinstance(named.get(name), str) and str(named[name]).strip()), ""
    )


def date_of(values: Mapping[str, object]) -> datetime.date | None:
    """The day of publication among the values."""
    named = {folded(name): value for name, value in values.items()}
    return next(
        (
            day
            for name in _DATE
            if named.get(name) and not isinstance(named[name], (dict, list)) and (day := days.day(named[name])[0])
        ),
        None,
    )


def addresses_of(values: Mapping[str, object]) -> list[str]:
    """The old addresses that the values name, slugs included."""
    named = {folded(name): value for name, value in values.items()}
    return [text for name in _ADDRESSES for text in listed(named.get(name)) if text]


def read(article: Article, values: Mapping[str, object], first_line: int = 1) -> Reading:
    """Our fields of the values, in no particular order; notes in the article what was left out and guessed."""
    reading = Reading()
    rest = dict(values)
    for name in list(rest):
        # Some put a page's own words below "seo", "meta" or "head".
        inner = rest[name]
        if folded(name) in ("seo", "meta", "head", "params", "extra") and isinstance(inner, Mapping):
            for deep, value in inner.items():
                if folded(str(deep)) in (*_DESCRIPTION, *_TITLE) and not any(
                    folded(n) in (_DESCRIPTION if folded(str(deep)) in _DESCRIPTION else _TITLE) for n in rest
                ):
                    rest[str(deep)] = value
    named = {folded(name): name for name in reversed(list(rest))}

    def take(names: list[str]) -> list[tuple[str, object]]:
        return [(named[name], rest.pop(named[name])) for name in names if name in named and named[name] in rest]

    _title(article, reading, take(_TITLE))
    _description(article, reading, take(_DESCRIPTION))
    _state(reading, rest, take)
    _day(article, reading, "date", take(_DATE))
    _day(article, reading, "updated", take(_UPDATED))
    if reading.fields.get("updated") == reading.date:
        reading.fields.pop("updated", None)
    _tags(article, reading, take(_TAGS))
    _authors(article, reading, take(_AUTHORS))
    _images(article, reading, take(_IMAGES), take(_ALTS))
    reading.addresses = [text for _, value in take(_ADDRESSES) for text in listed(value) if text]
    _sources(article, reading, take(_SOURCES))
    if rest:
        article.drop("\n".join(f"{name}: {shown(value)}" for name, value in rest.items()), _UNKNOWN, first_line)
    return reading


def lost_lines(article: Article, lines: list[tuple[int, str]]) -> None:
    """Notes the lines of a front matter that could not be read."""
    for number, line in lines:
        article.drop(line, _LINE, number)


def _title(article: Article, reading: Reading, found: list[tuple[str, object]]) -> None:
    for name, value in found:
        text = texts.one_line(str(value)) if isinstance(value, str) else ""
        if text and not reading.title:
            reading.title = text
        elif shown(value) and text != reading.title:
            article.drop(f"{name}: {shown(value)}", _TOO_MANY)


def _description(article: Article, reading: Reading, found: list[tuple[str, object]]) -> None:
    for name, value in found:
        text = texts.one_line(re.sub(r"<[^<>]{1,200}>", " ", str(value))) if isinstance(value, str) else ""
        if text and not reading.description:
            reading.description = text
        elif shown(value) and text != reading.description:
            article.drop(f"{name}: {shown(value)}", _TOO_MANY)


def _state(reading: Reading, rest: dict[str, object], take: object) -> None:
    for name in list(rest):
        key, value = folded(name), str(rest[name]).strip().lower()
        if key == "published" and value in ("true", "false", "yes", "no", "1", "0", ""):
            reading.state = "draft" if value in ("false", "no", "0") else ""
            rest.pop(name)
        elif key in _STATES and value in ("true", "false", "yes", "no", "published", "publish", "draft", "public", ""):
            reading.state = "draft" if value in ("true", "yes", "draft") else reading.state
            rest.pop(name)


def _short(last: datetime.date) -> Localized:
    month_id, month_en = dates.month(last, "id"), dates.month(last, "en")
    return Localized(
        f"hari yang tidak ada di kalender: {month_id} punya {last.day} hari",
        f"no day of the calendar: {month_en} has {last.day} days",
    )


def _day(article: Article, reading: Reading, target: str, found: list[tuple[str, object]]) -> None:
    for name, value in found:
        text = shown(value)
        day, unsure = days.day(value) if not isinstance(value, (dict, list)) else (None, False)
        if day is None:
            if text:
                last = dates.short_month(text)
                article.drop(f"{name}: {text}", _DAY if last is None else _short(last))
        elif target not in reading.fields:
            reading.fields[target] = day
            if target == "date":
                reading.date = day
            if unsure:
                article.guess(target, day.isoformat(), text)
        elif reading.fields[target] != day:
            article.drop(f"{name}: {text}", _TOO_MANY)


def _tags(article: Article, reading: Reading, found: list[tuple[str, object]]) -> None:
    words = [word for _, value in found for word in listed(value, split=True) if word]
    registries = article.shop.sources.registries
    placed: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        for name in ("tags", "countries", "programs", "sectors"):
            known = registries.get(name)
            if name == "tags" and (known is None or not known.terms):
                key = word
            else:
                term = lookup(known or Registry(name), word)
                if term is None:
                    continue
                key = term.key
            if key not in placed.setdefault(name, []):
                placed[name].append(key)
            if name != "tags":
                article.guess(name, key, word)
            break
        else:
            article.drop(word, _TAG)
    reading.fields.update(placed)


def _authors(article: Article, reading: Reading, found: list[tuple[str, object]]) -> None:
    known = article.shop.sources.registries.get("authors") or Registry("authors")
    keys: list[str] = []
    names: list[str] = []
    picture = ""
    for _, value in found:
        for entry in value if isinstance(value, list) else [value]:
            name: object = entry
            rest: dict[str, object] = {}
            if isinstance(entry, Mapping):
                inner = {folded(str(k)): v for k, v in entry.items()}
                name = next((inner.pop(k) for k in ("name", "nama", "title", "displayname", "login") if inner.get(k)), "")
                image = next(
                    (inner.pop(k) for k in ("img", "image", "avatar", "avatarurl", "photo", "foto", "picture") if inner.get(k)),
                    "",
                )
                if isinstance(image, str) and image and not picture:
                    picture = article.picture(image, str(name), quiet=False) or article.picture(f"avatar/{image}", "", quiet=True)
                rest = {k: v for k, v in inner.items() if v not in ("", None)}
            if rest:
                article.drop("\n".join(f"{k}: {shown(v)}" for k, v in rest.items()), _MORE_ABOUT)
            for part in re.split(r"\s*[,;&]\s*|\s+(?:dan|and)\s+", texts.one_line(str(name))) if isinstance(name, str) else []:
                part = article.shop.writers.get(part, part)
                term = lookup(known, part) if part else None
                if term is not None:
                    keys += [term.key] if term.key not in keys else []
                elif part and part not in names:
                    names.append(part)
    if keys:
        reading.fields["authors"] = keys
    if names:
        reading.fields["author"] = {"name": ", ".join(names), **({"img": picture} if picture else {})}


def _images(article: Article, reading: Reading, found: list[tuple[str, object]], alts: list[tuple[str, object]]) -> None:
    alternatives = {folded(name): texts.one_line(str(value)) for name, value in alts if isinstance(value, str)}
    old = {name: value for name, value in found if name in _OLD_FORM and isinstance(value, str)}
    used_alt: set[str] = set()
    for name in _OLD_FORM if old else ():
        written = str(old.get(name, "")).strip()
        if written and (file := article.picture(written, alternatives.get("alt2" if name == "img2" else "alt", ""))):
            reading.fields[name] = file
            used_alt.add("alt2" if name == "img2" else "alt")
    for name in used_alt:
        if alternatives.get(name):
            reading.fields[name] = alternatives[name]
    listed_images: list[dict[str, str]] = []
    for name, value in found:
        if name in old:
            continue
        for entry in value if isinstance(value, list) else [value]:
            inner: dict[str, str] = (
                {folded(str(k)): str(v) for k, v in entry.items() if isinstance(v, str)}
                if isinstance(entry, Mapping)
                else {"src": str(entry)}
            )
            src = next((inner.pop(k) for k in _URL if inner.get(k, "").strip()), "")
            if not src or src.lower() in ("true", "false"):
                continue
            alt = inner.pop("alt", "") or next((v for k, v in alternatives.items() if k not in used_alt), "")
            caption = inner.pop("caption", "")
            file = article.picture(src, alt)
            if file and all(file != image["src"] for image in listed_images) and not used_alt:
                picture = {"src": file, "alt": texts.one_line(alt), "caption": texts.one_line(caption)}
                listed_images.append({k: v for k, v in picture.items() if v})
                used_alt |= {"alt"} if not old and alt else set()
            leftover = {k: v for k, v in inner.items() if v.strip()} | ({} if file else {"caption": caption} if caption else {})
            if leftover:
                article.drop("\n".join(f"{k}: {v}" for k, v in leftover.items()), _UNKNOWN)
    if listed_images:
        reading.fields["images"] = listed_images
    for name, text in alternatives.items():
        if text and text not in str(reading.fields) and not any(text in item.text for item in article.dropped):
            article.drop(
                f"{name}: {text}", Localized("teks gambar yang tidak ikut diimpor", "words of a picture that was not imported")
            )


def _sources(article: Article, reading: Reading, found: list[tuple[str, object]]) -> None:
    entries: list[dict[str, object]] = []
    for _, value in found:
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, Mapping):
                inner = {folded(str(k)): str(v).strip() for k, v in entry.items()}
                record = {k: inner[k] for k in ("title", "publisher", "url") if inner.get(k)}
                record |= {"title": inner["name"]} if "name" in inner and "title" not in record else {}
                if scheme_of(record.get("url", "")) not in ("", "http", "https"):
                    record.pop("url")
            else:
                text = texts.one_line(shown(entry))
                record = (
                    {"url": text} if scheme_of(text) in ("http", "https") and " " not in text else {"title": text} if text else {}
                )
            if record and record not in entries:
                entries.append(dict(record))
    if entries:
        reading.fields["sources"] = entries


def listed(value: object, *, split: bool = False) -> list[str]:
    """The texts of a value: of a list, of a text with commas where `split`, of names of things in a list."""
    if isinstance(value, Mapping):
        name = next((value[k] for k in ("name", "title", "label", "slug") if isinstance(value.get(k), str)), None)
        return [texts.one_line(str(name))] if name else [text for inner in value.values() for text in listed(inner, split=split)]
    if isinstance(value, list):
        return [text for inner in value for text in listed(inner, split=False)]
    text = texts.one_line(str(value)) if value is not None else ""
    return [part.strip().strip("#\"'") for part in text.split(",")] if split else [text]


def shown(value: object) -> str:
    """A value on one line, as a report shows it."""
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return "" if value is None else " ".join(str(value).split())


def filled(reading: Reading, title: str, description: str, redirects: list[str]) -> dict[str, object]:
    """All fields of a draft that say something; the file that is made of it has them in the order in which editors know them."""
    values = {"title": title, "description": description, **reading.fields, "status": "draft", "redirect_from": redirects}
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
