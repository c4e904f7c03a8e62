"""A cost, a step or another entry of a program sheet or a stage does not say which of the file's sources it comes from.

People borrow money on what a sheet says. Whoever reads it must be able to look it up.

Bad:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    verified_on: 2025-03-01
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    costs:
      - item: Ujian
        source: hasil obrolan
    #           ^^^^^^^^^^^^^
    ---
    at: 9:13

Bad:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    steps:
      - text: Daftar sendiri di SISKOP2MI.
    ---
    at: 7:5

Bad:
    path: tahap/penempatan.md
    ---
    title: Penempatan
    sources: [{title: Kewajiban pekerja migran, key: tempo}]
    what_ifs:
      - question: Kalau paspor saya hilang?
        answer: Mintalah surat pengganti paspor.
        source: kata teman
    #           ^^^^^^^^^^
    ---
    at: 7:13

Good:
    path: tahap/penempatan.md
    ---
    title: Penempatan
    sources: [{title: Kewajiban pekerja migran, key: tempo}]
    actions: [{text: Lapor diri ke Perwakilan RI., source: tempo}]
    what_ifs:
      - question:
    ---

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    verified_on: 2025-03-01
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    costs:
      - item: Ujian
        source: kp2mi-2025
    steps:
      - text: Daftar sendiri di SISKOP2MI.
        source: KP2MI 2025
    ---

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    sources: [{title: Pengumuman pendaftaran}]
    official: https://kp2mi.go.id/
    official_source: Pengumuman pendaftaran
    documents:
      - text:
    ---

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    overview:
      - {label: Lama, value: Tidak ada keterangan yang kami temukan.}
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.citations import cited, entries
from rantau.text.names import nearest

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Lembar program menjawab biaya, langkah, dokumen, dan risiko satu per satu, halaman tahap menyebut apa yang "
        "dilakukan, dan setiap jawaban punya sumbernya sendiri. Beri setiap butir di sources nama singkat, misalnya "
        "key: kp2mi-2025, lalu tulis nama itu pada isian source di bawah biaya atau langkahnya. Judul sumber juga boleh. Yang tidak ada sumbernya tidak ditulis; halaman "
        'lalu mengatakan "belum diverifikasi".'
    ),
    en=(
        "A program sheet answers costs, steps, documents and risks one by one, a stage says what to do, and each answer has a "
        "source of its own. Give every item of sources a short name, such as key: kp2mi-2025, and write that name as the source "
        "of the cost or the step. The title of the source will do as well. What has no source is left out; the page then says that it is "
        "not verified."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Entries of a sheet or a stage that cite nothing, or nothing that the file lists."""
    fields = document.fields
    if fields is None:
        return
    for place, written in entries(fields):
        if cited(fields.sources, written) is not None:
            continue
        at = f"{place}.source" if f"{place}.source" in fields.spans else place
        names = [s.key or s.title for s in fields.sources if s.key or s.title]
        close = nearest(written, names) if written else ""
        field = place.partition(".")[0]
        if written:
            message = Localized(
                id=f'"{spoken.brief(written)}" tidak ada di daftar sources berkas ini',
                en=f'"{spoken.brief(written)}" is not in the sources of this file',
            )
        else:
            message = Localized(id=f"butir {field} ini tidak menyebut sumbernya", en=f"this item of {field} names no source")
        if close:
            action = Localized(id=f'maksud Anda "{spoken.brief(close)}"?', en=f'did you mean "{spoken.brief(close)}"?')
        else:
            action = Localized(
                id="tulis source: diikuti key atau judul sumbernya; kalau sumbernya belum ada di sources, tambahkan dulu",
                en="write source: and the key or the title of its source; add the source to sources first if it is not there",
            )
        yield Finding(document.path, document.span(at), message, action)
