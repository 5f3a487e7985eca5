"""The words of the sheet that registers are written on whole, known again when it is read in."""

from __future__ import annotations

SHEET = "As recorded"
"""The sheet's name: what its workbook says elsewhere repeats it in letters and figures."""

NOT_RECORDED, NOT_ON_ROLL = "not recorded", "not on the roll"
TO_COME = "to come"
"""In the column of a meeting without a register: who is on its roll as it would be."""

CANCELLED, INQUORATE, HELD = "cancelled", "inquorate", "held"
REGISTER_OPEN, PLANNED_OPEN = "register open", "planned, register open"

EXPECTED, NOT_EXPECTED = "expected", "not expected"
FOR_QUORUM, NOT_FOR_QUORUM = "counts for quorum", "not for quorum"
"""What stands after a role where the seat is not as usual for it."""

ANOTHER = "another of that name"
"""Likewise, where the person is not the one whose name stands further up: `member, another of that name`."""
