"""Forms that add: a risk, an issue, a control, a mitigation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.records.risks import issues, matrices, register, scores, treatment
from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.people import Board
from boarddesk.rules.plan.actions import Area
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.risk import Assurance, Risk
from boarddesk.ui.risks.fields import (
    OPTIONAL,
    day_field,
    due_field,
    given_score,
    owner_field,
    score_field,
    score_words,
)
from boarddesk.ui.risks.words import ASSURANCES
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note

WIDE = 620


def board_field(boards: Sequence[Board], board_id: str | None) -> FormField:
    """Whose register it stands in; asked only where every board is in sight."""
    return FormField(
        "board",
        "Board",
        FieldKind.CHOICE,
        board_id or (boards[0].id if boards else ""),
        choices=[*((board.id, board.name) for board in boards), ("", "No board")],
        shown=lambda _given: board_id is None,
    )


def area_field(areas: Sequence[Area]) -> FormField:
    """The area of the plan it bears on."""
    words = [(area.id, " ".join(part for part in (area.number, area.title) if part)) for area in areas]
    return FormField("area", "Area", FieldKind.CHOICE, choices=[("", "No area"), *words])


def add_risk_form(
    file: OfficeFile, boards: Sequence[Board], areas: Sequence[Area], *, board_id: str | None, today: date
) -> Form:
    """A new risk in three parts, with its first score where that is known already."""
    matrix = matrices.in_force(file)
    known = [name for _id, name, _appetite in treatment.categories(file)]
    at_first = board_id or (boards[0].id if boards else None)

    def renumber(given: Answers) -> None:
        given.fill("ref", register.next_ref(file, given.text("board") or None))

    def write(given: Answers) -> str:
        return _keep_risk(file, given, matrix, today=today)

    return Form(
        "add risk",
        "Add risk",
        write,
        [
            board_field(boards, board_id),
            FormField("title", "Title", placeholder="Therapy posts stay empty"),
            FormField("ref", "Ref", value=register.next_ref(file, at_first), beside=True),
            FormField("cause", "Because", placeholder="three therapy posts are empty,"),
            FormField("event", "there is a risk that", placeholder="children wait longer for their plans,"),
            FormField("effect", "which would", placeholder="miss the 20-week limit."),
            owner_field(file),
            FormField(
                "category",
                "Category",
                hint="Its appetite is set for all of it.",
                offers=known,
                beside=True,
            ),
            area_field(areas),
            score_field("likelihood", "Likelihood", matrix.likelihoods, None),
            score_field("impact", "Impact", matrix.impacts, None),
            Note(
                lambda given: (
                    f"Scores {words}." if (words := score_words(given, matrix)) else "It can be scored later."
                )
            ),
        ],
        focus="title",
        width=WIDE,
        picked={"board": renumber},
        about=board_id or "all",
    )


def _keep_risk(file: OfficeFile, given: Answers, matrix: Matrix, *, today: date) -> str:
    """The risk with its first score, as one change."""
    score = given_score(given)
    with file.change(f"Add risk {given.text('ref')}"):
        category = given.text("category")
        made = register.add_risk(
            file,
            ref=given.text("ref"),
            title=given.text("title"),
            raised_on=today,
            cause=given.text("cause"),
            event=given.text("event"),
            effect=given.text("effect"),
            board_id=given.text("board") or None,
            area_id=given.text("area") or None,
            category_id=treatment.add_category(file, category) if category else None,
            owner=owner_called(file, given.text("owner")),
            next_review=today + timedelta(matrix.level(*score).review_every_days if score else 31),
        )
        if score:
            scores.set_score(file, made, likelihood=score[0], impact=score[1], as_at=today)
    return made


def add_issue_form(
    file: OfficeFile, boards: Sequence[Board], areas: Sequence[Area], *, board_id: str | None, today: date
) -> Form:
    """Something that has happened."""

    def write(given: Answers) -> str:
        board = given.text("board") or None
        return issues.add_issue(
            file,
            ref=issues.next_ref(file, board),
            title=given.text("title"),
            raised_on=given.needed_day("raised_on"),
            impact=given.text("impact"),
            board_id=board,
            area_id=given.text("area") or None,
            owner=owner_called(file, given.text("owner")),
            resolution=given.text("resolution"),
            due=given.day("due"),
        )

    return Form(
        "add issue",
        "Add issue",
        write,
        [
            board_field(boards, board_id),
            FormField("title", "What has happened"),
            FormField("impact", "What it does", FieldKind.LINES, lines=2),
            owner_field(file),
            area_field(areas),
            FormField("resolution", "How it is put right", FieldKind.LINES, lines=2, hint=OPTIONAL),
            day_field("raised_on", "Since", today),
            day_field("due", "To be resolved by", None, beside=True, hint=OPTIONAL),
        ],
        focus="title",
        about=board_id or "all",
    )


def add_control_form(file: OfficeFile, risk: Risk) -> Form:
    """Something that is in place."""

    def write(given: Answers) -> str:
        return treatment.add_control(
            file,
            risk.id,
            text=given.text("text"),
            owner=owner_called(file, given.text("owner")),
            assurance=Assurance(given.text("assurance")),
            tested_on=given.day("tested_on"),
        )

    return Form(
        "add control",
        f"Add control to {risk.ref}",
        write,
        [
            FormField("text", "What is in place"),
            owner_field(file),
            FormField("assurance", "How sure it is", FieldKind.SEGMENTS, "", choices=ASSURANCES),
            day_field("tested_on", "Last tested", None, hint=OPTIONAL),
        ],
        button="Add control",
        under=risk.title,
        about=risk.id,
    )


def add_mitigation_form(file: OfficeFile, risk: Risk, *, today: date) -> Form:
    """Something to be done about a risk, by a day in one's own words."""

    def write(given: Answers) -> str:
        typed = given.text("due")
        return treatment.add_mitigation(
            file,
            risk.id,
            text=given.text("text"),
            owner=owner_called(file, given.text("owner")),
            due=read_by_when(typed, starts=today).latest if typed else None,
            due_as_written=typed,
        )

    return Form(
        "add mitigation",
        f"Add mitigation to {risk.ref}",
        write,
        [FormField("text", "What is to be done"), owner_field(file), due_field(today=today)],
        button="Add mitigation",
        under=risk.title,
        about=risk.id,
    )
