"""A cell that says several things of a risk in lines with labels, taken apart."""

from __future__ import annotations

from boarddesk.importing.headings import Field
from boarddesk.importing.risks.column import is_code
from boarddesk.importing.risks.draft import RiskDraft
from boarddesk.importing.risks.labels import label_with_value
from boarddesk.importing.tables.grid import Cell

LABELLED = (
    Field.OWNERS, Field.CATEGORY, Field.STATUS, Field.NEXT_REVIEW, Field.RAISED, Field.RESPONSE,
    Field.LAST_REVIEW, Field.PROXIMITY, Field.MOVEMENT,
)  # fmt: skip
"""What may stand in a line of its own below a risk's words."""


def unfold(draft: RiskDraft) -> None:
    """Give every labelled line of the cells that name a risk to the field it is of."""
    for of in (Field.DESCRIPTION, Field.TITLE, Field.EVENT, Field.REF):
        for at, cell in enumerate(draft.said.get(of, [])):
            lines = [line for line in cell.text.split("\n") if line.strip()]
            if len(lines) > 1:
                kept = [
                    line for number, line in enumerate(lines) if not _is_taken(draft, line, first=not number)
                ]
                draft.said[of][at] = cell._replace(paragraphs=tuple(kept))


def _is_taken(draft: RiskDraft, line: str, *, first: bool) -> bool:
    """Take a line for another field, where its label, or its being a reference, says so."""
    told = label_with_value(line)
    if told is not None and told[0].field in LABELLED:
        draft.take(told[0], told[1], Cell((told[2],)), draft.place)
        return True
    if first and is_code(line) and Field.REF not in draft.said:
        draft.said[Field.REF] = [Cell((line,))]
        return True
    return False
