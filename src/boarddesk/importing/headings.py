"""The headings councils put above their columns, field by field, the most telling first."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What a column of a source table holds; the value is what `--column` takes and the JSON shows."""

    REF = "ref"
    TEXT = "text"
    HOW = "how"
    BY_WHEN = "by_when"
    ORIGINAL_BY_WHEN = "original_by_when"
    REVISED_BY_WHEN = "revised_by_when"
    OWNERS = "owners"
    ACCOUNTABLE = "accountable"
    STATUS = "status"
    SUCCESS_MEASURE = "success_measure"
    OUTCOME = "outcome"
    PROGRESS = "progress"
    EVIDENCE = "evidence"
    MILESTONES = "milestones"
    BAND = "band"
    AREA = "area"
    OTHER = "other"
    NAME = "name"
    ORGANISATION = "organisation"
    ROLE = "role"
    SECTOR = "sector"
    POST = "post"
    TITLE = "title"
    DESCRIPTION = "description"
    CAUSE = "cause"
    EVENT = "event"
    EFFECT = "effect"
    CATEGORY = "category"
    RAISED = "raised_on"
    CONTROLS = "controls"
    ASSURANCE = "assurance"
    MITIGATIONS = "mitigations"
    MITIGATION_OWNER = "mitigation_owner"
    MITIGATION_DUE = "mitigation_due"
    MITIGATION_STATUS = "mitigation_status"
    MOVEMENT = "movement"
    NEXT_REVIEW = "next_review"
    LAST_REVIEW = "last_review"
    RESPONSE = "response"
    PROXIMITY = "proximity"
    CLOSED_ON = "closed_on"
    CLOSED_WHY = "closed_why"
    COMMENTARY = "commentary"
    STAGE = "stage"
    KIND = "kind"
    INHERENT_LIKELIHOOD = "inherent_likelihood"
    INHERENT_IMPACT = "inherent_impact"
    INHERENT_SCORE = "inherent_score"
    CURRENT_LIKELIHOOD = "current_likelihood"
    CURRENT_IMPACT = "current_impact"
    CURRENT_SCORE = "current_score"
    TARGET_LIKELIHOOD = "target_likelihood"
    TARGET_IMPACT = "target_impact"
    TARGET_SCORE = "target_score"
    TARGET_BY = "target_by"
    PREVIOUS_SCORE = "previous_score"
    IGNORE = "ignore"


PLAN_HEADINGS: dict[Field, tuple[str, ...]] = {
    Field.REF: (
        "ref", "ref no", "reference", "reference number", "action ref", "action reference", "action no",
        "action number", "no", "number", "nr", "item", "item no", "id", "action id", "line", "row",
        "task no", "task number", "task id", "activity no", "activity number", "activity id", "issue key",
        "issue id", "wbs", "wbs number", "wbs no", "s no", "sno", "sl no", "sr no", "serial no",
    ),
    Field.TEXT: (
        "action", "actions", "what we will do", "what will we do", "what are we going to do",
        "what we are going to do", "what we need to do", "what needs to be done", "what will be done",
        "what do we need to do", "what", "action required", "actions required", "required action",
        "required actions", "action to take", "actions to take",
        "action to be taken", "actions to be taken", "actions to be undertaken",
        "actions we will take", "key action", "key actions", "planned action", "planned actions",
        "improvement action", "improvement actions", "specific action", "specific actions",
        "agreed action", "action description", "description of action", "action detail",
        "action details", "action/task", "action point", "task", "tasks", "activity", "activities",
        "key activity", "key activities", "key task", "key tasks", "deliverable", "deliverables",
        "we will", "our actions", "recommendation and action", "steps to be taken", "actions to address",
        "actions to achieve outcome", "task name", "task title", "activity name",
    ),
    Field.HOW: (
        "how", "step", "how we will do it", "how will we do it", "how will we do this", "how we will do this",
        "how will we achieve this", "how are we going to do it", "key steps", "steps", "method",
        "how this will be done", "how will this be done", "sub action", "sub actions",
        "tasks to complete", "approach",
    ),
    Field.BY_WHEN: (
        "by when", "when by", "when", "due", "due date", "date due", "deadline", "target date",
        "completion date", "date of completion", "date for completion", "planned completion date",
        "target completion date", "expected completion date", "expected completion", "completion",
        "complete by", "to be completed by", "end date", "timescale", "timescales", "time scale",
        "timeframe", "time frame", "timeline", "timing", "delivery date", "implementation date",
        "current due date", "start and end date", "dates", "date", "target quarter", "quarter",
        "finish date", "finish", "by date",
        "date for delivery", "to be delivered by", "completion target", "date to be completed",
    ),
    Field.REVISED_BY_WHEN: (
        "revised date", "revised due date", "revised completion date", "revised target date",
        "revised deadline", "revised timescale", "new date", "new due date", "new target date",
        "extended to", "extension", "extended date", "revised", "forecast date", "forecast completion",
        "amended date", "re profiled date", "rescheduled date", "date revised to", "revised to",
    ),
    Field.ORIGINAL_BY_WHEN: (
        "original date", "original due date", "original deadline", "original completion date",
        "original timescale", "baseline date", "original target date", "initial date", "previous date",
    ),
    Field.OWNERS: (
        "responsible officer", "responsible officers", "officer", "officers", "personnel",
        "officer responsible", "lead officer",
        "lead officers", "lead", "leads", "action lead", "action leads", "who", "who will lead",
        "who will do it", "who will do this", "who is responsible", "who is leading", "who leads",
        "by whom", "by who", "owner", "owners", "action owner", "action owners", "responsibility",
        "responsible", "responsible person", "person responsible", "persons responsible",
        "people responsible", "responsible lead", "lead person", "named lead", "lead responsible",
        "lead and partners", "lead agency", "lead name", "strategic and operational lead",
        "operational lead", "delivery lead", "led by", "assigned to", "key people", "accountability",
        "leads and partners", "partners involved", "lead s", "assignee", "assigned", "task owner", "members",
    ),
    Field.ACCOUNTABLE: (
        "accountable", "accountable officer", "accountable lead", "accountable person",
        "senior responsible officer", "senior responsible owner", "sro", "executive lead",
        "executive sponsor", "sponsor", "strategic lead", "exec lead", "lead director", "director",
    ),
    Field.STATUS: (
        "action rag", "rag", "rag status", "rag rating", "brag", "brag status", "brag rating", "status",
        "action status", "current status", "progress rag", "rag progress", "delivery rag", "rating",
        "current rag", "overall rag", "state", "r a g", "r a g b", "b r a g", "rags",
        "progress status", "delivery status", "delivery confidence",
        "confidence", "traffic light", "rag rated", "b rag", "bragg", "status rag",
    ),
    Field.SUCCESS_MEASURE: (
        "key performance indicators", "key performance indicator", "kpi", "kpis", "measure", "measures",
        "success measure", "success measures", "measure of success", "measures of success",
        "success criteria", "impact measure", "impact measures", "measures of impact",
        "performance measure", "performance measures", "how will we monitor", "how we will monitor",
        "how will we measure", "how we will measure", "how will we know", "how we will know",
        "how will we know it has made a difference", "how will success be measured",
        "how will impact be measured", "what will success look like", "what success looks like",
        "what does success look like", "what good looks like", "what will be different",
        "what difference will it make", "intended impact", "expected impact", "target outcome",
        "monitoring", "monitored by", "key measures", "metrics", "impact and measures",
        "difference made", "target", "impact on children and young people", "impact", "targets",
        "indicator", "indicators", "outcome measure", "outcome measures", "measurable outcome",
        "measurable outcomes", "kpi measure",
    ),
    Field.OUTCOME: (
        "outcome", "outcomes", "intended outcome", "intended outcomes", "expected outcome",
        "expected outcomes", "desired outcome", "desired outcomes", "what we want to achieve",
        "what do we want to achieve", "aim", "aims", "goal", "goals", "end outcome",
        "outcomes and impact",
    ),
    Field.PROGRESS: (
        "progress", "progress update", "progress updates", "progress to date", "progress made", "update",
        "updates", "latest update", "latest progress", "current position", "position statement",
        "commentary", "comments", "comment", "progress vs action", "progress against action",
        "progress and impact", "progress and evidence", "progress evidence of impact", "highlights",
        "highlights and issues", "highlights issues", "issues", "narrative", "status update",
        "what have we done", "what we have done", "what has been done", "what has been done so far",
        "impact to date", "actions taken", "monthly update", "quarterly update", "notes", "note",
        "rag commentary", "reason for rag", "summary of progress", "delivery update", "what happened",
        "you said we did",
    ),
    Field.EVIDENCE: (
        "evidence", "evidence of completion", "evidence of progress", "evidence of impact",
        "evidence source", "sources of evidence", "evidence base", "supporting evidence",
        "evidence location", "evidence log", "where is the evidence", "documents", "appendix",
        "evidenced by",
    ),
    Field.MILESTONES: (
        "milestone", "milestones", "key milestone", "key milestones", "interim milestones",
        "milestones and dates", "interim milestone", "steps and milestones",
    ),
    Field.AREA: (
        "area", "area of focus", "focus area", "area for improvement", "area of weakness", "priority",
        "priority area", "theme", "workstream", "work stream", "strand", "objective", "objectives",
        "area for development", "improvement area", "weakness", "priority action", "golden thread",
        "strategic objective", "key priority", "recommendation", "recommendations", "learning point",
        "learning theme", "domain", "domains", "pillar", "ambition", "improvement theme", "commitment",
        "bucket", "bucket name",
    ),
    Field.OTHER: (
        "start date", "start", "date started", "resources", "resource", "resource implications", "cost",
        "costs", "budget", "funding", "risk", "risks", "risks and mitigation", "barriers",
        "dependencies", "interdependencies", "next steps", "next step", "completed", "closed",
        "date completed", "governance", "direction of travel", "dot", "column1", "baseline",
        "starting point", "support required", "date added", "date raised", "date created", "created",
        "date opened", "date found", "date logged", "date identified", "last updated",
    ),
}  # fmt: skip

REGISTER_HEADINGS: dict[Field, tuple[str, ...]] = {
    Field.NAME: (
        "name", "names", "full name", "member", "members", "board member", "member name",
        "name of member", "person", "attendee", "attendees", "representative", "invitee",
        "name and role", "first name", "forename", "who", "membership", "name of attendee", "delegate",
    ),
    Field.ORGANISATION: (
        "organisation", "organization", "organisation name", "org", "agency", "employer", "company",
        "partner", "partner organisation", "representing", "service", "representing organisation",
        "from", "organisation school", "body", "organisation agency",
    ),
    Field.ROLE: (
        "role", "board role", "role on board", "role on the board", "membership type", "member type",
        "type", "status", "category", "capacity", "membership status", "voting",
    ),
    Field.SECTOR: (
        "sector", "constituency", "group", "sector group", "partner group", "partnership sector",
    ),
    Field.POST: (
        "job title", "title", "post", "position", "post title", "designation", "role title", "job role",
        "seat", "role and organisation", "job",
    ),
    Field.OTHER: (
        "email", "e mail", "email address", "phone", "telephone", "total", "totals", "attended",
        "attendance", "percent", "percentage", "attendance percentage", "rate", "possible", "expected",
        "number attended", "meetings attended", "surname", "last name", "no", "number", "ref", "notes",
        "comments", "deputy", "named deputy", "substitute", "present", "apologies", "absent",
        "attendance rate", "overall", "total attended", "total present", "count",
    ),
}  # fmt: skip
