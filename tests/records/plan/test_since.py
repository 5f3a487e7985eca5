"""What the change log says of actions since a day."""

from __future__ import annotations

from datetime import timedelta

from tests.records.plan_offices import SmallPlan

from boarddesk.records.plan import actions
from boarddesk.records.plan.since import entered_on, logged_since


def test_a_date_moved_and_moved_back_was_not_moved(small: SmallPlan) -> None:
    entered = entered_on(small.file, small.plan_id)
    assert entered is not None
    day = entered - timedelta(1)
    actions.set_by_when(small.file, small.first, "sometime in spring")
    assert set(logged_since(small.file, small.plan_id, day).deadline_before) == {small.first}
    small.file.undo()
    assert logged_since(small.file, small.plan_id, day).deadline_before == {}
