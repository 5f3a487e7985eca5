"""What a decision is about is found by its ref, however it is said."""

from __future__ import annotations

import pytest
from tests.records.plan_offices import SmallPlan

from boarddesk.records.plan.refs import record_called, record_of, refs_offered
from boarddesk.rules.refused import Refused


def test_an_action_is_found_by_its_ref_and_by_the_line_that_is_offered(small: SmallPlan) -> None:
    ref = str(small.file.value("SELECT ref FROM action WHERE id = ?", (small.first,)))
    offered = next(line for line in refs_offered(small.file, "") if line.startswith(f"{ref} "))
    for typed in (ref, f"plan action {ref}", f"action {ref}", f"plan {ref}", offered):
        found = record_called(small.file, typed, board_id="")
        assert found is not None
        assert (found.kind, found.id, found.named) == ("action", small.first, offered)
    assert record_of(small.file, "action", small.first) == found


def test_nothing_typed_is_nothing_and_an_unknown_ref_is_said(small: SmallPlan) -> None:
    assert record_called(small.file, "  ", board_id="") is None
    assert record_of(small.file, "risk", "gone") is None
    with pytest.raises(Refused, match=r"called Z9\.9: type its ref"):
        record_called(small.file, "risk Z9.9", board_id="")
