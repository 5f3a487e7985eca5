"""Questions of the boards, as details show them: put to an action, a KPI or a risk, and answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from boarddesk.records import meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_offers
from boarddesk.records.plan import challenges, evidence
from boarddesk.records.plan.refs import CalledRecord
from boarddesk.rules.plan.actions import Challenge
from boarddesk.rules.wording import sentence
from boarddesk.ui.plan.words import near_day
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.form import FieldKind, Form, FormField
from boarddesk.ui.widgets.label import WrappedLabel

YES, NO = "yes", "no"
_GIVE_A_DAY = "Give a date such as 9 Jun 2026."


def add_question(
    inside: QVBoxLayout, asked: Challenge, *, at: str, today: date, answer: Callable[[], object]
) -> None:
    """One question with who put it, where and when; its answer, or the link to give one."""
    inside.addWidget(WrappedLabel(_quoted(asked.text)))
    parts = (asked.ref, asked.asked, at, asked.item_title, near_day(asked.asked_on, today))
    foot = QHBoxLayout()
    foot.addWidget(WrappedLabel(", ".join(part for part in parts if part), "meta"), 1)
    if asked.is_open:
        gives = link("Answer" if asked.answered_on is None else "Answer again", answer)
        gives.setAccessibleName(f"Answer: {asked.text}")
        foot.addWidget(gives)
    inside.addLayout(foot)
    if asked.answered_on is not None:
        inside.addWidget(WrappedLabel(f"Answered {near_day(asked.answered_on, today)}: {asked.answer}"))
        if asked.evidence is not None:
            known = " ".join(part for part in (asked.evidence.reference, asked.evidence.title) if part)
            inside.addWidget(WrappedLabel(f"Evidence: {known}", "meta"))
        if not asked.accepted:
            inside.addWidget(WrappedLabel("◆ The answer was not accepted.", "warn"))


def _quoted(words: str) -> str:
    """As said: in quotation marks, unless somebody put them there."""
    plain = words.strip()
    return plain if plain.startswith(("“", '"', "‘", "'")) else f"“{plain}”"


def ask_form(file: OfficeFile, about: CalledRecord, *, board_id: str | None, today: date) -> Form:
    """A question of the board about an action, a KPI or a risk, which stays until it is answered."""
    known = meetings.meetings(file, board_id) if board_id else []
    held = [meeting for meeting in known if meeting.state.was_held and meeting.date <= today]
    days = {meeting.id: meeting.date for meeting in held}
    asked_at = [
        (meeting.id, f"{meetings.title(file, meeting)}, {long_date(meeting.date)}")
        for meeting in held[:-13:-1]
    ]
    newest = asked_at[0][0] if asked_at else ""

    def take_day(given: Answers) -> None:
        if given.text("meeting") in days:
            given.fill("asked_on", days[given.text("meeting")])

    def write(given: Answers) -> None:
        challenges.ask(
            file,
            about.id,
            about=about.kind,
            text=given.text("text"),
            asked_on=given.needed_day("asked_on"),
            asked_by=given.text("asked_by"),
            relayed_by=given.text("relayed_by"),
            meeting_id=given.text("meeting") or None,
        )

    return Form(
        "ask",
        f"Ask about {about.ref}",
        write,
        [
            FormField("text", "The question", FieldKind.LINES),
            FormField("asked_by", "Who asked (optional)", offers=owner_offers(file)),
            FormField("relayed_by", "Brought by (optional)", offers=owner_offers(file), beside=True),
            FormField(
                "meeting", "Asked at", FieldKind.CHOICE, newest, choices=[*asked_at, ("", "Not at a meeting")]
            ),
            FormField("asked_on", "On", FieldKind.DAY, days.get(newest, today), required=_GIVE_A_DAY),
        ],
        button="Ask",
        under="A question of the board stays here, and in the highlight report, until it is answered.",
        about=about.id,
        picked={"meeting": take_day},
    )


def answer_form(file: OfficeFile, asked: Challenge, *, today: date) -> Form:
    """The answer to a question of the board, what shows it, and whether the board accepts it."""
    shown = [item.evidence for item in evidence.all_evidence(file)]
    pieces = [(item.id, " · ".join(filter(None, (item.reference, item.title)))) for item in shown]

    def write(given: Answers) -> None:
        challenges.answer(
            file,
            asked.id,
            answer=given.text("answer"),
            answered_on=given.needed_day("answered_on"),
            accepted=given.text("accepted") == YES,
            evidence_id=given.text("evidence") or None,
        )

    return Form(
        "answer",
        "Answer the board",
        write,
        [
            FormField("answer", "The answer", FieldKind.LINES, asked.answer),
            FormField("answered_on", "On", FieldKind.DAY, today, required=_GIVE_A_DAY),
            FormField(
                "accepted",
                "Accepted by the board",
                FieldKind.SEGMENTS,
                YES,
                choices=((YES, "Yes"), (NO, "No")),
                beside=True,
            ),
            FormField(
                "evidence",
                "What shows it",
                FieldKind.CHOICE,
                asked.evidence.id if asked.evidence else "",
                choices=[("", "No evidence"), *pieces],
                shown=lambda _given: bool(pieces),
            ),
        ],
        under=f"{f'{asked.ref} ' if asked.ref else ''}{sentence(_quoted(asked.text)).removesuffix('.')}",
        about=asked.id,
    )
