"""What one person proposes for one place of draft minutes, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boarddesk.rules.minutes.corrections.edits import WordEdit


class SuggestionKind(StrEnum):
    """What it does: to the words of a block, to where it stands, or nothing at all."""

    CHANGE = "change"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"
    JOIN = "join"
    COMMENT = "comment"


class CorrectionChoice(StrEnum):
    """What the secretary decided; a comment is settled by accepting it."""

    UNDECIDED = ""
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True)
class Suggestion:
    """One person's proposal for one block, by the ids of the draft as it was circulated.

    What is put in or moved stands after the line `after` of the item, first where that is empty; a paragraph
    joined goes on at the end of the line before it. `was` and `will_be` are the whole text of the block,
    `edits` what parts them. A new line in `will_be` parts the block in two. `own_words` is what the secretary
    wrote in its stead.
    """

    kind: SuggestionKind
    author: str
    item_id: str = ""
    block: str = ""
    after: str = ""
    made_on: date | None = None
    was: str = ""
    will_be: str = ""
    edits: tuple[WordEdit, ...] = ()
    is_bullet: bool = False
    said: str = ""
    is_tracked: bool = True
    order: int = 0
    id: str = ""
    copy_id: str = ""
    choice: CorrectionChoice = CorrectionChoice.UNDECIDED
    own_words: str = ""
    answer: str = ""
    taken_on: date | None = None

    @property
    def changes_text(self) -> bool:
        """Whether accepting it changes the minutes at all."""
        return self.kind is not SuggestionKind.COMMENT

    @property
    def is_waiting(self) -> bool:
        """Accepted, and not yet taken into the text."""
        return self.changes_text and self.choice is CorrectionChoice.ACCEPTED and self.taken_on is None

    @property
    def what(self) -> tuple[object, ...]:
        """All that matters of it but who proposed it: two alike are one change."""
        return (self.kind, self.item_id, self.block, self.after, self.edits, self.will_be)

    @property
    def place_among(self) -> tuple[object, ...]:
        """An order that is the same whichever copy was read first."""
        return (
            self.author.casefold(),
            self.order,
            self.kind,
            self.block,
            self.after,
            self.will_be,
            self.said,
        )
