r"""A body holds HTML that the site does not take.

Pages carry only what Markdown makes, so that no contribution can bring a script, a form or somebody else's
tracker; nothing is removed in silence.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Isi <script>alert(1)</script>
    at: 5:5

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Isi <b>tebal sampai akhir halaman.
    at: 5:5

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Daftar di <www.kp2mi.go.id>.
    at: 5:11

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tulis `<div>` di antara tanda petik terbalik.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Gaji < 5 juta dan usia > 18 tahun, **tebal** dan <https://kp2mi.go.id/>

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Ketik REG\<spasi>nama, lalu buka <https://www.kp2mi.go.id>.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Paspor](/images/visa.jpg)

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    | Negara | Gaji |
    |---|---|
    | Jepang | tetap<br>lembur |

    H<sub>2</sub>O dan <kbd>Ctrl</kbd>
"""

from rantau.model import Defect, Localized, Severity
from rantau.text.links import named_hosts

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Tulisan di situs ini memakai Markdown, bukan kode HTML seperti <div ...> atau <iframe ...>. Kode seperti "
        "itu biasanya terbawa dari situs lama atau dari situs lain, dan bisa membawa iklan atau perintah. Hapus "
        "kodenya dan pakai bentuk Markdown-nya."
    ),
    en=(
        "Texts on this site are Markdown, not HTML code such as <div ...> or <iframe ...>. Such code is mostly left "
        "over from the old site or from another one, and can bring advertising or commands. Delete it and use the "
        "Markdown form."
    ),
)

_IMAGE = (
    "hapus kode ini dan tulis gambarnya sebagai ![apa yang terlihat](nama.jpg)",
    "delete this code and write the image as ![what it shows](name.jpg)",
)
_FRAME = (
    "hapus kode ini dan tulis tautan biasa ke videonya: [judul video](https://...)",
    "delete this code and write a plain link to the video: [title of the video](https://...)",
)
_HEADING = ("tulis subjudul dengan ## di awal baris", "write headings with ## at the start of the line")
_LIST = (
    'tulis setiap butir di barisnya sendiri, diawali "- "',
    'write each item on a line of its own, with "- " before it',
)
_PARAGRAPH = (
    "hapus kode ini, tulisannya tetap; paragraf cukup dipisahkan baris kosong",
    "delete this code and keep the words; an empty line is enough between paragraphs",
)
_LOOK = (
    "hapus kode ini; huruf dan letaknya diatur situs",
    "delete this code; the site takes care of letters and places",
)
_STYLE = (
    "hapus kode ini beserta isinya; huruf dan letaknya diatur situs",
    "delete this code with its content; the site takes care of letters and places",
)
_TABLE = ("tulis tabel dengan garis tegak: | Negara | Gaji |", "write tables with bars: | Country | Wage |")
_SCRIPT = (
    "hapus kode ini beserta isinya; situs ini tidak menerima skrip dan formulir",
    "delete this code with its content; the site takes no scripts and forms",
)
_HELP = (
    dict.fromkeys(("img", "picture", "figure", "svg"), _IMAGE)
    | dict.fromkeys(("iframe", "video", "audio", "embed", "object"), _FRAME)
    | dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _HEADING)
    | dict.fromkeys(("ul", "ol", "li"), _LIST)
    | dict.fromkeys(("p", "div", "span", "section", "article"), _PARAGRAPH)
    | dict.fromkeys(("center", "font", "big", "tt", "strike", "blink", "marquee"), _LOOK)
    | dict.fromkeys(("style", "link"), _STYLE)
    | dict.fromkeys(("table", "tr", "td", "th", "thead", "tbody"), _TABLE)
    | dict.fromkeys(("script", "form", "input", "button"), _SCRIPT)
    | {
        "a": (
            "tulis tautan sebagai [teks tautan](https://...), tanpa spasi di dalam alamatnya",
            "write links as [words of the link](https://...), without blanks in the address",
        ),
        "!--": (
            "hapus catatan ini; catatan redaksi ditulis di bagian atas berkas dengan # di depannya",
            "delete this comment; editors' notes go to the top of the file, with # before them",
        ),
    }
)
_OTHER = (
    "hapus kode ini; kalau tandanya memang bagian tulisan, apit dengan tanda petik terbalik (`)",
    "delete this code; if it is part of what you say, put it between backticks (`)",
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    tag = defect.values.get("tag", "")
    if named_hosts(tag) == (tag,):
        return (
            Localized(id=f'"<{tag}>" bukan alamat web yang lengkap', en=f'"<{tag}>" is not a whole web address'),
            Localized(id=f"tulis <https://{tag}>", en=f"write <https://{tag}>"),
        )
    if defect.values.get("unpaired"):
        return (
            Localized(id=f'tanda "<{tag}>" tidak berpasangan', en=f'the mark "<{tag}>" has no partner'),
            Localized(
                id=f"tulis <{tag}> di awal dan </{tag}> di akhir bagian itu, atau hapus keduanya",
                en=f"write <{tag}> where the part begins and </{tag}> where it ends, or delete both",
            ),
        )
    shown = "<!-- -->" if tag == "!--" else f"<{tag}>"
    return (
        Localized(id=f'kode HTML "{shown}" tidak dipakai di situs ini', en=f'HTML code "{shown}" is not used on this site'),
        Localized(*_HELP.get(tag, _OTHER)),
    )
