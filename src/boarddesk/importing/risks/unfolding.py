"""A cell that says several things of a risk in lines with labels, taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boarddesk.importing.headings import Field
from boarddesk.importing.risks.column import is_code
from boarddesk.importing.risks.draft import RiskDraft
from boarddesk.importing.risks.headings import Heading
from boarddesk.importing.risks.items import ActionCells, names_somebody
from boarddesk.importing.risks.labels import label_of, label_with_value
from boarddesk.importing.tables.grid import Cell

LABELLED = (
    Field.OWNERS, Field.CATEGORY, Field.STATUS, Field.NEXT_REVIEW, Field.RAISED, Field.RESPONSE,
    Field.LAST_REVIEW, Field.PROXIMITY, Field.MOVEMENT, Field.CONTROLS, Field.MITIGATIONS,
)  # fmt: skip
"""What may stand in lines of its own below a risk's words."""
OWNER_BEHIND = re.compile(
    r"(?P<words>.{12,}?)\s*\((?:lead|owner)?:?\s*(?P<owner>[^()]{4,60})\)\s*", re.DOTALL
)


def unfold(draft: RiskDraft) -> None:
    """Give every labelled line of the cells that name a risk to the field it is of."""
    for of in (Field.DESCRIPTION, Field.TITLE, Field.EVENT, Field.REF):
        for at, cell in enumerate(draft.said.get(of, [])):
            lines = [line for line in cell.text.split("\n") if line.strip()]
            kept = _kept(draft, lines) if len(lines) > 1 else lines
            behind = OWNER_BEHIND.fullmatch("\n".join(kept))
            if behind and Field.OWNERS not in draft.said and names_somebody(behind["owner"]):
                draft.said[Field.OWNERS] = [Cell((behind["owner"],))]
                kept = behind["words"].split("\n")
            draft.said[of][at] = cell._replace(paragraphs=tuple(kept))


def _kept(draft: RiskDraft, lines: Sequence[str]) -> list[str]:
    """The lines that stay; the others are taken by the label before them."""
    kept: list[str] = []
    says, label, values = Heading(), "", list[str]()
    for line in lines:
        told = label_with_value(line)
        alone = label_of(line) if line.rstrip().endswith(":") else None
        if told is not None or alone is not None:
            _take(draft, says, label, values)
            says, label, values = (told[0], told[1], [told[2]]) if told else (alone or Heading(), line, [])
            if says.field not in LABELLED:
                says = Heading()
                kept.append(line)
        elif says.field is not None:
            values.append(line)
        elif not kept and is_code(line) and Field.REF not in draft.said:
            draft.said[Field.REF] = [Cell((line,))]
        else:
            kept.append(line)
    _take(draft, says, label, values)
    return kept


def _take(draft: RiskDraft, says: Heading, label: str, values: Sequence[str]) -> None:
    """What stood under a label, for its field."""
    if not values or says.field is None:
        return
    if says.field is Field.MITIGATIONS:
        draft.actions.append(ActionCells(Cell(tuple(values))))
    else:
        draft.take(says, label, Cell(tuple(values)), draft.place)
