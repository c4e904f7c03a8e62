"""The page of what a phone keeps, as it is before a worker answers in its place (decision 22)."""

from collections.abc import Iterator
from html import escape

from rantau.model import Localized
from rantau.page import Page
from rantau.scene import Outlook, Scene
from rantau.text.addresses import offline_address
from rantau.views import Anchor, Freshness, PlainView

_TITLE = Localized("Tersimpan di ponsel ini", "Kept on this phone", "この端末に保存したページ")
_TEXT = Localized(
    "Situs ini menyimpan di ponsel Anda halaman yang pernah Anda buka, supaya bisa dibaca lagi tanpa internet. Daftarnya muncul "
    "di alamat ini setelah Anda membuka satu halaman lain. Kalau tetap kosong, peramban Anda tidak menyimpan halaman.",
    "This site keeps on your phone the pages that you have opened, so that you can read them again without internet. The list "
    "stands at this address after you have opened another page. If it does not, your browser keeps no pages.",
    "このサイトは、開いたページを端末に保存し、インターネットなしでも読めるようにします。ほかのページを一つ開くと、ここに一覧が出ます。"
    "出ない場合は、お使いのブラウザーがページを保存していません。",
)


def every(scene: Scene) -> Iterator[Page]:
    """The page in each language."""
    return (_page(scene, language) for language in scene.languages)


def _page(scene: Scene, language: str) -> Page:
    address, title = offline_address(language), _TITLE.speak(language)

    def view() -> PlainView:
        look = Outlook(scene, address, language)
        frame = look.frame(title, crumbs=(Anchor(title, ""),), indexable=False)
        return PlainView(frame, title, "", f"<p>{escape(_TEXT.speak(language))}</p>", (), Freshness("unverified"), (), "", "")

    return Page(address, "page.html", language, title, view, indexable=False)
