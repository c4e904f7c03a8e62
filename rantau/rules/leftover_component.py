"""A mark of another site's machinery stands in the text: a component, a template's field, a shortcode.

Only the site that it was made for understands it; here readers see the code.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    <v-img src="/images/visa.jpg" alt="Paspor di atas meja"></v-img>

    <NuxtImg src="/images/visa.jpg" />
    at: 5:1
    at: 7:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ::alert{type="info"}

    {% include gambar.html file="visa.jpg" %}

    Halo {{ $t('halo') }}, buka {{ site.baseurl }}/visa.

    [caption id="lampiran_1" width="300"]
    at: 5:1
    at: 7:1
    at: 9:6
    at: 9:29
    at: 11:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    import Kartu from '../components/Kartu.astro'

    export const judul = "Visa"

    {{< youtube abc >}}
    at: 5:1
    at: 7:1
    at: 9:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Di templat ditulis `{{ site.baseurl }}`, dan {{ nama }} diganti nama Anda.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tulis `<v-img>` di antara tanda petik terbalik. ![Paspor di atas meja](visa.jpg)

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Surat untuk [nama lengkap], [caption], dan kota::provinsi.

    impor dan ekspor dari Indonesia

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    import dan export barang butuh izin. Import "sementara" juga.

    Nilainya 100 %} dan {a}.

    :::note
    Isi.
    :::
"""

from collections.abc import Iterator

from rantau.model import Defect, Document, Finding, Library, Localized, Severity
from rantau.text import components, spoken
from rantau.text.positions import Positions

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Tanda seperti <v-img ...>, ::alert, {{ ... }}, {% ... %}, atau [gallery ...] hanya dimengerti oleh situs lama atau "
        "situs lain; di sini pembaca melihatnya sebagai kode. Hapus tandanya. Gambar ditulis sebagai "
        '![apa yang terlihat](nama.jpg), kotak sebagai !!! note "Judul". Kalau tandanya memang bagian tulisan, apit dengan '
        "tanda petik terbalik."
    ),
    en=(
        "Marks such as <v-img ...>, ::alert, {{ ... }}, {% ... %} or [gallery ...] are understood by the old site or by "
        "another one only; here readers see them as code. Delete them. Images are written ![what it shows](name.jpg), boxes "
        'as !!! note "Title". If the mark is part of what you say, put it between backticks.'
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor of a component's tag, and what to do next."""
    tag = defect.values.get("tag", "")
    return _words(f"<{tag}>", components.kind(tag))


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Fields and tags of templates, shortcodes, components without angle brackets, and lines of code of a page."""
    positions = Positions(document.prose)
    for start, end, kind in components.find(document.prose):
        shown = spoken.brief(" ".join(document.prose[start:end].split()), 50)
        yield Finding(document.path, positions.span(start, end), *_words(shown, kind))


def _words(shown: str, kind: str) -> tuple[Localized, Localized]:
    message = Localized(
        id=f'"{shown}" adalah kode situs lain, bukan tulisan', en=f'"{shown}" is code of another site, not a text'
    )
    if kind == "image":
        return message, Localized(
            id="hapus kode ini dan tulis gambarnya sebagai ![apa yang terlihat](nama.jpg)",
            en="delete this code and write the image as ![what it shows](name.jpg)",
        )
    if kind == "video":
        return message, Localized(
            id="hapus kode ini dan tulis tautan biasa ke videonya: [judul video](https://...)",
            en="delete this code and write a plain link to the video: [title of the video](https://...)",
        )
    if kind == "box":
        return message, Localized(
            id='hapus kode ini; kotak ditulis !!! note "Judul", isinya di bawahnya dengan empat spasi di depan',
            en='delete this code; a box is written !!! note "Title", with its text below, four blanks before each line',
        )
    return message, Localized(
        id="hapus kode ini; kalau memang bagian tulisan, apit dengan tanda petik terbalik (`)",
        en="delete this code; if it is part of what you say, put it between backticks (`)",
    )
