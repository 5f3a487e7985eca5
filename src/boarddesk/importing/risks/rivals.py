"""Of several columns for one thing the most telling; whose an owner, a date and an action are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from boarddesk.importing.headings import Field
from boarddesk.importing.risks.column import RiskColumn
from boarddesk.importing.risks.headings import Heading
from boarddesk.importing.risks.vocabulary import Stage
from boarddesk.importing.tables.grid import Cell

BEST = {
    Field.OWNERS: (r"\b(?:owners?|owned)\b", r"\brisk lead\b", (
        r"\b(?:lead (?:officer|executive|director|name)|exec\w* lead)\b"
    ), (
        r"\bleads?\b(?! (?:trustee|governor|member))"
    ),
        r"\bresponsib", r"\baccountab", r"."),
    Field.CATEGORY: (r"\bcategor", r"\brisk type|type of risk\b", r"\btheme", (
        r"\b(?:risk )?area|domain|workstream|work stream\b"
    ),
        r"^(?!.*\b(?:objective|aim|priority|goal|outcome)s?\b).", r"."),
    Field.REF: (r"\brisk (?:ref|id|no|number|code)", r"\b(?:ref|id|urn)", r"."),
    Field.STATUS: (r"\b(?:risk )?status$|open", r"."),
    Field.NEXT_REVIEW: (r"\bnext\b", r"."),
    Field.TITLE: (r"\btitle|name\b", r"."),
    Field.MOVEMENT: (r"direction|trend|dot|travel", r"."),
    Field.RAISED: (r"raised|identified|opened|added", r"."),
    Field.CLOSED_ON: (r".",), Field.CLOSED_WHY: (r".",), Field.RESPONSE: (r".",), Field.KIND: (r".",),
    Field.STAGE: (r".",), Field.EVENT: (r".",), Field.TARGET_BY: (r".",),
}  # fmt: skip
"""Which of several columns for one thing is taken, the most telling heading first."""


def each_once(columns: list[RiskColumn], cells: Sequence[Sequence[Cell]]) -> list[RiskColumn]:
    found = _dates_beside(columns)
    found = _in_place_or_to_come(found, cells)
    found = _actions_after(found)
    found = _controls_before(found)
    found = _two_descriptions(found, cells)
    found = _overall(found)
    for field, tellings in BEST.items():
        same = [column for column in found if column.says.field is field]
        if len(same) < 2:
            continue
        filled = [column for column in same if cells[column.index]] or same
        ranked = sorted(filled, key=lambda column: _rank(column, tellings))
        rank = _rank(ranked[0], tellings)
        for column in same:
            beside = (
                field is Field.OWNERS
                and _rank(column, tellings) == rank == 0
                and not re.search(r"\brisk\b", ranked[0].heading, re.IGNORECASE)
            )
            both = beside or (
                field is Field.OWNERS
                and BODY_LEAD.fullmatch(column.heading) is not None
                and BODY_LEAD.fullmatch(ranked[0].heading) is not None
            )
            if column is not ranked[0] and not both:
                found[column.index] = replace(column, says=Heading(Field.OTHER))
    return found


def _overall(columns: list[RiskColumn]) -> list[RiskColumn]:
    """Of several impacts of one stage, such as on money and on people, the overall one is the impact."""
    found = list(columns)
    for column in columns:
        same = [
            other
            for other in columns
            if other.says.of_score
            and (other.says.stage, other.says.aspect) == (column.says.stage, column.says.aspect)
        ]
        if len(same) > 1 and re.search(
            r"\b(?:overall|total|highest|max\w*|final)\b", column.heading, re.IGNORECASE
        ):
            for other in same:
                if other is not column:
                    found[other.index] = replace(other, says=Heading(Field.OTHER))
    return found


BODY_LEAD = re.compile(
    r"(?:[A-Z]{2,5}|[Cc]ouncil|[Hh]ealth|[Ee]ducation|[Ss]ocial [Cc]are|[Tt]rust|[Jj]oint) (?:lead|owner)s?",
    re.IGNORECASE,
)
"""An owner for each of the bodies that share the risk."""


def _rank(column: RiskColumn, tellings: Sequence[str]) -> int:
    """How telling a heading is among those for one thing."""
    return next(
        at
        for at, telling in enumerate(tellings)
        if at == len(tellings) - 1 or re.search(telling, column.heading, re.IGNORECASE)
    )


def _dates_beside(columns: list[RiskColumn]) -> list[RiskColumn]:
    """A date right behind the actions is theirs; one right behind the target score is the target's."""
    found = list(columns)
    for before, column in pairwise(columns):
        plainly = column.heading.strip().casefold()
        if (
            column.says.field is Field.RAISED
            and plainly.endswith("date")
            and before.says.field in (Field.MITIGATIONS, Field.MITIGATION_OWNER)
        ):
            found[column.index] = replace(column, says=Heading(Field.MITIGATION_DUE))
        if (
            plainly in ("target date", "by when", "date", "target by")
            and before.says.of_score
            and before.says.stage is Stage.TARGET
        ):
            found[column.index] = replace(column, says=Heading(Field.TARGET_BY))
    return found


DATED = re.compile(
    (
        r"\b20[0-9]{2}\b|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2}|\b(?:by|before|end)\b.{0,20}\b(?:jan|feb"
        r"|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    ),
    re.IGNORECASE,
)
OF_RISK = re.compile(r"\brisk\b", re.IGNORECASE)
OF_ACTION = re.compile(r"action|mitigation|treatment", re.IGNORECASE)
SOURCE = re.compile(r"threat|vulnerab|hazard", re.IGNORECASE)
IN_PLACE = re.compile(
    (
        r"(?:risk )?(?:mitigations?|mitigating (?:factors?|measures?)|mitigation (?:measures?|in place"
        r"|details?|description))"
    ),
    re.IGNORECASE,
)


def _in_place_or_to_come(columns: list[RiskColumn], cells: Sequence[Sequence[Cell]]) -> list[RiskColumn]:
    """Whether what is done is in place or to come, by its dates, where one column says it all."""
    found = list(columns)
    acts = [column for column in found if column.says.field is Field.MITIGATIONS]
    controls = [column for column in found if column.says.field is Field.CONTROLS]
    beside = any(column.says.field in (Field.MITIGATION_DUE, Field.MITIGATION_OWNER) for column in found)
    alone = len(acts) == 1 and not controls and not beside
    if alone and IN_PLACE.fullmatch(acts[0].heading.strip()) and not _mostly_dated(cells[acts[0].index]):
        found[acts[0].index] = replace(acts[0], says=Heading(Field.CONTROLS))
    if (
        len(controls) == 1
        and not acts
        and _mostly_dated(cells[controls[0].index])
        and re.search(r"do|being|action|mitigat", controls[0].heading, re.IGNORECASE)
    ):
        found[controls[0].index] = replace(controls[0], says=Heading(Field.MITIGATIONS))
    return found


def _mostly_dated(cells: Sequence[Cell]) -> bool:
    return bool(cells) and sum(bool(DATED.search(cell.line)) for cell in cells) * 2 >= len(cells)


def _actions_after(columns: list[RiskColumn]) -> list[RiskColumn]:
    """Owner, status and date behind the actions are theirs where the risk has its own elsewhere."""
    found = list(columns)
    acts = [column.index for column in found if column.says.field is Field.MITIGATIONS]
    of_action = {Field.OWNERS: Field.MITIGATION_OWNER, Field.STATUS: Field.MITIGATION_STATUS}
    for field, theirs in of_action.items() if acts else ():
        same = [column for column in found if column.says.field is field]
        before = [column for column in same if column.index < acts[0]]
        behind = [column for column in same if acts[-1] < column.index <= acts[-1] + 2]
        plainly = any(OF_RISK.search(column.heading) for column in same if column not in behind)
        if behind and (before or plainly) and not any(column.says.field is theirs for column in found):
            found[behind[0].index] = replace(behind[0], says=Heading(theirs))
    if not any(column.says.field is Field.OWNERS for column in found):
        owners = [column for column in found if column.says.field is Field.MITIGATION_OWNER]
        alone = [column for column in owners if not OF_ACTION.search(column.heading)]
        for column in alone[:1]:
            found[column.index] = replace(column, says=Heading(Field.OWNERS))
    return found


def _controls_before(columns: list[RiskColumn]) -> list[RiskColumn]:
    """Of two columns of mitigations without one of controls, the first is what is in place already."""
    acts = [column for column in columns if column.says.field is Field.MITIGATIONS]
    if len(acts) < 2 or any(column.says.field is Field.CONTROLS for column in columns):
        return columns
    first = acts[0]
    if re.search(r"further|planned|additional|required|next", first.heading, re.IGNORECASE):
        return columns
    return [
        replace(column, says=Heading(Field.CONTROLS)) if column is first else column for column in columns
    ]


def _two_descriptions(columns: list[RiskColumn], cells: Sequence[Sequence[Cell]]) -> list[RiskColumn]:
    """Of two descriptions the shorter is the title; beside cause or effect a description is the event."""
    found = list(columns)

    def length(column: RiskColumn) -> float:
        own = cells[column.index]
        return sum(len(cell.line) for cell in own) / len(own) if own else 0

    said = [column for column in found if column.says.field is Field.DESCRIPTION and cells[column.index]]
    if len(said) > 1 and not any(column.says.field is Field.TITLE for column in found):
        short = min(said[:2], key=length)
        found[short.index] = replace(short, says=Heading(Field.TITLE))
        said.remove(short)
    causes = [
        column for column in said if re.search(r"threat|vulnerab|hazard", column.heading, re.IGNORECASE)
    ]
    others = {column.says.field for column in found}
    if len(causes) == 1 and {Field.EVENT, Field.EFFECT} <= others and Field.CAUSE not in others:
        found[causes[0].index] = replace(causes[0], says=Heading(Field.CAUSE))
        said.remove(causes[0])
    for extra in said[1:]:
        found[extra.index] = replace(extra, says=Heading(Field.OTHER))
    parts = {column.says.field for column in found} & {Field.CAUSE, Field.EFFECT}
    titled = any(column.says.field in (Field.TITLE, Field.DESCRIPTION) for column in found)
    if (
        said
        and parts == {Field.CAUSE, Field.EFFECT}
        and not any(column.says.field is Field.EVENT for column in found)
        and titled
    ):
        found[said[0].index] = replace(found[said[0].index], says=Heading(Field.EVENT))
    return found
