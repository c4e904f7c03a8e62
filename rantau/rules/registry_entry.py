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

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Berkas di content/_data adalah daftar topik, negara, penulis, dan sebagainya yang dikenal situs. Setiap "
        'butir diawali "- key: ..." dengan nama pendek yang berbeda satu sama lain, lalu boleh diikuti slug, name, '
        "aliases, dan note. Nama dan nama lain tidak boleh dipakai oleh dua butir, karena situs tidak tahu mana yang "
        "dimaksud."
    ),
    en=(
        "The files in content/_data list the topics, countries, authors and so on that the site knows. Each item "
        'starts with "- key: ..." and a short name of its own, and may go on with slug, name, aliases and note. No '
        "two items may share a name or an alias, because the site could not tell which is meant."
    ),
)

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
        'tulis butir ini sebagai "- key: namapendek"',
        'write this item as "- key: shortname"',
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
        "pakai key, slug, name, aliases, atau note; bandingkan dengan butir lain di berkas ini",
        "use key, slug, name, aliases or note; compare with the other items of this file",
    ),
    "duplicate-key": (
        'key "{value}" sudah dipakai butir lain di daftar ini',
        'the key "{value}" is already used by another item of this list',
        "hapus salah satu butir, atau beri key yang lain",
        "delete one of the items, or give it another key",
    ),
    "duplicate-name": (
        'nama "{value}" sudah dipakai butir lain di daftar ini',
        'the name "{value}" is already used by another item of this list',
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


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    message_id, message_en, help_id, help_en = _WORDS.get(defect.values.get("problem", ""), _OTHER)
    for name in ("value", "field"):
        value = spoken.brief(defect.values.get(name, ""))
        message_id, message_en = (text.replace("{" + name + "}", value) for text in (message_id, message_en))
    return Localized(message_id.replace(' ""', ""), message_en.replace(' ""', "")), Localized(help_id, help_en)
