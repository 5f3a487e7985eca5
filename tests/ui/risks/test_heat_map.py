"""The heat map: by mouse, by keys, in words, as a table; what it cannot place is named."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPoint, Qt
from tests.ui.risks.risk_desk import EARLIER, RiskDesk

from boarddesk.records.risks import register, scores
from boarddesk.rules.risks.risk import ScoreKind
from boarddesk.ui.look.theme import look
from boarddesk.ui.risks import map_paint
from boarddesk.ui.risks.map_paint import MapPlan


def test_the_map_says_in_words_all_that_it_shows(desk: RiskDesk) -> None:
    said = desk.page.map_box.map.accessibleName()
    assert said.startswith("Heat map, 5 likelihoods by 5 impacts. ")
    assert "16 Extreme, Likely by Major: R7" in said
    assert said.endswith("R7: inherent 25, now 16, target 8. appetite for Workforce: optimal 6, tolerable 10")
    assert desk.page.map_box.note.toolTip() == "lines: appetite for Workforce"


def test_arrows_walk_over_the_map_and_enter_filters(desk: RiskDesk) -> None:
    map_ = desk.page.map_box.map
    map_.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left):
        desk.qtbot.keyClick(map_, key)
    assert map_.accessibleDescription().startswith("9 High, Possible by Moderate: R3 Families lose trust")
    desk.qtbot.keyClick(map_, Qt.Key.Key_Return)
    assert desk.cells("ref") == ["R3"]


def test_a_label_chooses_its_risk_and_the_rest_of_the_cell_filters(desk: RiskDesk) -> None:
    map_ = desk.page.map_box.map
    place = map_.place_of(desk.risk("R3").id)
    assert place is not None
    desk.qtbot.mouseClick(map_, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert desk.page.front.chosen() == desk.risk("R3").id
    desk.qtbot.mouseClick(map_, Qt.MouseButton.LeftButton, pos=place.toPoint() - QPoint(0, look().px(26)))
    assert desk.cells("ref") == ["R3"]


def test_what_no_cell_is_known_of_is_named_under_the_map(desk: RiskDesk) -> None:
    made = register.add_risk(
        desk.file, ref="R12", title="A word alone", raised_on=EARLIER, board_id=desk.session.board_id
    )
    scores.keep_given(desk.file, made, as_at=EARLIER, kind=ScoreKind.CURRENT, level="High")
    assert desk.page.map_box.elsewhere.text() == "Not on this map: R12 (High alone)"


def test_the_map_is_a_table_too(desk: RiskDesk) -> None:
    box = desk.page.map_box
    desk.qtbot.mouseClick(box.turn, Qt.MouseButton.LeftButton)
    rows = {row.cell("risks").words: row.cell("score").words for row in box.table.rows_shown()}
    assert rows["R7 Therapy posts stay empty"] == "16 Extreme"
    assert len(box.table.rows_shown()) == 25
    desk.qtbot.mouseClick(box.turn, Qt.MouseButton.LeftButton)
    assert box.map.isVisible()


def test_more_labels_than_fit_are_counted(desk: RiskDesk) -> None:
    for at in range(20, 25):
        made = register.add_risk(
            desk.file, ref=f"R{at}", title="Another", raised_on=EARLIER, board_id=desk.session.board_id
        )
        scores.set_score(desk.file, made, likelihood=3, impact=3, as_at=EARLIER)
    map_ = desk.page.map_box.map
    held = map_.content.placed.cells[3, 3]
    drawn = [map_.place_of(risk.id) for risk in held]
    assert len(held) == 6 and 0 < sum(place is not None for place in drawn) < 6


def test_where_a_level_is_wider_than_its_cell_scores_stand_alone(desk: RiskDesk) -> None:
    matrix = desk.page.shown.matrix
    wide, narrow = MapPlan.of(matrix, look().px(620), 400), MapPlan.of(matrix, look().px(400), 400)
    assert wide.words_fit and not narrow.words_fit


def test_no_word_of_a_cell_lies_over_another_at_any_width(desk: RiskDesk) -> None:
    for at in range(20, 32):
        made = register.add_risk(
            desk.file, ref=f"R{at}", title="Another", raised_on=EARLIER, board_id=desk.session.board_id
        )
        likelihood, impact = ((5, 5), (4, 4), (2, 4))[at % 3]
        scores.set_score(desk.file, made, likelihood=likelihood, impact=impact, as_at=EARLIER)
    desk.choose("R7")
    content = desk.page.map_box.map.content
    assert content.path.inherent and content.path.target
    overlaid = []
    for wide in range(400, 640, 8):
        plan = MapPlan.of(content.matrix, look().px(wide), look().px(360))
        ends = map_paint.way_ends(plan, content)
        for place in plan.boxes:
            words = {"score": map_paint.score_box(plan, content, place)[0]}
            words |= {name: box for name, (at, box) in ends.items() if at == place}
            words |= {risk or "+n": box for box, risk in map_paint.labels(plan, content, place)}
            for one, other in itertools.combinations(words, 2):
                shared = words[one].intersected(words[other])
                if shared.width() > 2 and shared.height() > 2:
                    overlaid.append((wide, place, one, other, shared))
    assert not overlaid
