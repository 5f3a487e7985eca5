"""What a person decided about a plan's document, as it is kept for the next version of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChoiceKind(StrEnum):
    """What was decided of a heading."""

    TABLE = "table"
    NOT_TABLE = "not table"
    AREA = "area"
    NOT_AREA = "not area"
    COLUMN = "column"


@dataclass(frozen=True)
class PlanChoice:
    """One decision: about which heading, of a table all of its headings with the one above it.

    `field` is what a column is read as.
    """

    kind: ChoiceKind
    heading: str
    field: str = ""


def choice_said(choice: PlanChoice, about: str = "") -> str:
    """`table 5 left out`; `about` is what the document calls it now."""
    what = about or f"“{' '.join(choice.heading.split())}”"
    match choice.kind:
        case ChoiceKind.TABLE:
            return f"{what} taken in"
        case ChoiceKind.NOT_TABLE:
            return f"{what} left out"
        case ChoiceKind.AREA:
            return f"{what} is an area"
        case ChoiceKind.NOT_AREA:
            return f"{what} is no area"
        case ChoiceKind.COLUMN:
            return f"{what} is read as {choice.field.replace('_', ' ')}"
