"""The service worker that keeps what a reader has opened (decision 22): theme/assets/sw.js with its words."""

import html
import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import PurePosixPath

from rantau import scripts
from rantau.model import Edition, Localized
from rantau.policy import WORKER
from rantau.text.addresses import offline_address
from rantau.text.pictures import WIDTHS

_WORDS: Mapping[str, Localized] = {
    "lost": Localized(
        "Tidak ada internet, dan halaman ini belum tersimpan",
        "No internet, and this page is not kept yet",
        "インターネットに接続できず、このページは保存されていません",
    ),
    "missing": Localized(
        "Halaman yang sudah pernah Anda buka masih bisa dibaca. Kalau internet sudah ada,",
        "Pages that you have opened before can still be read. When you have internet,",
        "一度開いたページは引き続き読めます。接続できたら",
    ),
    "again": Localized("coba lagi", "try again", "もう一度お試しください"),
    "slow": Localized("Jaringan sedang lambat.", "The network is slow.", "通信が遅くなっています。"),
    "offline": Localized("Anda sedang luring (tanpa internet).", "You are offline.", "オフラインです。"),
    "failing": Localized("Situs sedang terganggu.", "The site has a problem.", "サイトに問題が起きています。"),
    "saved": Localized(
        "Halaman ini disimpan pada %s; isinya mungkin sudah berubah.",
        "This page was kept on %s; it may have changed since.",
        "このページは%sに保存したものです。内容が変わっている可能性があります。",
    ),
    "all": Localized("Lihat yang tersimpan", "See what is kept", "保存したページを見る"),
    "packs": Localized("Paket negara", "Countries saved whole", "まとめて保存した国"),
    "room": Localized(
        "memakai %s di ponsel (unduhannya lebih kecil)",
        "takes %s on the phone (the download is smaller)",
        "端末上で%s（通信量はこれより少なめ）",
    ),
    "pages": Localized("Halaman yang pernah dibuka", "Pages opened before", "開いたことのあるページ"),
    "remove": Localized("Hapus", "Remove", "削除"),
    "clear": Localized("Hapus semua", "Remove everything", "すべて削除"),
    "sure": Localized(
        "Semua halaman dan paket situs ini dihapus dari ponsel. Riwayat peramban tidak ikut terhapus.",
        "All pages of this site are removed from the phone. The browser's history stays.",
        "このサイトの保存ページをすべて端末から削除します。ブラウザーの履歴は残ります。",
    ),
    "yes": Localized("Ya, hapus semua", "Yes, remove everything", "はい、すべて削除します"),
    "nothing": Localized("Belum ada yang tersimpan.", "Nothing is kept yet.", "まだ何も保存されていません。"),
    "version": Localized("Versi", "Version", "バージョン"),
}


def conclude(edition: Edition, _staged: Callable[[PurePosixPath], bytes]) -> Iterator[tuple[PurePosixPath, bytes]]:
    """sw.js; the same for every build until the theme's source or these words change. A preview has none."""
    titles = {page.language: page.title for page in edition.pages if page.address == offline_address(page.language)}
    code = scripts.lean((scripts.ASSETS / WORKER).read_text("utf-8"))
    said = {
        "site": html.escape(edition.name),
        "end": html.escape(f" · {edition.name}"),
        "widths": WIDTHS,
        "words": {
            language: {"title": title, **{name: words.speak(language) for name, words in _WORDS.items()}}
            for language, title in titles.items()
        },
    }
    version = sha256(json.dumps(said).encode() + code).hexdigest()[:8]
    told = json.dumps({"version": version, **said}, ensure_ascii=False, separators=(",", ":"))
    yield PurePosixPath(WORKER), f"const RANTAU={told};\n".encode() + code
