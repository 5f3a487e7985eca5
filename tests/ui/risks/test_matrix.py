"""The matrix and the appetite are changed by a form; what was scored and issued stays as it is."""

from __future__ import annotations

from tests.ui.risks.risk_desk import RiskDesk

from boarddesk.records.risks import matrices, treatment
from boarddesk.rules.risks.matrix import USUAL
from boarddesk.rules.risks.risk import Appetite
from boarddesk.ui.risks.matrix_editor import MatrixEditor


def _editor(desk: RiskDesk) -> MatrixEditor:
    desk.page.risk_actions.change_matrix()
    found = desk.dialog().findChild(MatrixEditor)
    assert isinstance(found, MatrixEditor)
    return found


def test_the_editor_shows_the_matrix_in_force(desk: RiskDesk) -> None:
    shown = _editor(desk).matrix()
    assert (shown.likelihoods, shown.impacts, shown.levels) == (
        USUAL.likelihoods,
        USUAL.impacts,
        USUAL.levels,
    )
    assert shown.cells == USUAL.cells
    desk.dialog().reject()


def test_a_larger_matrix_says_which_cells_lack_a_level_and_is_refused_until_they_have_one(
    desk: RiskDesk,
) -> None:
    editor = _editor(desk)
    editor.up.choose("6")
    editor.up.picked.emit("6")
    assert "6 × 1, 6 × 2" in editor.lacking.text()
    editor.likelihoods[5].setText("Almost certain")
    dialog = desk.answer()
    assert dialog.isVisible() and len(matrices.in_force(desk.file).likelihoods) == 5
    editor.level_by_product()
    assert editor.lacking.isHidden()
    desk.answer()
    made = matrices.in_force(desk.file)
    assert made.likelihoods[-1] == "Almost certain" and made.level(6, 5).name == "Extreme"
    assert desk.risk("R7").current[0].shown == "16\N{NO-BREAK SPACE}Extreme"
    assert "R7 (16\N{NO-BREAK SPACE}Extreme by another matrix)" in desk.page.map_box.elsewhere.text()
    desk.file.undo()
    assert len(matrices.in_force(desk.file).likelihoods) == 5


def test_a_level_of_ones_own_is_reviewed_as_often_as_it_says(desk: RiskDesk) -> None:
    editor = _editor(desk)
    editor.names[3].setText("Severe")
    editor.days[3].setValue(14)
    desk.answer()
    assert (
        matrices.in_force(desk.file).highest.name,
        matrices.in_force(desk.file).highest.review_every_days,
    ) == (
        "Severe",
        14,
    )


def test_the_appetite_of_every_category_is_set_at_once(desk: RiskDesk) -> None:
    desk.page.risk_actions.set_appetite()
    (of, _name, _before) = treatment.categories(desk.file)[0]
    dialog = desk.answer(**{f"optimal {of}": "12"})
    assert dialog.fields[f"optimal {of}"].refused().startswith("What is wanted is at most what is borne")
    desk.answer(**{f"optimal {of}": "4", "name": "Money", "tolerable new": "8"})
    kept = {name: appetite for _id, name, appetite in treatment.categories(desk.file)}
    assert kept == {"Workforce": Appetite(4, 10), "Money": Appetite(None, 8)}
    assert desk.file.undo_label == "Set risk appetite"


def test_a_line_of_appetite_is_a_score(desk: RiskDesk) -> None:
    desk.page.risk_actions.set_appetite()
    (of, _name, _before) = treatment.categories(desk.file)[0]
    dialog = desk.answer(**{f"tolerable {of}": "high"})
    assert dialog.fields[f"tolerable {of}"].refused() == "Give a score, such as 6, or nothing."
    dialog.reject()
