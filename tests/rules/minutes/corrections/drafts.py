"""A draft as it went out, for tests of what comes back."""

from __future__ import annotations

from datetime import date

from boarddesk.rules.minutes.block import BlockKind
from boarddesk.rules.minutes.draft import Circulation, DraftItem, DraftLine

WAITS = "The wait for a first appointment was 23 weeks in April, against a step of 18."
POSTS = "Four of nine empty posts were filled."
VENN = "Prakash Venn said that the council would pay for agency cover until September."
BUDGET = "The forecast overspend at the end of April was £1.2m."
DECIDED = "3.3 stays Not on track until two months meet the step"
SEND = "Send the letters of weeks 6 and 16 to all boards"

DRAFT = Circulation(
    "c1",
    "m1",
    1,
    date(2026, 6, 12),
    date(2026, 6, 19),
    (
        DraftItem(
            "i1", "1", "Minutes of 12 May", (DraftLine("b1", text="They were agreed as a true record."),)
        ),
        DraftItem(
            "i2",
            "2",
            "Therapies waiting times",
            (
                DraftLine("b2", text=WAITS),
                DraftLine("b3", text=POSTS),
                DraftLine("b4", BlockKind.DECISION, DECIDED, record_id="d1", ref="D-016", lead="Agreed"),
                DraftLine(
                    "b5",
                    BlockKind.ACTION,
                    SEND,
                    record_id="a1",
                    ref="A11",
                    lead="Sarah Lowe",
                    about="Sarah Lowe end of June",
                ),
                DraftLine("b6", text=VENN),
            ),
        ),
        DraftItem("i3", "3", "High needs budget", (DraftLine("b7", text=BUDGET),)),
    ),
)
PRINTED = {
    "b4": f"Decision D-016 Agreed: {DECIDED}.",
    "b5": f"Action A11 {SEND}. Sarah Lowe, by end of June",
}
"""How rows are printed; other lines as they are."""
