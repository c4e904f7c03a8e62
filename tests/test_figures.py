"""Key figures: what may be compared, how they are cut into pages, and what leaves the site as data."""

import csv
import gzip
import io
import json
from decimal import Decimal
from pathlib import Path, PurePosixPath

import pytest
from jinja2 import Environment, FileSystemLoader

from hooks.engine import THEME, session
from rantau import pages, pipeline
from rantau.scene import Scene
from rantau.text.figures import PAGE_SIZE, number
from rantau.views import FiguresView
from tests import trees


def figures(*rows: str) -> str:
    return "".join(f"\n  - {{{row}}}" for row in rows)


def views(scene: Scene, language: str = "id") -> list[FiguresView]:
    made = [page.view() for page in pages.every(scene) if page.template == "figures.html" and page.language == language]
    return [view for view in made if isinstance(view, FiguresView)]


FILES = {
    "artikel/2025/tahun.md": trees.article(
        countries="[JP, KR]",
        tags="[visa]",
        figures=figures(
            'label: Penempatan pada 2024, value: "297.434", unit: orang, series: Penempatan, source: Laporan',
            'label: Penempatan 1 Januari-15 Desember 2025, value: "286.422", unit: Orang, date: 2025-12-15, series: penempatan, source: Laporan',
            'label: Penempatan pada 2023, value: 270-280 ribu, unit: orang, series: Penempatan, source: Laporan',
            'label: Penempatan dalam persen, value: "19", unit: persen, series: Penempatan, source: Laporan',
            "label: Upah di Negeri Sakura, value: =1+1, unit: yen, source: '@Laporan'",
            'label: Tanpa negara, value: "7", source: ""',
        ),
        sources="[{title: Satu}, {title: Dua}]",
    ),
    "artikel/2025/lama.md": trees.article(
        title="Surat yang lama", countries="[KR]", expires="2026-01-01", figures=figures('label: Kuota, value: "4.000", unit: orang')
    ),
    "artikel/2025/jalur.md": trees.article(
        title="Surat jalur", countries="[KR]", tags="[visa]", figures=figures('label: Berangkat ke seluruh negara, value: "6.398"')
    ),
    "artikel/2025/arsip.md": trees.article(title="Surat arsip", status="archived", figures=figures('label: Arsip, value: "1"')),
    "ja/artikel/2025/lama.md": trees.article(title="古い", figures=figures('label: 枠, value: "1.5億", unit: 円')),
}


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return trees.scene(tmp_path_factory.mktemp("isi"), FILES, "https://rantau.example/")


@pytest.mark.parametrize(
    ("value", "language", "meant"),
    [
        ("297.434", "id", "297434"),
        ("1,5 miliar", "id", "1500000000"),
        ("50 juta", "id", "50000000"),
        ("297,434", "en", "297434"),
        ("1.5 billion", "en", "1500000000"),
        ("1.5億", "ja", "150000000"),
        ("25-35 juta", "id", None),
        ("sekitar 50", "id", None),
        ("50%", "id", None),
    ],
)
def test_a_value_is_read_as_its_language_writes_numbers(value: str, language: str, meant: str | None) -> None:
    assert number(value, language) == (Decimal(meant) if meant is not None else None)


def test_a_series_is_drawn_in_the_order_of_time_and_what_is_no_number_stands_in_the_table_alone(scene: Scene) -> None:
    (view,) = views(scene)
    series = view.groups[0]
    assert series.chart is not None
    assert [(bar.label, bar.value, bar.length) for bar in series.chart.bars] == [
        ("pada 2024", "297.434", 320.0),
        ("1 Januari-15 Desember 2025", "286.422", 308.2),
    ]
    assert [row.page.label for row in series.rows] == [
        "Penempatan pada 2023",
        "Penempatan pada 2024",
        "Penempatan 1 Januari-15 Desember 2025",
    ]


def test_nothing_is_compared_that_has_another_unit(scene: Scene) -> None:
    (view,) = views(scene)
    assert [len(group.rows) for group in view.groups if group.chart is not None] == [3]
    assert "19" in [row.value for group in view.groups[1:] for row in group.rows]


def test_other_figures_stand_below_their_country_unless_they_are_of_all_or_below_their_topic(scene: Scene) -> None:
    (view,) = views(scene)
    assert [(group.link.label, group.link.href, [row.value for row in group.rows]) for group in view.groups[1:]] == [
        ("Jepang", "../negara/jepang/", ["=1+1"]),
        ("Korea Selatan", "../negara/korea-selatan/", ["4.000"]),
        ("Visa", "../topik/visa/", ["6.398", "19", "7"]),
    ]


def test_every_figure_leads_to_its_text_and_says_its_source_and_whether_it_is_over(scene: Scene) -> None:
    (view,) = views(scene)
    rows = {row.value: row for group in view.groups for row in group.rows}
    assert (rows["4.000"].page.href, rows["4.000"].source, rows["4.000"].expired) == ("../artikel/2025/lama/", "Panduan visa", True)
    assert rows["7"].source == ""
    assert "1" not in rows


def test_a_language_without_figures_has_no_page_and_no_link(scene: Scene) -> None:
    assert [page.address for page in pages.every(scene) if page.template == "figures.html"] == ["/angka/", "/ja/angka/"]
    assert scene.figures.keys() == {"id", "ja"}


def data(scene: Scene) -> dict[PurePosixPath, bytes]:
    return dict(pipeline.publish(scene, tuple(pages.every(scene)), Path(), only=("figures",)))


def test_the_table_holds_all_figures_and_no_formula(scene: Scene) -> None:
    made = data(scene)
    assert sorted(map(str, made)) == ["angka/data.csv", "angka/data.json", "ja/angka/data.csv", "ja/angka/data.json"]
    rows = list(csv.DictReader(io.StringIO(made[PurePosixPath("angka/data.csv")].decode("utf-8"), newline="")))
    assert len(rows) == 8
    assert not [cell for row in rows for cell in row.values() if cell[:1] in tuple("=+-@\t\r")]
    wage = next(row for row in rows if row["label"].startswith("Upah"))
    assert (wage["value"], wage["source"], wage["number"]) == ("'=1+1", "'@Laporan", "")
    assert wage["address"] == "https://rantau.example/artikel/2025/tahun/"
    assert all(line.startswith('"') for line in made[PurePosixPath("angka/data.csv")].decode().split("\r\n") if line)


def test_the_data_has_numbers_as_numbers(scene: Scene) -> None:
    found = json.loads(data(scene)[PurePosixPath("angka/data.json")])
    first = next(one for one in found["figures"] if one["label"] == "Penempatan pada 2024")
    assert (found["language"], first["number"], first["countries"], first["unit"]) == ("id", 297434, ["JP", "KR"], "orang")


def test_ids_stay_when_values_places_and_other_figures_change(tmp_path: Path, scene: Scene) -> None:
    changed = FILES["artikel/2025/tahun.md"].replace("297.434", "297.999").replace("figures:", 'figures:\n  - {label: Baru, value: "3"}')
    other = trees.scene(tmp_path, FILES | {"artikel/2025/tahun.md": changed})
    before, after = ({one["label"]: one["id"] for one in json.loads(data(s)[PurePosixPath("angka/data.json")])["figures"]} for s in (scene, other))
    assert len(set(after.values())) == len(after) == len(before) + 1
    assert before.items() <= after.items()


def many(articles: int) -> dict[str, str | bytes]:
    def row(article: int, place: int) -> str:
        words = f"label: Penempatan pekerja di sektor perawatan dan perikanan {article} {place}"
        return f'{words}, value: "{article}.{place}47", unit: orang, date: 2025-03-0{place}, source: "Laporan tahunan {article}, halaman {place}"'

    return {
        f"artikel/2025/surat-{n:03}.md": trees.article(
            title=f"Surat {n}", date=f"2025-01-{1 + n // 9:02}", countries="[JP, KR, DE]", figures=figures(*(row(n, place) for place in range(1, 4)))
        )
        for n in range(articles)
    }


def test_pages_stay_small_and_a_new_article_changes_the_first_and_at_most_one_other(tmp_path: Path) -> None:
    old, new = (trees.scene(tmp_path / str(count), many(count)) for count in (33, 34))
    before, after = (
        [tuple(row.id for group in view.groups for row in group.rows) for view in views(scene)] for scene in (old, new)
    )
    assert sum(map(len, after)) == 34 * 3
    assert sum(one != other for one, other in zip(before[1:], after[1:], strict=False)) <= 1
    assert all(PAGE_SIZE <= len(rows) < 2 * PAGE_SIZE + 3 for rows in after)
    environment = Environment(loader=FileSystemLoader(str(THEME)))
    session.environment(environment)
    drawn = environment.get_template("figures.html").render(view=views(new)[0], preview=False)
    assert len(gzip.compress(drawn.encode(), 9)) <= 12_000
