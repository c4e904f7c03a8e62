"""A fact in _data/facts.yml cannot be told.

One entry stands in many texts, so each has the source that says it, at an address that can be trusted.

Bad:
    path: _data/facts.yml
    - key: biaya-visa
      label: Biaya visa
      value: "330.000"

    - key: Biaya Visa
      label: Biaya visa
      source: {publisher: Kemnaker, url: http://kemnaker.example/biaya}
    at: 1:3
    at: 5:3
    at: 5:8
    at: 7:38

Bad:
    path: _data/facts.yml
    - key: biaya-visa
      label: Biaya visa
      value: "330.000"
      source: {publisher: Kemnaker}
      verified_on: Oktober 2024
      expires: besok
      satuan: rupiah
    at: 4:11
    at: 5:16
    at: 6:12
    at: 7:3

Bad:
    path: _data/facts.yml
    biaya-visa: "330.000"
    at: 1:1

Good:
    path: _data/facts.yml
    - key: biaya-visa
      label: {id: Biaya visa, en: Visa fee, ja: 査証の手数料}
      value: "330.000"
      unit: {id: rupiah, ja: ルピア}
      source:
        title: Pengumuman biaya
        publisher: Kemnaker
        url: https://kemnaker.example/biaya
        date: 2024-10-02
      verified_on: 2024-10
      review_by: 2027-01-31
      expires: 2027-12-31

Good:
    path: _data/facts.yml
    # belum ada fakta

Good:
    path: _data/facts.yml
    - {key: usia, label: Usia paling rendah, value: 18 tahun, source: {title: UU 18/2017, url: https://peraturan.example/uu}}

Good:
    path: _data/facts.yml
    - key: biaya-visa
      label: Biaya visa
      value: {id: Rp330.000, en: "Rp330,000"}
      source: {publisher: Kemnaker, url: https://kemnaker.example/biaya}
      verified_on:
"""

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Setiap fakta di content/_data/facts.yml punya key (huruf kecil dan tanda hubung), label, value, dan source dengan "
        "publisher atau title dan url yang diawali https://. verified_on adalah kapan nilainya cocok dengan sumber itu; tanpa "
        'itu halaman mengatakan "belum diverifikasi". Boleh ditambah unit, review_by, dan expires. Fakta tanpa sumber tidak '
        "dapat diperiksa siapa pun, jadi tidak terbit."
    ),
    en=(
        "Each fact of content/_data/facts.yml has a key (small letters and hyphens), a label, a value, and a source with "
        "publisher or title and a url that starts with https://. verified_on is when the value agreed with that source; "
        "without it pages say that it is not verified. There may be unit, review_by and expires. Nobody can check a fact "
        "without a source, so it is not published."
    ),
)

# problem -> message (id, en), help (id, en)
_WORDS = {
    "not-a-list": (
        "berkas ini tidak berisi daftar",
        "this file does not hold a list",
        'awali setiap fakta dengan "- key: nama-pendek"',
        'start every fact with "- key: short-name"',
    ),
    "not-a-mapping": (
        'butir ini tidak berisi isian berbentuk "nama: nilai"',
        'this item holds no entries of the form "name: value"',
        "bandingkan dengan fakta lain di berkas ini",
        "compare it with the other facts of this file",
    ),
    "missing": (
        'fakta ini tidak punya "{value}"',
        'this fact has no "{value}"',
        'tulis "{value}: ..." pada fakta ini',
        'write "{value}: ..." for this fact',
    ),
    "bad-key": (
        'key "{value}" memuat tanda yang tidak dapat dipakai',
        'the key "{value}" holds characters that cannot be used',
        "pakai huruf kecil, angka, dan tanda hubung, misalnya biaya-visa-ssw",
        "use small letters, digits and hyphens, such as biaya-visa-ssw",
    ),
    "duplicate-key": (
        'key "{value}" dipakai dua fakta',
        'two facts have the key "{value}"',
        "beri salah satunya key yang lain",
        "give one of them another key",
    ),
    "unknown-field": (
        '"{value}" bukan nama isian fakta',
        '"{value}" is not an entry of a fact',
        "pakai key, label, value, unit, source, verified_on, review_by, atau expires",
        "use key, label, value, unit, source, verified_on, review_by or expires",
    ),
    "unknown-source-field": (
        '"{value}" bukan nama isian sumber',
        '"{value}" is not an entry of a source',
        "pakai title, publisher, url, atau date",
        "use title, publisher, url or date",
    ),
    "no-source": (
        'fakta "{value}" tidak punya sumber',
        'the fact "{value}" has no source',
        "tulis source: lalu di bawahnya publisher dan url; kalau sumbernya tidak ada, hapus fakta ini",
        "write source: and below it publisher and url; delete the fact if there is no source",
    ),
    "no-address": (
        'sumber fakta "{value}" tidak punya alamat web',
        'the source of the fact "{value}" has no web address',
        "tulis url: alamat halaman sumbernya, diawali https://",
        "write url: the address of the source, from https://",
    ),
    "bad-address": (
        'alamat sumber "{value}" tidak diawali https://',
        'the address of the source, "{value}", does not start with https://',
        "buka sumbernya di peramban dan salin alamatnya dari sana; sumber tanpa https diganti dengan yang lain",
        "open the source in a browser and copy its address; replace a source without https by another one",
    ),
    "bad-date": (
        'tanggal "{value}" tidak dapat dibaca',
        'the date "{value}" cannot be read',
        "tulis tahun lebih dulu: 2025-12-09, 2025-12, atau 2025",
        "write the year first: 2025-12-09, 2025-12 or 2025",
    ),
    "bad-day": (
        'tanggal "{value}" tidak dapat dibaca',
        'the date "{value}" cannot be read',
        "tulis hari lengkapnya, tahun lebih dulu: 2025-12-09",
        "write the whole day, the year first: 2025-12-09",
    ),
    "future": (
        'tanggal "{value}" belum tiba',
        'the date "{value}" is still to come',
        "tulis tanggal pemeriksaan yang benar",
        "write the right day of the check",
    ),
}


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    return spoken.told((_WORDS | spoken.DATES)[defect.values["problem"]], defect.values)
