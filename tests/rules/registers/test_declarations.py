"""Leaving for an item takes somebody out of that item's quorum, and of no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.rules.rolls import BOARD, register, row

from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.declarations import Conduct, Declaration, check_declaration, item_quorum
from boarddesk.rules.registers.register import Register, RollRow

DAY = date(2026, 6, 9)
FOUR = replace(BOARD, quorum="4")


def declared(who: str, item: str | None = "item 4", did: Conduct = Conduct.LEFT) -> Declaration:
    return Declaration(f"d {who}", "m", who, who, "works there", did, item)


def present(*rows: RollRow) -> Register:
    return register(DAY, rows or [row(who) for who in "abcd"])


def there(taken: Register, *declarations: Declaration, item: str = "item 4", number: str = "4") -> int:
    return item_quorum(FOUR, taken, declarations, item_id=item, number=number).present


def test_somebody_who_left_is_out_of_that_items_quorum_only() -> None:
    left = declared("a")
    found = item_quorum(FOUR, present(), [left], item_id="item 4", number="4")
    assert (found.present, found.quorate) == (3, False)
    assert there(present(), left, item="item 5", number="5") == 4


@pytest.mark.parametrize("did", [Conduct.STAYED, Conduct.NO_PART])
def test_somebody_who_stayed_still_counts(did: Conduct) -> None:
    assert there(present(), declared("a", did=did)) == 4


def test_a_deputy_who_leaves_takes_the_seat_out_and_its_holder_does_not() -> None:
    sent = replace(row("a", "D"), deputy_id="deputy", deputy="Deputy")
    taken = present(sent, *(row(who) for who in "bcd"))
    assert there(taken, declared("a")) == 4
    assert there(taken, declared("deputy")) == 3


def test_whoever_had_left_the_meeting_is_counted_out_once() -> None:
    gone = replace(row("a", "T"), part_to="3")
    taken = present(gone, *(row(who) for who in "bcd"))
    assert there(taken, item="item 3", number="3") == 4
    assert there(taken, declared("a"), declared("b")) == 2


def test_nobody_leaves_for_no_item_and_every_interest_has_a_nature() -> None:
    with pytest.raises(Refused, match="item they left for"):
        check_declaration("Works there", Conduct.LEFT, None)
    with pytest.raises(Refused, match="what the interest is"):
        check_declaration(" ", Conduct.STAYED, "item 4")
    check_declaration("Works there", Conduct.STAYED, None)
