"""What a page shows once its pictures have come."""

from playwright.sync_api import Page

_WAITING = """(selector) => {
  const pictures = [...document.querySelectorAll(selector)];
  pictures.forEach((picture) => { picture.loading = 'eager'; });
  return [pictures.length, pictures.filter((picture) => !picture.complete).length];
}"""
_BROKEN = """(selector) => [...document.querySelectorAll(selector)].filter((picture) => !picture.naturalWidth).map((picture) => picture.src)"""


def broken_pictures(page: Page, selector: str = "img", least: int = 0) -> list[str]:
    """The addresses of the pictures that don't show, once all have come, those too that wait for a reader to scroll.

    It asks again and again, because a promise of `decode()` never ends in a browser that draws no frame.
    """
    for _ in range(300):
        count, waiting = page.evaluate(_WAITING, selector)
        if not waiting:
            assert count >= least
            found: list[str] = page.evaluate(_BROKEN, selector)
            return found
        page.wait_for_timeout(100)
    raise AssertionError(f"{waiting} pictures of {page.url} have not come in half a minute")
