"""Makes the project importable; the `mkdocs` command does not, `python -m mkdocs` does."""

import sys
from pathlib import Path

_ROOT = str(Path(__file__).resolve().parent.parent)
if _ROOT not in sys.path:
    sys.path.insert(0, _ROOT)
