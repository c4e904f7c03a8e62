"""A program sheet tells costs and does not say when they were checked.

Fees change every year; a fee without a day looks like today's.

Bad:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    costs:
    - {item: Ujian, amount: 28, currency: usd, source: kp2mi-2025}
    ---
    at: 7:1

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    verified_on: 2025-03-01
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    costs:
    - {item: Ujian, amount: 28, currency: usd, source: kp2mi-2025}
    ---

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    costs:
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Lembar program yang memuat biaya harus mengatakan kapan biaya itu terakhir dicocokkan dengan sumbernya. Tulis "
        "tanggalnya, misalnya verified_on: 2026-11-22. Pembaca melihat tanggal itu di samping biayanya. Jangan mengisi "
        "tanggal hari ini tanpa memeriksa."
    ),
    en=(
        "A program sheet that tells costs must say when they were last checked against their sources. Write the day, such as "
        "verified_on: 2026-11-22. Readers see it beside the costs. Don't write today's date without checking."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Costs of a sheet without `verified_on`; a date there that no calendar has is another rule's matter."""
    fields = document.fields
    if fields is None or not any(c.item or c.amount for c in fields.costs) or fields.verified_on is not None:
        return
    if any(d.rule == "impossible-date" and d.values.get("field") == "verified_on" for d in document.defects):
        return
    yield Finding(
        document.path,
        document.span("costs"),
        Localized(id="biaya ini tidak mengatakan kapan diperiksa", en="these costs do not say when they were checked"),
        Localized(
            id="cocokkan dengan sumbernya, lalu tulis tanggalnya: verified_on: tahun-bulan-hari",
            en="check them against their sources, then write the day: verified_on: year-month-day",
        ),
    )
