"""How well the search tells word families apart: pairwise precision and recall of the keys that words get."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rantau.benches._lists import registries
from rantau.benches._refuse import Refused
from rantau.search.analysis import Analyzer
from rantau.search.vocabulary import conflator, vocabulary
from rantau.search.words import split
from rantau.text.failures import reason

SUMMARY = "families FILE: presisi dan recall pasangan bentuk kata; FILE berisi families (root, forms) dan distractors"
_WORST = 40
_SHAPE = '{"families": [{"root": "latih", "forms": ["latih", "melatih"]}], "distractors": ["kediri"]}'


@dataclass(frozen=True, slots=True)
class Score:
    """Over all pairs of different forms: `precision` of the pairs with one key, `recall` of the pairs of one family, from 0 to 1.

    `merged` is a line for each key that several families share, `split` one for each family with several keys, worst first.
    """

    precision: float
    recall: float
    merged: tuple[str, ...]
    split: tuple[str, ...]


def run(arguments: Sequence[str]) -> Iterator[str]:
    """`precision`, `recall`, then the worst mistakes.

    Raises: Refused for a file that is not there or not of the shape.
    """
    if len(arguments) != 1:
        yield SUMMARY
        return
    try:
        families = load(Path(arguments[0]))
    except OSError as error:
        raise Refused(f'"{arguments[0]}" tidak dapat dibaca: {reason(error)}') from error
    except (ValueError, LookupError, TypeError, AttributeError):
        raise Refused(f'"{arguments[0]}" bukan berkas keluarga kata; bentuknya {_SHAPE}') from None
    found = score(families, keys())
    yield f"precision {found.precision:.3f}"
    yield f"recall {found.recall:.3f}"
    yield from found.merged[:_WORST]
    yield from found.split[:_WORST]


def load(path: Path) -> dict[str, frozenset[str]]:
    """The families of a file, and its distractors as families of one form.

    Raises: OSError; ValueError, LookupError, TypeError or AttributeError for a file of another shape.
    """
    read = json.loads(path.read_text("utf-8"))
    families: dict[str, frozenset[str]] = {}
    for number, family in enumerate(read["families"]):
        if not isinstance(family["forms"], list) or not all(isinstance(form, str) for form in family["forms"]):
            raise TypeError("forms")
        families[f"{family['root']} {number}"] = frozenset(family["forms"])
    for word in read.get("distractors", ()):
        families[f"({word})"] = frozenset((word,))
    return families


def keys() -> Callable[[str], str]:
    """What the index files a form under, with the portal's lists; stop words, which it leaves out, like any other word."""
    lists = registries()
    analyzer = Analyzer(conflator(lists), replace(vocabulary("id", lists), stopwords=frozenset()))
    return lambda form: "+".join(dict.fromkeys(key for word in split(form) for key in analyzer.target(word)))


def score(families: Mapping[str, frozenset[str]], key: Callable[[str], str]) -> Score:
    """Scores the keys of a function against families that have no form in common."""
    holders: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    together = right = 0
    split = []
    for name, forms in families.items():
        keys = Counter(key(form) for form in forms)
        together += _pairs(len(forms))
        right += sum(map(_pairs, keys.values()))
        if len(keys) > 1:
            usual = keys.most_common(1)[0][0]
            lost = sorted(f"{form} -> {key(form)}" for form in forms if key(form) != usual)
            split.append((_pairs(len(forms)) - sum(map(_pairs, keys.values())), f"split {name.split()[0]}: {', '.join(lost)}"))
        for form in sorted(forms):
            holders[key(form)].append((name, form))
    wrong = 0
    merged = []
    for shared, held in holders.items():
        pairs = _pairs(len(held)) - sum(map(_pairs, Counter(name for name, _ in held).values()))
        if pairs:
            wrong += pairs
            merged.append((pairs, f"merged {shared}: {', '.join(form for _, form in held)}"))
    lines = (tuple(line for _, line in sorted(found, key=lambda f: (-f[0], f[1]))) for found in (merged, split))
    return Score(right / (right + wrong) if right + wrong else 1.0, right / together if together else 1.0, *lines)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
