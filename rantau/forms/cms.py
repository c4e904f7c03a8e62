"""The editors' form: the configuration of Sveltia CMS for every kind of file, in the words of the declaration.

Sources: https://sveltiacms.app/en/docs, and the configuration's own types in the pinned npm package.
"""

from collections.abc import Iterable, Iterator, Mapping

from rantau.fields import FIELDS, NAMES, Choice, Day, Either, Field, File, ListOf, Record, Reference, Shape, Text, Url
from rantau.forms._terms import Registries, label, listed, spellings
from rantau.model import DEFAULT_LANGUAGE, LANGUAGES, Kind, Library, Registry
from rantau.text.names import fold

CONTENT = "content"
IMAGES = f"{CONTENT}/images"
# What the form puts before a picture's name, to find it; in the fields of a file the name stands alone (form.js).
PICTURES = "/images"
# The formats that forms/page/form.js reads and writes; Sveltia allows Markdown no format of another ending.
ARTICLE_FORMAT, LIST_FORMAT = "rantau-frontmatter", "rantau-daftar"
LONGEST_SLUG = 90
# Without a place to sign in the form edits the files on the editor's own disk; Sveltia wants a name of a repository all the same,
# and a way to sign in, whose button the page hides.
NOWHERE: Mapping[str, object] = {"name": "github", "repo": "rantau/rantau", "auth_methods": ["token"]}

Config = dict[str, object]

# What a new file starts with. Sveltia gives it to an old file without that field as well, so form.js names the status of every
# file that it reads, and a date is for the editor to choose.
_DEFAULTS = {"status": "draft"}
# As an editor thinks: what it says, where it belongs, when, from whom, and last what only the site needs. In the files the order
# stays that of the declaration (form.js).
ORDER = (
    *("title", "name", "description", "body", "images", "official", "official_source"),
    *("audience", "costs", "duration", "languages", "tests", "steps", "documents", "risks", "overview"),
    *("tags", "countries", "programs", "stage", "sectors"),
    *("date", "updated", "verified_on", "review_by", "expires"),
    *("authors", "sources", "figures", "aliases"),
    *("status", "rights", "translation", "redirect_from"),
)
# What who fills in the form needs to know, where the declaration speaks to who writes the file.
_HINTS = {
    "images": "Gambar utama lebih dulu. Berkasnya disimpan di content/images.",
    "src": "Pilih gambar yang sudah ada, atau ambil dari komputer Anda (JPG, PNG, atau WebP).",
    "alt": "Apa yang terlihat pada gambar, untuk pembaca yang tidak dapat melihatnya.",
    "tags": "Pilih yang cocok. Topik baru ditambahkan di Daftar.",
    "countries": "Negara yang dibahas.",
    "stage": "Di mana pembaca tulisan ini berada.",
    "sectors": "Pilih yang cocok. Sektor baru ditambahkan di Daftar.",
    "authors": "Penulis baru ditambahkan di Daftar.",
    "costs": "Satu butir satu biaya; isi juga tanggal di Diperiksa pada.",
    "status": "Tulisan baru selalu draf. Pilih Terbit bila sudah diperiksa.",
    "rights": "Siapa yang menulis kalimat-kalimatnya.",
    "translation": "Hanya untuk terjemahan.",
    "currency": "",
}
_REQUIRED = "Wajib diisi. "
_PICTURES: Config = {"media_folder": f"/{IMAGES}", "public_folder": PICTURES}
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# Introductions by their folder: the label of the collection, and the registry whose slugs name the files.
_INTRODUCED = {
    "negara": ("Pengantar negara", "countries"),
    "kawasan": ("Pengantar kawasan", "regions"),
    "topik": ("Pengantar topik", "tags"),
    "tahap": ("Pengantar tahap", "stages"),
    "sektor": ("Pengantar sektor", "sectors"),
    "penulis": ("Pengantar penulis", "authors"),
}
# Short lists whose comments all stand on top, where the form keeps them.
_LISTS = {"tags": "Topik", "sectors": "Sektor", "authors": "Penulis"}


def config(library: Library, name: str, backend: Mapping[str, object]) -> Config:
    """The whole configuration for the content of a library and the name of its site.

    `backend` is Sveltia's own option, {} for none. The key "rantau" is not Sveltia's: it tells form.js which fields are
    lists, and in which order a file has them, which spelling means which key, and whether the form edits only its editor's disk.
    """
    known = library.registries
    return {
        "backend": dict(backend or NOWHERE),
        "app_title": f"{name}: ruang redaksi",
        "logo": {"src": "../assets/favicon.svg"},
        "media_folder": IMAGES,
        "public_folder": PICTURES,
        "media_libraries": {
            "default": {"config": {"slugify_filename": True, "max_file_size": 5 * 1024 * 1024}},
            "stock_assets": False,
        },
        "show_preview_links": False,
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": LONGEST_SLUG, "timezone": "local"},
        "i18n": {
            "structure": "multiple_folders",
            "locales": list(LANGUAGES),
            "default_locale": DEFAULT_LANGUAGE,
            "initial_locales": "default",
            "omit_default_locale_from_file_path": True,
        },
        "collections": [*_collections(library)],
        "rantau": {
            "local": not backend,
            "pictures": PICTURES,
            "order": [f.name for f in FIELDS],
            "lists": [f.name for f in FIELDS if isinstance(f.shape, ListOf)],
            "terms": {f.name: _meanings(known, registry) for f in FIELDS if (registry := _registry(f.shape))},
        },
    }


def _collections(library: Library) -> Iterator[Config]:
    known = library.registries
    yield {
        **_collection("artikel", "Artikel", Kind.ARTICLE, known),
        "path": "{{year}}/{{slug}}",
        "slug": {"template": "{{title}}", "editable": ["create"], "pattern": [_SLUG, "huruf kecil, angka, dan tanda hubung"]},
        "summary": "{{title}} ({{date}})",
        "sortable_fields": {"fields": ["date", "title"], "default": {"field": "date", "direction": "descending"}},
        "view_filters": [{"label": "Draf", "field": "status", "pattern": "draft"}],
    }
    yield {
        **_collection("program", "Lembar program", Kind.SHEET, known),
        "slug": {"template": "{{name}}", "editable": ["create"], "pattern": [_SLUG, "huruf kecil, angka, dan tanda hubung"]},
    }
    for folder, (said, registry) in _INTRODUCED.items():
        slugs = "|".join(sorted(term.slug for term in known.get(registry, Registry(registry)).terms.values()))
        yield {
            **_collection(folder, said, Kind.STAGE if folder == "tahap" else Kind.INTRODUCTION, known),
            "slug": {
                "editable": ["create"],
                "pattern": [f"^({slugs})$", f"harus sama dengan slug di content/_data/{registry}.yml"],
            },
        }
    yield {"name": "halaman", "label": "Halaman", "i18n": True, **_common(), "files": [*_pages(library)]}
    yield {"name": "daftar", "label": "Daftar", **_PICTURES, "files": [*_lists()]}


def _common() -> Config:
    return {"format": ARTICLE_FORMAT, **_PICTURES, "editor": {"preview": False}}


def _collection(folder: str, said: str, kind: Kind, known: Registries) -> Config:
    return {
        "name": folder,
        "label": said,
        "folder": f"{CONTENT}/{{{{locale}}}}/{folder}",
        "extension": "md",
        **_common(),
        "i18n": True,
        "aliases_field": False,
        "fields": [*fields(kind, known)],
    }


def _pages(library: Library) -> Iterator[Config]:
    for document in library.documents:
        if document.kind in (Kind.PAGE, Kind.HOME) and document.language == DEFAULT_LANGUAGE:
            title = document.fields.title if document.fields is not None else None
            yield {
                "name": document.path.stem,
                "label": title or document.path.stem,
                "file": f"{CONTENT}/{{{{locale}}}}/{document.path}",
                **_common(),
                "i18n": True,
                "fields": [*fields(document.kind, library.registries)],
            }


def fields(kind: Kind, known: Registries) -> Iterator[Config]:
    """The fields of a kind of file as Sveltia shows them, in ORDER, without old forms; Sveltia keeps what it does not know."""
    for name in ORDER:
        declared = NAMES.get(name)
        if declared is None:
            yield _body()
        elif kind in declared.kinds:
            made = _field(declared, known, required=kind in declared.required)
            # Sveltia stops at a choice of nothing.
            if made.get("options") != []:
                yield made | ({"default": _DEFAULTS[name]} if name in _DEFAULTS else {})


def _body() -> Config:
    return {
        "name": "body",
        "label": "Isi",
        "hint": "Subjudul diawali ## dan satu spasi, butir daftar diawali tanda hubung dan satu spasi, "
        "fakta dari facts.yml ditulis {{ fakta: nama }}. Lihat panduan menulis.",
        "widget": "markdown",
        # The other mode knows no boxes and no footnotes, and would write them anew.
        "modes": ["raw"],
        "required": False,
        "i18n": True,
    }


def _field(declared: Field, known: Registries, required: bool) -> Config:
    made: Config = {
        "name": declared.name,
        "label": declared.label.id,
        "hint": (_REQUIRED if required else "") + _HINTS.get(declared.name, declared.help.id),
        "required": [DEFAULT_LANGUAGE] if required else False,
        "i18n": True,
        **_widget(declared.shape, known),
    }
    return made


def _widget(shape: Shape, known: Registries) -> Config:
    match shape:
        case Text(min=low, max=high):
            if high:
                return {"widget": "text", "pattern": [rf"^[\s\S]{{{low},{high}}}$", f"panjangnya {low} sampai {high} huruf"]}
            return {"widget": "string"}
        case Day():
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        case Choice(options=options, said=said):
            chosen = [{"label": words, "value": value} for value, words in zip(options, said, strict=True)]
            return {"widget": "select", "options": chosen}
        case File():
            return {"widget": "image", "choose_url": False}
        case Url():
            return {"widget": "string", "type": "url"}
        case Reference(registry=registry):
            return {"widget": "select", "options": [*_options(known, registry)]}
        case ListOf(item=Reference(registry=registry)):
            return {"widget": "select", "multiple": True, "options": [*_options(known, registry)]}
        case ListOf(item=Record(fields=inner)):
            shown = next((f.name for f in inner if isinstance(f.shape, Text)), inner[0].name)
            # A picture is to be seen, not read about.
            closed = not isinstance(inner[0].shape, File)
            rows: Config = {"widget": "list", "collapsed": closed, "summary": f"{{{{fields.{shown}}}}}"}
            return {**rows, "fields": [_field(f, known, required=False) for f in inner]}
        case ListOf():
            return {"widget": "list"}
        case Record(fields=inner) | Either(record=Record(fields=inner)):
            return {"widget": "object", "fields": [_field(f, known, required=False) for f in inner]}


def _options(known: Registries, registry: str) -> Iterator[Config]:
    for term in listed(known.get(registry, Registry(registry))):
        yield {"label": label(term), "value": term.key}


def _registry(shape: Shape) -> str:
    """The registry whose terms a shown field holds, "" for none."""
    match shape:
        case Reference(registry=registry) | ListOf(item=Reference(registry=registry)):
            return registry
    return ""


def _meanings(known: Registries, registry: str) -> dict[str, str]:
    """The key that each folded spelling means."""
    terms = known.get(registry, Registry(registry))
    return {folded: terms.names[folded] for term in listed(terms) for s in spellings(term) if (folded := fold(s)) in terms.names}


def _lists() -> Iterator[Config]:
    for registry, said in _LISTS.items():
        yield {
            "name": registry,
            "label": said,
            "file": f"{CONTENT}/_data/{registry}.yml",
            "format": LIST_FORMAT,
            "editor": {"preview": False},
            "fields": [
                {"name": "kepala", "widget": "hidden"},
                {
                    "name": "daftar",
                    "label": said,
                    "widget": "list",
                    "collapsed": True,
                    "summary": "{{fields.name.id}}",
                    "fields": [*_entry(picture=registry == "authors")],
                },
            ],
        }


def _entry(picture: bool) -> Iterator[Config]:
    """One entry of a list; its names and notes in the languages of the site."""
    yield {"name": "key", "label": "Kunci", "hint": "Tidak pernah diubah sesudah dipakai.", "widget": "string"}
    yield {
        "name": "slug",
        "label": "Bagian alamat",
        "hint": "Kosongkan bila sama dengan kunci.",
        "widget": "string",
        "required": False,
    }
    yield {"name": "name", "label": "Nama", "widget": "object", "fields": [*_spoken("string")]}
    hint = "Sebutan lain yang boleh ditulis di artikel."
    yield {"name": "aliases", "label": "Sebutan lain", "hint": hint, "widget": "list", "required": False}
    yield {"name": "note", "label": "Keterangan", "widget": "object", "required": False, "fields": [*_spoken("text")]}
    if picture:
        yield {"name": "img", "label": "Foto", "required": False, **_widget(File(), {})}


def _spoken(widget: str, said: Iterable[str] = ("Indonesia", "Inggris", "Jepang")) -> Iterator[Config]:
    for code, language in zip(("id", "en", "ja"), said, strict=True):
        yield {"name": code, "label": language, "widget": widget, "required": False}
