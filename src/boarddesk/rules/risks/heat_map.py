"""The heat map: in which cell each risk stands, the way of one from inherent to target, appetite as steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from boarddesk.rules.risks.matrix import Cell, Matrix
from boarddesk.rules.risks.risk import Risk, Score, score_on


@dataclass(frozen=True)
class Placement:
    """The risks of each cell in the order given, and those the map has no cell for, each with its reason."""

    cells: Mapping[Cell, tuple[Risk, ...]] = field(default_factory=dict)
    elsewhere: tuple[tuple[Risk, str], ...] = ()


@dataclass(frozen=True)
class ScorePath:
    """Where one risk came from, stands and should be; None where that is not known or not on this map."""

    inherent: Cell | None = None
    current: Cell | None = None
    target: Cell | None = None


def placement(risks: Iterable[Risk], matrix: Matrix, *, today: date) -> Placement:
    """Every risk in the cell of its current score; by another matrix or a level alone it is only named."""
    cells: dict[Cell, list[Risk]] = {}
    elsewhere: list[tuple[Risk, str]] = []
    for risk in risks:
        score = score_on(risk.current, today)
        cell = _cell(score, matrix)
        if cell is not None:
            cells.setdefault(cell, []).append(risk)
        elif score is None:
            elsewhere.append((risk, "no score"))
        elif score.likelihood is None or score.impact is None:
            elsewhere.append((risk, f"{score.shown} alone"))
        else:
            elsewhere.append((risk, f"{score.shown} by another matrix"))
    return Placement({cell: tuple(there) for cell, there in cells.items()}, tuple(elsewhere))


def score_path(risk: Risk, matrix: Matrix, *, today: date) -> ScorePath:
    """The way of one risk over the map."""
    scores = (risk.inherent, risk.current, risk.target)
    return ScorePath(*(_cell(score_on(kept, today), matrix) for kept in scores))


def _cell(score: Score | None, matrix: Matrix) -> Cell | None:
    if score is None or score.matrix_id != matrix.id or score.likelihood is None or score.impact is None:
        return None
    cell = (score.likelihood, score.impact)
    return cell if cell in matrix.cells else None


def appetite_steps(matrix: Matrix, line: int | None) -> tuple[tuple[int, int], ...]:
    """The border between the cells up to a line of appetite and those above it, from the lower right.

    Its corners in cells from the lower left: impact to the right, likelihood upwards. Nothing where all or
    none lie above it.
    """
    if line is None:
        return ()
    across, up = len(matrix.impacts), len(matrix.likelihoods)
    reaches = [min(line // likelihood, across) for likelihood in range(1, up + 1)]
    whole = sum(reach == across for reach in reaches)
    if whole == up or not reaches[0]:
        return ()
    corners = [(across, whole)] if whole else [(reaches[0], 0)]
    for likelihood in range(whole, up):
        reach = reaches[likelihood]
        if reach != corners[-1][0]:
            corners.append((reach, likelihood))
        if not reach:
            break
        corners.append((reach, likelihood + 1))
    return tuple(_without_straight(corners))


def _without_straight(corners: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Only the corners: three in one line are two."""
    kept: list[tuple[int, int]] = []
    for corner in corners:
        if len(kept) > 1 and kept[-2][0] == kept[-1][0] == corner[0]:
            kept[-1] = corner
        else:
            kept.append(corner)
    return kept
