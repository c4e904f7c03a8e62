"""A text names a fact that the list of facts does not have, in another form, or where none can stand.

What is in the list is told with its day and its source; braces on a page tell readers nothing.

Bad:
    path: _data/facts.yml
    - key: biaya-visa
      label: Biaya visa
      value: "330.000"
      unit: rupiah
      source: {publisher: Kemnaker, url: https://kemnaker.example/biaya}
      verified_on: 2026-10-01
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Biaya visanya {{ fakta: biaya-viza }}.
    at: 7:25

Bad:
    path: _data/facts.yml
    - key: biaya-visa
      label: Biaya visa
      value: "330.000"
      unit: rupiah
      source: {publisher: Kemnaker, url: https://kemnaker.example/biaya}
      verified_on: 2026-10-01
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Biayanya {{ biaya-visa }}, {fakta: biaya-visa}, {{ fact: biaya-visa }}, {{ fakta biaya-visa }} atau {{ fakta: }}.
    at: 7:10
    at: 7:28
    at: 7:49
    at: 7:73
    at: 7:101

Bad:
    path: _data/facts.yml
    - key: biaya-visa
      label: Biaya visa
      value: "330.000"
      unit: rupiah
      source: {publisher: Kemnaker, url: https://kemnaker.example/biaya}
      verified_on: 2026-10-01
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: "Surat untuk visa kerja, yang biayanya {{ fakta: biaya }} menurut sumber resminya di Jakarta."
    date: 2025-03-01
    sources: [{title: "Biaya {{ fakta: biaya-visa }}"}, {title: Lain}]
    ---

    Lihat [biaya](https://kemnaker.example/{{fakta:biaya-visa}}) di sini.
    at: 3:63
    at: 5:26
    at: 8:40

Good:
    path: _data/facts.yml
    - key: biaya-visa
      label: Biaya visa
      value: "330.000"
      unit: rupiah
      source: {publisher: Kemnaker, url: https://kemnaker.example/biaya}
      verified_on: 2026-10-01
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Biaya visanya {{ fakta: biaya-visa }} menurut kementerian.

    | Hal | Biaya |
    |---|---|
    | Visa | {{fakta: biaya-visa}} |

Good:
    path: _data/facts.yml
    - key: biaya-visa
      label: Biaya visa
      value: "330.000"
      unit: rupiah
      source: {publisher: Kemnaker, url: https://kemnaker.example/biaya}
      verified_on: 2026-10-01
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: "Surat untuk visa kerja, yang biayanya {{ fakta: biaya-visa }} menurut sumber resminya."
    date: 2025-03-01
    ---

    Tulis `{{ fakta: nama }}`, atau \\{{ fakta: nama }} tanpa arti apa-apa.

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Isi kolom {nama} dan {{ alamat }}, lalu tulis {data: isi} atau fakta: biaya. Faktanya {belum} jelas {fakta}.

Good:
    path: _data/facts.yml
    # belum ada fakta
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Kurung kurawal { dan } boleh berdiri sendiri, {{ juga begini }}.
"""

from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Localized, Severity, Span
from rantau.text import facts, spoken
from rantau.text.names import nearest, one_slip

SEVERITY = Severity.ERROR
LISTS = ("facts",)
EXPLANATION = Localized(
    id=(
        "Fakta yang dipakai di banyak tulisan (biaya, tanggal, batas usia) ditulis sekali di content/_data/facts.yml, dengan "
        "sumber dan tanggalnya. Di dalam tulisan, judul, atau ringkasan cukup namanya: {{ fakta: biaya-visa-ssw }}. Saat "
        "halaman dibuat, nama itu menjadi nilainya. Nama yang tidak ada di daftar itu, atau bentuk lain, menghalangi terbit."
    ),
    en=(
        "Facts that many texts use (fees, dates, ages) are written once in content/_data/facts.yml, with source and day. In a "
        "text, a title or a summary their name will do: {{ fakta: biaya-visa-ssw }}. When pages are made it becomes the "
        "value. A name that is not in that list, or another form of it, blocks publishing."
    ),
)
_FILLED = ("title", "description")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Names of facts in the body that are not known or not written as they should be; in the front matter also those out of place."""
    known = library.facts
    for use, whole, text in facts.named_in(document, known.__contains__):
        in_body = text is document.prose
        if (in_body and _in_address(text, use)) or not (in_body or _in_filled(document, whole)):
            yield _misplaced(document, whole)
        elif not use.right:
            yield _misshapen(document, library, use, whole)
        elif use.key not in known:
            yield _unknown(document, library, use.key, facts.key_place(use, whole))


def _in_filled(document: Document, place: Span) -> bool:
    spans = [document.span(name) for name in _FILLED if document.fields is not None and name in document.fields.spans]
    return any(span.line <= place.line <= span.end_line for span in spans)


def _in_address(text: str, use: facts.Use) -> bool:
    """Whether the name stands in a link's destination."""
    start = max(text.rfind("](", 0, use.start), text.rfind("<http", 0, use.start))
    return start >= 0 and not any(c in text[start + 2 : use.start] for c in ") >\n")


def _misplaced(document: Document, whole: Span) -> Finding:
    return Finding(
        document.path,
        whole,
        Localized(id="nama fakta tidak dapat dipakai di sini", en="the name of a fact cannot stand here"),
        Localized(
            id="tulis nilainya sendiri; nama fakta hanya untuk isi tulisan, judul, dan ringkasan",
            en="write the value itself; names of facts are for the text, the title and the summary",
        ),
    )


def _misshapen(document: Document, library: Library, use: facts.Use, whole: Span) -> Finding:
    meant = use.key if use.key in library.facts else nearest(use.key, library.facts) if use.key else ""
    right = f"{{{{ {facts.NAME}: {meant or 'nama-fakta'} }}}}"
    return Finding(
        document.path,
        whole,
        Localized(id="ini bukan bentuk nama fakta", en="this is not how a fact is named"),
        Localized(id=f"tulis {right}", en=f"write {right}"),
        (Edit(whole, right),) if use.key in library.facts else (),
    )


def _unknown(document: Document, library: Library, key: str, place: Span) -> Finding:
    close = nearest(key, library.facts)
    slips = [name for name in library.facts if one_slip(key, name)]
    if close:
        label = library.facts[close].label
        action = Localized(id=f'maksud Anda "{close}" ({label.id})?', en=f'did you mean "{close}" ({label.speak("en")})?')
    else:
        action = Localized(
            id="pakai key yang ada di content/_data/facts.yml, atau tambahkan faktanya di sana dengan sumbernya",
            en="use a key of content/_data/facts.yml, or add the fact there with its source",
        )
    shown = spoken.brief(key)
    return Finding(
        document.path,
        place,
        Localized(id=f'fakta "{shown}" tidak ada di daftar fakta', en=f'the fact "{shown}" is not in the list of facts'),
        action,
        (Edit(place, slips[0]),) if len(slips) == 1 else (),
    )
