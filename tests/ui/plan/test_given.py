"""What meetings asked people to do for an action of the plan, or a measure of it, stands in its detail."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from tests.ui.plan.plan_desk import LAST_BOARD, PlanDesk
from tests.ui.settling import settle

from boarddesk.records.agenda import arising
from boarddesk.records.boards import board_named
from boarddesk.records.plan.refs import record_called
from boarddesk.rules.arising import PlanLink


def test_an_action_of_a_meeting_stands_at_what_it_is_for_and_opens(desk: PlanDesk) -> None:
    board_id = board_named(desk.file, "SIB").id
    for ref in ("4.10", "K4.5"):
        found = record_called(desk.file, ref, board_id=board_id)
        assert found is not None
        arising.add_action(
            desk.file,
            board_id,
            text=f"Bring figures for {ref}",
            raised_on=LAST_BOARD,
            due="20 May 2026",
            is_for=PlanLink(found.kind, found.id, found.ref),
        )
    desk.page.catch_up()
    desk.choose("4.10")
    place = desk.page.detail
    said = "\n".join(shown.text() for shown in place.findChildren(QLabel) if shown.isVisibleTo(place))
    assert "Actions of meetings" in said and "No owner, 8 days late" in said
    opened: list[tuple[str, str]] = []
    desk.page.open_requested.connect(lambda kind, of: opened.append((kind, of)))
    links = [
        made for made in place.findChildren(QPushButton) if made.accessibleName().startswith("Open action")
    ]
    assert [made.accessibleName() for made in links] == ["Open action A1", "Open action A2"]
    settle()
    assert all(made.width() >= made.sizeHint().width() for made in links)
    links[-1].click()
    assert opened == [("board_action", arising.board_actions(desk.file, today=LAST_BOARD)[1].id)]
