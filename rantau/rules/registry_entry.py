"""An entry of a list in _data cannot be used.

The lists say which topics, countries and authors exist; a wrong entry would make pages disappear.

Bad:
    path: _data/tags.yml
    - key: visa
    - nama: paspor
    at: 2:3

Bad:
    path: _data/tags.yml
    visa: Visa
    at: 1:1

Bad:
    path: _data/tags.yml
    - key: visa
    - key: visa
    at: 2:8

Good:
    path: _data/tags.yml
    - key: visa
    - key: goes-japan
      name: GOES JAPAN
      aliases: [Goes Jepang]

Good:
    path: _data/tags.yml
    # topik yang dipakai artikel
    - key: visa
      name: {id: Visa, en: Visa, ja: ビザ}
      note: Izin masuk dan bekerja di negara lain.

Good:
    path: _data/regions.yml
    - key: asia-timur
      name: Asia Timur
      members: [JP, KR, TW]
    - key: uni-eropa
      name: Uni Eropa

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---
"""

import difflib
import re

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Berkas di content/_data adalah daftar topik, negara, penulis, dan sebagainya yang dikenal situs. Setiap "
        'butir diawali "- key: ..." dengan nama pendek yang berbeda satu sama lain, lalu boleh diikuti slug, name, '
        "aliases, dan note; di regions.yml juga members, di synonyms.yml juga related: key butir lain yang berdekatan. "
        "Nama dan nama lain tidak boleh dipakai oleh dua butir, karena situs tidak tahu mana yang dimaksud."
    ),
    en=(
        "The files in content/_data list the topics, countries, authors and so on that the site knows. Each item "
        'starts with "- key: ..." and a short name of its own, and may go on with slug, name, aliases and note; in '
        "regions.yml also with members, in synonyms.yml also with related: keys of other items that are near it. No "
        "two items may share a name or an alias, because the site could not tell which is meant."
    ),
)

_PLACE = re.compile(r"\{(value|field|owner_id|owner_en|form_id|form_en|fields_id|fields_en)\}")
# problem -> message (id, en), help (id, en)
_WORDS = {
    "not-a-list": (
        "berkas ini tidak berisi daftar",
        "this file does not hold a list",
        'awali setiap butir dengan "- key: namapendek"',
        'start every item with "- key: shortname"',
    ),
    "not-a-mapping": (
        'butir "{value}" tidak berisi isian berbentuk "nama: nilai"',
        'the item "{value}" holds no entries of the form "name: value"',
        'tulis butir ini sebagai "{form_id}"',
        'write this item as "{form_en}"',
    ),
    "no-key": (
        'butir ini tidak punya isian "key"',
        'this item has no entry "key"',
        'tulis "key: namapendek" sebagai isian pertama butir ini',
        'write "key: shortname" as the first entry of this item',
    ),
    "unknown-field": (
        '"{field}" bukan nama isian untuk daftar ini',
        '"{field}" is not an entry of this list',
        "pakai {fields_id}; bandingkan dengan butir lain di berkas ini",
        "use {fields_en}; compare with the other items of this file",
    ),
    "duplicate-key": (
        'key "{value}" sudah dipakai {owner_id}',
        'the key "{value}" is already used by {owner_en}',
        "hapus salah satu butir, atau beri key yang lain",
        "delete one of the items, or give it another key",
    ),
    "duplicate-name": (
        'nama "{value}" sudah dipakai {owner_id}',
        'the name "{value}" is already used by {owner_en}',
        "hapus nama itu dari salah satu butir",
        "delete the name from one of the items",
    ),
    "unknown-member": (
        'anggota "{value}" tidak ada di daftar negara',
        'the member "{value}" is not in the list of countries',
        "pakai kode dua huruf yang ada di content/_data/countries.yml, misalnya DE",
        "use a two-letter code of content/_data/countries.yml, such as DE",
    ),
    "long-slug": (
        'alamat "{value}" lebih panjang dari 100 huruf',
        'the address "{value}" is longer than 100 letters',
        "tulis slug yang lebih pendek",
        "write a shorter slug",
    ),
    "unknown-related": (
        '"{value}" tidak ada di daftar padanan ini',
        '"{value}" is not in this list of synonyms',
        "tulis key butir lain di berkas ini, misalnya bp2mi",
        "write the key of another item of this file, such as bp2mi",
    ),
    "unknown-country": (
        '"{value}" bukan kode negara dua huruf',
        '"{value}" is not a two-letter country code',
        "tulis kode ISO 3166-1, misalnya JP untuk Jepang atau HK untuk Hong Kong",
        "write the code of ISO 3166-1, such as JP for Japan or HK for Hong Kong",
    ),
}
_OTHER = (
    'butir "{value}" di daftar ini tidak bisa dibaca',
    'the item "{value}" of this list cannot be read',
    "bandingkan dengan butir lain di berkas ini",
    "compare it with the other items of this file",
)


# Registry -> the form of its items, as an editor writes "{value}" into it; what other registries have.
_FORMS = {
    "stopwords": ("- {key: golongan, aliases: [{value}]}", "- {key: group, aliases: [{value}]}"),
    "places": ("- {key: golongan, aliases: [{value}]}", "- {key: group, aliases: [{value}]}"),
    "spellings": ("- {key: {value}, aliases: [ejaanlain]}", "- {key: {value}, aliases: [otherspelling]}"),
    "stems": ("- {key: {value}, aliases: [katabentukan]}", "- {key: {value}, aliases: [derivedword]}"),
    "synonyms": (
        "- {key: namapendek, name: {value}, aliases: [sebutan lain]}",
        "- {key: shortname, name: {value}, aliases: [other name]}",
    ),
}
_FORM = ("- key: namapendek", "- key: shortname")
_FIELDS = {
    "stopwords": ("key", "aliases"),
    "places": ("key", "aliases"),
    "stems": ("key", "aliases"),
    "spellings": ("key", "name", "aliases"),
    "synonyms": ("key", "name", "aliases", "related"),
    "regions": ("key", "slug", "name", "aliases", "members", "note"),
    "countries": ("key", "slug", "name", "aliases", "note", "warning"),
    "authors": ("key", "slug", "name", "aliases", "img", "note"),
}
_USUAL = ("key", "slug", "name", "aliases", "note")
_MEANT = {"alias": "aliases", "nama": "name", "sebutan": "aliases", "relate": "related", "catatan": "note"}


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    values = defect.values
    message_id, message_en, help_id, help_en = _WORDS.get(values.get("problem", ""), _OTHER)
    named = {name: spoken.brief(values.get(name, "")) for name in ("value", "field", "other", "line")}
    named["owner_id"] = f'butir "{named["other"]}" di baris {named["line"]}' if named["other"] else "butir lain di daftar ini"
    named["owner_en"] = f'the item "{named["other"]}" on line {named["line"]}' if named["other"] else "another item of this list"
    fields = _FIELDS.get(values.get("registry", ""), _USUAL)
    forms = _FORMS.get(values.get("registry", ""), _FORM) if named["value"] else _FORM
    named["form_id"], named["form_en"] = (form.replace("{value}", named["value"]) for form in forms)
    likely = [_MEANT[named["field"]]] if named["field"] in _MEANT else difflib.get_close_matches(named["field"], fields, 1)
    meant = likely[0] if likely and likely[0] in fields else ""
    named["fields_id"] = f'"{meant}"' if meant else f"{', '.join(fields[:-1])}, atau {fields[-1]}"
    named["fields_en"] = f'"{meant}"' if meant else f"{', '.join(fields[:-1])} or {fields[-1]}"
    texts = (_PLACE.sub(lambda m: named[m[1]], text) for text in (message_id, message_en, help_id, help_en))
    message_id, message_en, help_id, help_en = (text.replace(' ""', "") for text in texts)
    return Localized(message_id, message_en), Localized(help_id, help_en)
