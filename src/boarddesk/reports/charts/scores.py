"""The run of a risk's scores over its last reviews, with target, inherent score and the lines of appetite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from boarddesk.reports.charts.canvas import (
    EDGE,
    LARGE,
    LINE,
    QUIET,
    TEXT,
    blank_figure,
    fonts,
    label,
    plain_axes,
    png_of,
)
from boarddesk.reports.charts.runs import spread_out

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEIGHT: Final = 3.7
APART: Final = 0.15
"""Names at the right stand at least so much of the scale apart: twelve points."""
ROOM_ABOVE: Final = 1.22
"""How far the scale reaches over the highest score, so that its words are not cut."""


@dataclass(frozen=True)
class ScoreRun:
    """Scores at the reviews, the oldest first, the targets that stood then, and the level lines."""

    labels: tuple[str, ...]
    scores: tuple[int | None, ...]
    targets: tuple[int | None, ...]
    highest: int
    inherent: int | None = None
    optimal: int | None = None
    tolerable: int | None = None


def score_run(run: ScoreRun, *, width: float = 17.4) -> bytes:
    """Scores in slate with their values, targets dashed, all lines named at the right."""
    from matplotlib import rc_context

    with rc_context({"font.family": list(fonts())}):
        figure = blank_figure(width, HEIGHT)
        axes = plain_axes(figure, left=1.2, right=3.7, below=0.65, above=0.3)
        axes.set_xlim(-0.35, len(run.labels) - 0.65)
        axes.set_xticks(range(len(run.labels)), run.labels)
        most = max((score for score in run.scores if score is not None), default=0)
        axes.set_ylim(0, max(run.highest * 1.06, most * ROOM_ABOVE))
        axes.set_yticks(range(0, run.highest + 1, 10 if run.highest > 12 else 4))
        names = [*_lines(axes, run), *_targets(axes, run), *_scores(axes, run)]
        _name(axes, sorted(names), at=len(run.labels) - 0.65)
        return png_of(figure)


Named = tuple[float, str, bool]


def _lines(axes: Axes, run: ScoreRun) -> Sequence[Named]:
    found: list[Named] = []
    for value, name, dashes in (
        (run.inherent, "Inherent", (1, 2)),
        (run.tolerable, "Tolerable", (9, 3)),
        (run.optimal, "Optimal", (9, 3, 1.5, 3)),
    ):
        if value is not None:
            colour = EDGE if name == "Inherent" else QUIET
            axes.axhline(value, color=colour, linewidth=1.1, linestyle=(0, dashes), zorder=1)
            found.append((value, f"{name} {value}", False))
    return found


def _targets(axes: Axes, run: ScoreRun) -> Sequence[Named]:
    places = [(at, value) for at, value in enumerate(run.targets) if value is not None]
    if not places:
        return ()
    axes.plot(
        [at for at, _ in places],
        [value for _, value in places],
        color=EDGE,
        linewidth=1.3,
        linestyle=(0, (4, 2)),
        marker="s",
        markersize=5.5,
        markerfacecolor="white",
        markeredgecolor=EDGE,
        zorder=2,
    )
    return ((places[-1][1], f"Target {places[-1][1]}", False),)


def _scores(axes: Axes, run: ScoreRun) -> Sequence[Named]:
    places = [(at, value) for at, value in enumerate(run.scores) if value is not None]
    axes.plot(
        [at for at, _ in places],
        [value for _, value in places],
        color=LINE,
        linewidth=2.6,
        marker="o",
        markersize=6.5,
        zorder=3,
    )
    for at, value in places:
        label(axes, str(value), at=(at, value), away=6, size=LARGE - 0.5)
    return ((places[-1][1], f"Current {places[-1][1]}", True),)


def _name(axes: Axes, names: Sequence[Named], *, at: float) -> None:
    """Names at the right end, moved apart where their lines lie close together."""
    _, high = axes.get_ylim()
    heights = spread_out([value for value, _, _ in names], apart=high * APART, highest=high)
    for height, (_, said, bold) in zip(heights, names, strict=True):
        weight = "bold" if bold else "normal"
        axes.text(
            at + 0.06, height, said, fontsize=TEXT, fontweight=weight, color=EDGE, va="center", clip_on=False
        )
