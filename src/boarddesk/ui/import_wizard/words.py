"""The import's own words: fields, kinds of tables and proposals, places, and counts of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from boarddesk.importing.attendance.marks import Blank
from boarddesk.importing.headings import PLAN_HEADINGS, Field
from boarddesk.importing.risks.vocabulary import RISK_FIELDS
from boarddesk.rules.imports.contents import What
from boarddesk.rules.imports.proposals import ProposalKind
from boarddesk.rules.wording import count_in_figures

FIELD_WORDS: dict[Field, str] = {
    Field.REF: "Ref",
    Field.TEXT: "Action",
    Field.HOW: "How",
    Field.BY_WHEN: "By when",
    Field.ORIGINAL_BY_WHEN: "Original date",
    Field.OWNERS: "Owner",
    Field.ACCOUNTABLE: "Accountable",
    Field.STATUS: "Status",
    Field.SUCCESS_MEASURE: "Success measure",
    Field.OUTCOME: "Outcome",
    Field.PROGRESS: "Progress",
    Field.EVIDENCE: "Evidence",
    Field.MILESTONES: "Milestones",
    Field.BAND: "Milestones of a term",
    Field.AREA: "Area",
    Field.NAME: "Name",
    Field.ORGANISATION: "Organisation",
    Field.ROLE: "Role",
    Field.SECTOR: "Sector",
    Field.POST: "Post",
    Field.TITLE: "Title",
    Field.DESCRIPTION: "Description",
    Field.CAUSE: "Cause",
    Field.EVENT: "Event",
    Field.EFFECT: "Effect",
    Field.CATEGORY: "Category",
    Field.RAISED: "Raised on",
    Field.CONTROLS: "Controls",
    Field.ASSURANCE: "Assurance",
    Field.MITIGATIONS: "Actions to come",
    Field.MITIGATION_OWNER: "Owner of the action",
    Field.MITIGATION_DUE: "Action due",
    Field.MITIGATION_STATUS: "Progress of the action",
    Field.MOVEMENT: "Movement",
    Field.NEXT_REVIEW: "Next review",
    Field.LAST_REVIEW: "Last reviewed",
    Field.RESPONSE: "Response",
    Field.PROXIMITY: "Proximity",
    Field.CLOSED_ON: "Closed on",
    Field.CLOSED_WHY: "Why closed",
    Field.COMMENTARY: "Commentary",
    Field.STAGE: "Which score it is",
    Field.KIND: "Risk or issue",
    Field.INHERENT_LIKELIHOOD: "Inherent likelihood",
    Field.INHERENT_IMPACT: "Inherent impact",
    Field.INHERENT_SCORE: "Inherent score",
    Field.CURRENT_LIKELIHOOD: "Current likelihood",
    Field.CURRENT_IMPACT: "Current impact",
    Field.CURRENT_SCORE: "Current score",
    Field.TARGET_LIKELIHOOD: "Target likelihood",
    Field.TARGET_IMPACT: "Target impact",
    Field.TARGET_SCORE: "Target score",
    Field.TARGET_BY: "Target by",
    Field.PREVIOUS_SCORE: "An earlier score",
    Field.OTHER: "Not used",
    Field.IGNORE: "Not used",
}
_REGISTER_FIELDS = (Field.NAME, Field.ORGANISATION, Field.ROLE, Field.SECTOR, Field.POST)
_UNUSED = (Field.OTHER, Field.IGNORE)

LOOKS_WORDS = {
    "plan": "A plan",
    "attendance": "A register",
    "scorecard": "A scorecard",
    "risks": "A risk register",
    "people": "A list of people",
    "area": "About an area",
    "legend": "A legend of statuses",
    "diary": "A diary",
    "timeline": "A timeline",
    "decisions": "A log of decisions",
    "done": "What has been done",
    "versions": "A list of versions",
    "contents": "A list of contents",
    "glossary": "A glossary",
    "facts": "Facts about the document",
    "unknown": "Nothing known",
}

WHAT_WORDS = {What.PLAN: "A plan", What.ATTENDANCE: "Attendance registers", What.RISKS: "Risks"}

BLANK_WORDS: dict[Blank, str] = {
    Blank.BY_PLACE: "Depends on where they stand",
    Blank.NOT_RECORDED: "Not recorded",
    Blank.ABSENT: "Absent",
    Blank.NOT_REQUIRED: "Not required",
    Blank.NOT_ON_ROLL: "Not on the board then",
}
BLANK_HINT = "Before a first mark and after a last one: not on the board then. Between: not recorded."

KIND_WORDS = {kind: kind.value.capitalize() for kind in ProposalKind} | {ProposalKind.KPI: "KPI"}
_PLURALS = {ProposalKind.PERSON: "people", ProposalKind.KPI: "KPIs"}


def field_choices(what: What) -> tuple[tuple[str, str], ...]:
    """What a column can be taken for: value and words."""
    of_what = {
        What.PLAN: (*PLAN_HEADINGS, Field.BAND),
        What.ATTENDANCE: _REGISTER_FIELDS,
        What.RISKS: RISK_FIELDS,
    }
    fields = [field for field in FIELD_WORDS if field not in _UNUSED and field in of_what[what]]
    return (*((field.value, FIELD_WORDS[field]) for field in fields), (Field.IGNORE.value, "Not used"))


def kinds_counted(kinds: Iterable[ProposalKind]) -> str:
    """`6 areas, 31 actions and 12 milestones`."""
    counts = Counter(kinds)
    words = [
        count_in_figures(counts[kind], kind.replace("kpi", "KPI"), _PLURALS.get(kind, ""))
        for kind in ProposalKind
        if counts[kind]
    ]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1] if words else "")))


_SHEET = re.compile(r"sheet “(?P<sheet>[^”]*)”(?: (?P<rest>.*))?")


def place_shown(place: str) -> str:
    """`Table 3, row 4` and `Register, cell D5` for a place as importing names it; files keep their names."""
    sheet = _SHEET.fullmatch(place)
    if sheet:
        return ", ".join(filter(None, (sheet["sheet"], sheet["rest"])))
    if re.search(r"\.[A-Za-z]{3,4}$", place):
        return place
    shown = re.sub(r"^(table \d+) (?=row|column)", r"\1, ", place)
    return shown[:1].upper() + shown[1:]


def places_shown(places: tuple[str, ...]) -> str:
    """`Tables 1, 2 and 41`; each sheet by its name."""
    numbers = [re.fullmatch(r"table (\d+)", place) for place in places]
    names = [found[1] if found else place_shown(place) for place, found in zip(places, numbers, strict=True)]
    joined = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    if not all(numbers):
        return joined
    return f"Table {joined}" if len(names) == 1 else f"Tables {joined}"


def places_in_short(places: tuple[str, ...]) -> str:
    """As `places_shown`, but many are only counted: `7 tables, from table 9`."""
    return places_shown(places) if len(places) < 4 else f"{len(places)} tables, from {places[0]}"


def line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def short(text: str, length: int) -> str:
    """A text on one line, cut after so many letters."""
    whole = line(text)
    return whole if len(whole) <= length else f"{whole[: length - 1].rstrip()}…"
