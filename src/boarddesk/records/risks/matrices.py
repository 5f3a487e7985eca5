"""The matrices an office has scored risks by; the newest is in force, and none is ever changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.reading import gathered
from boarddesk.rules.risks.matrix import USUAL, Level, Matrix, Severity, check_matrix


def matrices(file: OfficeFile) -> Mapping[str, Matrix]:
    """Every matrix by its id, the newest first."""
    steps = gathered(
        ((row["matrix_id"], row["axis"]), str(row["word"]))
        for row in file.rows("SELECT * FROM matrix_step ORDER BY number")
    )
    levels: dict[str, Level] = {}
    of_matrix: dict[str, list[Level]] = {}
    for row in file.rows("SELECT * FROM matrix_level ORDER BY position"):
        levels[row["id"]] = Level(row["name"], Severity(row["severity"]), row["review_every_days"])
        of_matrix.setdefault(row["matrix_id"], []).append(levels[row["id"]])
    cells: dict[str, dict[tuple[int, int], Level]] = {}
    for row in file.rows("SELECT * FROM matrix_cell"):
        cells.setdefault(row["matrix_id"], {})[row["likelihood"], row["impact"]] = levels[row["level_id"]]
    return {
        row["id"]: Matrix(
            steps[row["id"], "likelihood"],
            steps[row["id"], "impact"],
            tuple(of_matrix.get(row["id"], ())),
            cells.get(row["id"], {}),
            row["id"],
        )
        for row in file.rows("SELECT id FROM risk_matrix ORDER BY sequence DESC, id")
    }


def in_force(file: OfficeFile) -> Matrix:
    """The matrix new scores are given by; the usual one where the office keeps none of its own."""
    return next(iter(matrices(file).values()), USUAL)


def set_matrix(file: OfficeFile, matrix: Matrix, *, today: date) -> str:
    """Put a matrix in force from now on; scores given before keep the one they were given by.

    The id of the matrix; that of the one in force where it is the same in every word and cell.
    """
    check_matrix(matrix)
    now = in_force(file)
    if now.id and _same(now, matrix):
        return now.id
    with file.change("Change the risk matrix") as change:
        return keep_matrix(change, file, matrix, made_on=today)


def keep_matrix(
    change: Change, file: OfficeFile, matrix: Matrix, *, made_on: date, in_force: bool = True
) -> str:
    """Write a checked matrix as the newest; as the oldest where scores were given by it but none will be."""
    place = "coalesce(max(sequence), 0) + 1" if in_force else "coalesce(min(sequence), 0) - 1"
    matrix_id = change.insert(
        "risk_matrix",
        made_on=made_on,
        sequence=file.value(f"SELECT {place} FROM risk_matrix"),
    )
    for axis, words in (("likelihood", matrix.likelihoods), ("impact", matrix.impacts)):
        for number, word in enumerate(words, start=1):
            change.insert("matrix_step", matrix_id=matrix_id, axis=axis, number=number, word=word.strip())
    level_ids = {
        level.name: change.insert(
            "matrix_level",
            matrix_id=matrix_id,
            name=level.name.strip(),
            severity=level.severity,
            review_every_days=level.review_every_days,
            position=position,
        )
        for position, level in enumerate(matrix.levels)
    }
    for (likelihood, impact), level in sorted(matrix.cells.items()):
        change.insert(
            "matrix_cell",
            matrix_id=matrix_id,
            likelihood=likelihood,
            impact=impact,
            level_id=level_ids[level.name],
        )
    return matrix_id


def kept_in_force(change: Change, file: OfficeFile, *, today: date) -> Matrix:
    """The matrix in force, kept first where it is the usual one: a score says which it was given by."""
    now = in_force(file)
    if not now.id:
        keep_matrix(change, file, now, made_on=today)
    return in_force(file)


def _same(one: Matrix, other: Matrix) -> bool:
    return (one.likelihoods, one.impacts, one.levels, dict(one.cells)) == (
        other.likelihoods,
        other.impacts,
        other.levels,
        dict(other.cells),
    )
