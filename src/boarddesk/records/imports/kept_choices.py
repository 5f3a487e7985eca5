"""How a plan's document is read, kept with the plan: offered again when a document of that plan comes."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.imports.plan_choices import ChoiceKind, PlanChoice


def kept_choices(file: OfficeFile, plan_id: str) -> tuple[PlanChoice, ...]:
    """What was decided about the plan's last document, in order."""
    rows = file.rows("SELECT * FROM plan_choice WHERE plan_id = ? ORDER BY position", (plan_id,))
    return tuple(PlanChoice(ChoiceKind(row["kind"]), row["heading"], row["field"]) for row in rows)


def keep_choices(file: OfficeFile, plan_id: str, choices: Sequence[PlanChoice]) -> None:
    """Keep these and no others; what was not decided again is forgotten."""
    if tuple(choices) == kept_choices(file, plan_id):
        return
    with file.change("Remember how a plan is read") as change:
        for row in file.rows("SELECT id FROM plan_choice WHERE plan_id = ?", (plan_id,)):
            change.delete("plan_choice", row["id"])
        for position, choice in enumerate(choices):
            change.insert(
                "plan_choice",
                plan_id=plan_id,
                kind=choice.kind.value,
                heading=choice.heading,
                field=choice.field,
                position=position,
            )
