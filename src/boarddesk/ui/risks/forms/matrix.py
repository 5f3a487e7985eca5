"""The form of the risk matrix: its size, its words, its levels, and the level of each cell."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks import matrices
from boarddesk.ui.risks.matrix_editor import MatrixEditor
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import Form

WIDE = 896


def matrix_form(file: OfficeFile, *, today: date) -> Form:
    """Another matrix from now on: scores given before keep the one they were given by."""
    editor = MatrixEditor(matrices.in_force(file))

    def write(_given: Answers) -> None:
        matrices.set_matrix(file, editor.matrix(), today=today)

    return Form(
        "matrix",
        "Risk matrix",
        write,
        [lambda: editor],
        button="Put in force",
        under="Scores given before keep the matrix they were given by, and documents that were issued stay "
        "as they are.",
        width=WIDE,
    )
