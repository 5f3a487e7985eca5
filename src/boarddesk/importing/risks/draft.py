"""A risk as it is gathered from rows or cards, before anything of it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from boarddesk.importing.headings import Field
from boarddesk.importing.risks.headings import Heading
from boarddesk.importing.risks.items import ActionCells
from boarddesk.importing.tables.grid import Cell


@dataclass
class RiskDraft:
    """The cells that say something of one risk, or of one issue.

    `head` is the line that names it where no cell does; `over` what stands above several of them; `rest` what
    no field takes, with its heading and place.
    """

    place: str
    head: str = ""
    over: str = ""
    closed: bool = False
    issue: bool = False
    said: dict[Field, list[Cell]] = field(default_factory=dict)
    scores: list[tuple[Heading, str, Cell]] = field(default_factory=list)
    actions: list[ActionCells] = field(default_factory=list)
    rest: list[tuple[str, Cell, str]] = field(default_factory=list)

    def take(self, says: Heading, heading: str, cell: Cell, place: str) -> None:
        """One cell under its heading, or beside its label."""
        if says.of_score:
            self.scores.append((says, heading, cell))
        elif says.field in (None, Field.OTHER):
            if not cell.empty:
                self.rest.append((heading, cell, place))
        elif says.field is not Field.IGNORE and not cell.empty:
            self.said.setdefault(says.field, []).append(cell)

    def line(self, *fields: Field) -> str:
        """What these fields say, on one line."""
        return " ".join(cell.line for each in fields for cell in self.said.get(each, ())).strip()

    def text(self, *fields: Field) -> str:
        """What these fields say, a paragraph a line."""
        return "\n".join(cell.text for each in fields for cell in self.said.get(each, ())).strip()

    @property
    def words(self) -> str:
        """What says which risk it is."""
        fields = (Field.TITLE, Field.DESCRIPTION, Field.EVENT, Field.CAUSE)
        return next((line for each in fields if (line := self.line(each))), self.head)
