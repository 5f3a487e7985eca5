"""A small plan as a document would have it."""

from __future__ import annotations

from typing import Any

from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.imports.contents import (
    FoundAction,
    FoundArea,
    FoundKpi,
    FoundMilestone,
    FoundPlan,
    Leftover,
)


def found_action(ref: str, text: str, by_when: str = "May 2026", **more: Any) -> FoundAction:
    return FoundAction(ref, text, read_by_when(by_when), place=f"table 1 row {ref}", **more)


def found_plan(**more: Any) -> FoundPlan:
    """Two areas, three actions, two milestones in the same words, a KPI and a leftover."""
    writing = found_action(
        "4.9",
        "Write to families",
        owners=("Aoife Brannigan", "Kevin Drury"),
        success_measure="Every family hears twice",
        status="Amber",
        status_from="shading",
        progress="Wording tested with 20 parents.",
        evidence=("Letter at week 6", "Letter at week 16"),
        milestones=(
            FoundMilestone("Review", read_by_when("March 2026"), done=True, place="table 1 row 3"),
            FoundMilestone("Review", read_by_when("June 2026"), owner="Kevin Drury", place="table 1 row 4"),
        ),
    )
    areas = (
        FoundArea(
            "4",
            "Plans on time",
            "table 1",
            outcome="Plans within 20 weeks",
            leads=("Joanne Whitlock",),
            actions=(writing, found_action("4.10", "Moderate every draft", "TBC by leads", status="Green")),
            kpis=(FoundKpi("4.9", "Families who hear twice", "table 1 row 2", "4", "4.9"),),
        ),
        FoundArea(
            "5", "Help early", "table 2", actions=(found_action("5.1", "Visit every school", "Q3 26/27"),)
        ),
    )
    kept = {"source": "Plan v7.docx", "title": "Improvement plan", "areas": areas}
    left = (Leftover("table 1 row 9", "As 4.3 above", "points to an action, not a text of its own"),)
    return FoundPlan(**({**kept, "leftovers": left} | more))
