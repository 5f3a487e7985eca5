"""Charts: the size they are placed at, the same pixels every time, and no cost before the first is drawn."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from itertools import combinations, pairwise
from pathlib import Path
from types import ModuleType

import pytest
from matplotlib import image
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text as MatplotlibText
from tests.reports.sample_documents import STATUSES

from boarddesk.reports.charts import bars as bars_module
from boarddesk.reports.charts import canvas, scores
from boarddesk.reports.charts import heat as heat_module
from boarddesk.reports.charts import risk_map as risk_map_module
from boarddesk.reports.charts import runs as runs_module
from boarddesk.reports.charts import trend as trend_module
from boarddesk.reports.charts.bars import BARS_HEIGHT, Bar, said_beside, status_bars
from boarddesk.reports.charts.canvas import centimetres_of, in_lines, text_width
from boarddesk.reports.charts.heat import HeatCell, heat_map
from boarddesk.reports.charts.risk_map import MapCell, MapLabel, RiskMap, risk_map
from boarddesk.reports.charts.runs import RUN_HEIGHT, Level, Point, RunChart, run_chart, spread_out
from boarddesk.reports.charts.scores import ScoreRun, score_run
from boarddesk.reports.charts.trend import (
    ATTENDANCE_HEIGHT,
    MOST_LABELS,
    TrendPoint,
    attendance_trend,
    named_places,
    scale_starts_at,
)


def runs() -> bytes:
    points = tuple(Point(f"M{place}", 30.0 + place, 31.0) for place in range(6))
    return run_chart(
        RunChart((*points, Point("M6", None, 40)), Level(92, "Headline 92%"), Level(31, "Baseline"), "Step")
    )


def bars() -> bytes:
    return status_bars(STATUSES, [Bar("10 March", (11, 16, 8, 1, 2)), Bar("9 June", (17, 11, 7, 2, 1))])


def trend() -> bytes:
    meetings = [TrendPoint("9 Sep", "12 of 13", "92%", 92.3), TrendPoint("14 Oct", "10 of 13", "77%", 76.9)]
    return attendance_trend(meetings, target=90, target_words="Target 90%")


@pytest.mark.parametrize(
    ("draw", "height"), [(runs, RUN_HEIGHT), (bars, BARS_HEIGHT), (trend, ATTENDANCE_HEIGHT)]
)
def test_a_chart_is_drawn_at_the_size_it_is_placed(draw: object, height: float) -> None:
    assert callable(draw)
    across, down = struct.unpack(">II", draw()[16:24])
    assert across == pytest.approx(17.4 / 2.54 * 200, abs=1)
    assert down == pytest.approx(height / 2.54 * 200, abs=1)


def test_the_same_figures_give_the_same_picture() -> None:
    assert runs() == runs() and bars() == bars() and trend() == trend()


def test_a_chart_keeps_no_date_and_no_program_name() -> None:
    assert b"tEXt" not in runs() and b"tIME" not in runs()


@pytest.mark.parametrize(
    "chart",
    [
        RunChart((Point("A", 0.0), Point("B", 0.0), Point("C", 0.0))),
        RunChart((Point("A", -4.0, -2.0), Point("B", None, -1.0), Point("C", 3.0))),
        RunChart((Point("A", 1.0), Point("B"), Point("C"))),
        RunChart((Point("A"), Point("B"), Point("C"))),
    ],
)
def test_noughts_negatives_and_gaps_are_drawn(chart: RunChart) -> None:
    assert run_chart(chart).startswith(b"\x89PNG")


def test_names_at_the_right_keep_apart_and_stay_inside() -> None:
    assert spread_out([1.0, 5.0], apart=1.0, highest=10.0) == [1.0, 5.0]
    assert spread_out([5.0, 5.2, 9.8], apart=1.0, highest=10.0) == [5.0, 6.0, 9.8]
    assert spread_out([9.8, 9.9], apart=1.0, highest=10.0) == [9.0, 10.0]


def test_no_actions_at_all_still_draws() -> None:
    assert status_bars(STATUSES, [Bar("9 June", (0, 0, 0, 0, 0))]).startswith(b"\x89PNG")


def test_the_scale_starts_at_nought_unless_everything_is_high() -> None:
    assert scale_starts_at([71.4, 90, 100]) == 50
    assert scale_starts_at([12.0, 90]) == 0
    assert scale_starts_at([]) == 0


@pytest.mark.parametrize("lowest", [0.0, 3.0, 12.5, 25.0, 31.0])
@pytest.mark.parametrize("meetings", [3, 12])
def test_the_words_at_a_meeting_where_hardly_anybody_came_stand_above_the_days(
    lowest: float, meetings: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[float] = []

    def noted(
        axes: Axes, said: str, *, at: tuple[float, float], away: float, size: float, **_look: object
    ) -> None:
        lower = at[1] + (away - size if away < 0 else away) / 72 * axes.figure.dpi / axes.bbox.height * 100
        drawn.append(lower)

    monkeypatch.setattr("boarddesk.reports.charts.trend.label", noted)
    points = [TrendPoint("10 Feb", "0 of 12", f"{lowest:g}%", lowest) for _ in range(meetings - 1)]
    attendance_trend([TrendPoint("13 Jan", "12 of 12", "100%", 100), *points], target=90)
    assert len(drawn) == 2 * meetings and min(drawn) >= 0


def test_fractions_that_would_run_into_each_other_are_left_to_the_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "boarddesk.reports.charts.trend.label", lambda _axes, words, **_look: said.append(words)
    )
    attendance_trend([TrendPoint("13 Jan", "100 of 100", "100%", 100)] * 14, target=90)
    assert said == ["100%"] * 14


def test_the_drawing_library_waits_for_the_first_chart() -> None:
    code = "import sys, boarddesk.reports.highlights.report; sys.exit('matplotlib' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


def test_the_drawing_library_says_nothing_in_the_terminal_where_it_may_keep_no_cache(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where its folder would be", "utf-8")
    code = "import boarddesk.reports.charts.canvas, matplotlib; matplotlib.get_cachedir()"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "MPLCONFIGDIR": str(tmp_path / "taken"),
    }
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert done.stderr == b""


def test_a_small_plan_has_its_numbers_inside_its_bars() -> None:
    assert said_beside(STATUSES, Bar("9 June", (1, 2, 3, 1, 0)), longest=7) == ""


def test_counts_too_small_for_their_part_of_a_bar_stand_beside_it() -> None:
    said = said_beside(STATUSES, Bar("9 June", (17, 11, 7, 2, 1)), longest=38)
    assert said == f"{STATUSES[3].shape} 2  {STATUSES[4].shape} 1"


@pytest.mark.parametrize("counts", [(1, 2, 3, 1, 0), (1, 1, 1, 1, 96), (17, 11, 7, 2, 1), (0, 0, 0, 0, 7)])
def test_nothing_beside_a_bar_runs_off_the_right_edge(counts: tuple[int, ...]) -> None:
    """The outermost pixels of the chart stay white."""
    picture = image.imread(BytesIO(status_bars(STATUSES, [Bar("12 May", counts), Bar("9 June", counts)])))
    assert picture[:, -4:, :3].min() == 1.0


LONG_NAME = "Northmoor and Dales Integrated Care Board and Health Partnership Trust of the North West"


@pytest.mark.parametrize("font", ["Liberation Sans", "DejaVu Sans"])
@pytest.mark.parametrize("meetings", [3, 14])
def test_the_names_of_a_heat_map_stand_whole_inside_it_in_any_font(
    font: str, meetings: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boarddesk.reports.charts.canvas.fonts", lambda: (font, "DejaVu Sans"))
    monkeypatch.setattr("boarddesk.reports.charts.heat.fonts", lambda: (font, "DejaVu Sans"))
    cells = [HeatCell("1/2", 50.0)] * meetings
    png = heat_map(["14\nApr\n26"] * meetings, [("Northmoor Schools Partnership", cells), (LONG_NAME, cells)])
    assert centimetres_of(png) <= 17.4 + 0.01
    drawn = image.imread(BytesIO(png))[..., :3]
    for edge in (drawn[:, :2], drawn[:, -2:], drawn[:2], drawn[-2:]):
        assert edge.min() == 1.0  # white: nothing is cut at an edge


def test_a_name_is_broken_by_its_width_and_cut_only_where_its_lines_are_used_up() -> None:
    room = text_width("Northmoor Integrated", canvas.TEXT) + 0.1
    assert in_lines("Northmoor Integrated Care Board", canvas.TEXT, room=room, most=2) == [
        "Northmoor Integrated",
        "Care Board",
    ]
    cut = in_lines(LONG_NAME, canvas.TEXT, room=room, most=2)
    assert cut[0] == "Northmoor and Dales" and cut[1].endswith("…")
    assert all(text_width(line, canvas.TEXT) <= room for line in cut)
    assert in_lines("", canvas.TEXT, room=room, most=2) == []


@pytest.mark.parametrize("count", [1, 2, 24, 25, 60, 120])
def test_of_many_meetings_some_are_named_the_newest_among_them(count: int) -> None:
    named = named_places(count)
    assert named[-1] == count - 1 and len(named) <= MOST_LABELS
    assert count > MOST_LABELS or named == list(range(count))
    assert len({after - before for before, after in pairwise(named)}) <= 1


# No words are cut, and none lie over others


STEPS = [("Oct 25", 40.0), ("Nov 25", 41.0), ("Dec 25", 41.9), ("Jan 26", 44.3), ("Feb 26", 45.2)]
STEPS += [("Mar 26", 46.6), ("Apr 26", 48.3), ("May 26", 50.8), ("Jun 26", 54.0), ("Jul 26", 55.9)]
RUNS = {
    "at a hundred": RunChart(
        tuple(
            Point(name, value, 90) for name, value in (("Apr 26", 100.0), ("Jun 26", 93.5), ("Jul 26", 91))
        ),
        Level(90, "Headline 90%"),
        Level(78, "Baseline 78%"),
        "Step target 90%",
        per_cent=True,
    ),
    "just above the base line": RunChart(
        (*(Point(name, value, value + 2) for name, value in STEPS), Point("Apr 27", None, 75)),
        Level(90, "Headline 90%"),
        Level(29, "Baseline 29%"),
        "Step target 75%",
        per_cent=True,
    ),
    "everywhere": RunChart(
        tuple(Point(name, 10.0 * at, 100 - 10.0 * at) for at, (name, _) in enumerate(STEPS)),
        Level(50, "Headline 50%"),
        Level(12, "Baseline 12%"),
        "Step target 10%",
        per_cent=True,
    ),
    "at nought": RunChart(
        tuple(Point(name, 0.0, 40.0) for name in ("Spring 2026", "Summer 2026", "Autumn 2026")),
        Level(0, "Headline 0"),
        Level(1, "Baseline 1"),
        "Step target 40",
    ),
    "many": RunChart(
        tuple(Point("Autumn 2026", 1000.5 + at, 1002.0) for at in range(30)), Level(990, "Headline 990")
    ),
    "below nought": RunChart((Point("A", -4.0, -2.0), Point("B", None, -1.0), Point("C", 3.0))),
}


def words_apart(figure: Figure) -> list[str]:
    """What is wrong with where words stand: cut at an edge, over one another, over an axis or the key."""
    figure.draw_without_rendering()
    sheet = figure.bbox
    texts = [
        each for each in figure.findobj(MatplotlibText) if each.get_text().strip() and each.get_visible()
    ]
    boxes = [(each.get_text(), each.get_window_extent().padded(-1)) for each in texts]
    wrong = [f"{said} is cut" for said, box in boxes if not (
        sheet.x0 <= box.x0 and box.x1 <= sheet.x1 and sheet.y0 <= box.y0 and box.y1 <= sheet.y1
    )]  # fmt: skip
    wrong += [f"{one} over {two}" for (one, a), (two, b) in combinations(boxes, 2) if a.overlaps(b)]
    for axes in figure.axes:
        lines = [
            axes.spines[side].get_window_extent() for side in axes.spines if axes.spines[side].get_visible()
        ]
        wrong += [
            f"{said} over an axis"
            for said, box in boxes
            for line in lines
            if axes.axison and box.overlaps(line)
        ]
        key = axes.get_legend()
        inside = {each.get_text() for each in key.get_texts()} if key else set()
        wrong += [f"{said} in the key" for said, box in boxes
                  if key and said not in inside and box.overlaps(key.get_window_extent())]  # fmt: skip
    return wrong


def figure_of(module: ModuleType, draw: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> Figure:
    figures: list[Figure] = []

    def keep(figure: Figure) -> bytes:
        figures.append(figure)
        return b""

    monkeypatch.setattr(module, "png_of", keep)
    draw()
    return figures[-1]


@pytest.mark.parametrize("font", ["Liberation Sans", "DejaVu Sans"])
@pytest.mark.parametrize("name", RUNS)
def test_no_words_of_a_run_chart_are_cut_or_lie_over_others(
    name: str, font: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (canvas, runs_module):
        monkeypatch.setattr(module, "fonts", lambda: (font, "DejaVu Sans"))
    figure = figure_of(runs_module, lambda: run_chart(RUNS[name]), monkeypatch)
    assert words_apart(figure) == []


SCORES = {
    "at the top": ScoreRun(("Jan 26", "Feb 26", "Mar 26"), (25, 20, 25), (10, 10, 10), 25, 25, 4, 12),
    "at the foot": ScoreRun(("Jan 26", "Feb 26"), (1, 1), (1, 1), 25, 2, 1, 3),
    "many": ScoreRun(tuple(f"{at} Jan 26" for at in range(1, 9)), (20,) * 8, (10,) * 8, 25, 20, 4, 12),
}


@pytest.mark.parametrize("name", SCORES)
def test_no_words_of_a_run_of_scores_are_cut_or_lie_over_others(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert words_apart(figure_of(scores, lambda: score_run(SCORES[name]), monkeypatch)) == []


@pytest.mark.parametrize(
    "counts", [(1, 2, 3, 1, 0), (1, 1, 1, 1, 96), (17, 11, 7, 2, 1), (100, 80, 70, 60, 30)]
)
def test_no_words_of_the_bars_are_cut_or_lie_over_others(
    counts: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = [Bar("10 March 2025", counts[::-1]), Bar("9 September 2026", counts)]
    assert words_apart(figure_of(bars_module, lambda: status_bars(STATUSES, drawn), monkeypatch)) == []


@pytest.mark.parametrize("values", [(100, 0, 100, 50), (92, 77, 100, 90), (90,) * 14, (100,) * 24])
def test_no_words_of_the_attendance_are_cut_or_lie_over_others(
    values: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    points = [
        TrendPoint("13\nJan\n26" if len(values) > 9 else "13 Jan", "12 of 13", f"{each}%", each)
        for each in values
    ]
    figure = figure_of(
        trend_module,
        lambda: attendance_trend(points, target=90, target_words="Target 90%"),
        monkeypatch,
    )
    assert words_apart(figure) == []


@pytest.mark.parametrize("meetings", [1, 3, 14])
def test_no_words_of_the_heat_map_are_cut_or_lie_over_others(
    meetings: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = [HeatCell("10/12", 83.3)] * meetings
    rows = [("Northmoor Schools Partnership", cells), (LONG_NAME, cells)]
    figure = figure_of(heat_module, lambda: heat_map(["14\nApr\n26"] * meetings, rows), monkeypatch)
    assert words_apart(figure) == []


@pytest.mark.parametrize("risks", [0, 1, 2, 9])
def test_no_words_of_the_map_of_risks_are_cut_or_lie_over_others(
    risks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = tuple(MapLabel(f"SR{at}", "Educational psychologist vacancies", "16") for at in range(risks))
    row = tuple(MapCell(f"{at * 5} Extreme", "93AEBE", "000000", labels) for at in range(1, 6))
    likely = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")
    shown = RiskMap(likely, ("Negligible", "Minor", "Moderate", "Major", "Critical"), (row,) * 5)
    assert words_apart(figure_of(risk_map_module, lambda: risk_map(shown), monkeypatch)) == []
