"""What holds for all tests: their order, their patience, and that two runs of the same code see the same.

The longest files come first, so that the last minutes keep every processor busy.
"""

import signal
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import expect

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
import environment

from rantau.benches import _chromium

if not environment.ready(environment.LOCK, environment.TEST_LOCK):
    # A command under test would install packages in the middle of it.
    pytest.exit("the packages in .venv are not those of the locks; run python3 scripts/test.py once", returncode=2)

settings.register_profile("rantau", derandomize=True, deadline=None)
settings.load_profile("rantau")

# What was started in the background ignores an interruption, and so would the commands that tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Tests read pages and draw few of them: a process of the browser's own for drawing is work for nothing.
_chromium.ARGUMENTS += ["--in-process-gpu", "--disable-gpu-rasterization", "--disable-software-rasterizer"]

# Two processors do the work of many tests at once; a page that is slow is not wrong.
expect.set_options(timeout=20_000)
LONG = (
    "test_commands test_preview test_policy test_search_page test_hostile test_hostile_corpora test_unlucky test_browser test_reporters test_styles test_rules "
    "test_offline test_admin test_fixes test_search_index test_pathological test_writer"
).split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sorts by file: those of LONG in their order, then the others in theirs."""
    places = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(Path(item.path).stem, len(LONG)))
