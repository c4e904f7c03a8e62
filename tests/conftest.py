"""The order of the tests: the longest files first, so that the last minutes keep every processor busy."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

# Two processors do the work of many tests at once; a page that is slow is not wrong.
expect.set_options(timeout=20_000)
LONG = (
    "test_commands test_preview test_policy test_search_page test_hostile test_hostile_corpora test_unlucky test_browser test_reporters test_rules"
).split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sorts by file: those of LONG in their order, then the others in theirs."""
    places = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(Path(item.path).stem, len(LONG)))
