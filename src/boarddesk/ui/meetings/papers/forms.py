"""What is asked about a paper: its title, why it stays, is withdrawn or replaced, and who cleared it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from boarddesk.records.agenda import papers
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import people
from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.papers.paper import Clearance, KeptFinding, Paper
from boarddesk.rules.refused import Refused
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

NAMES_IT = "It names the file that goes out."
TITLE = "Give the paper a title."
ASKED, CLEARED = "asked", "cleared"


def name_paper_form(file: OfficeFile, item_id: str, *, about: str, on: date) -> Form:
    """A paper that is to follow."""

    def write(given: Answers) -> str:
        return papers.name_paper(file, item_id, given.text("title"), asked_on=on)

    return Form(
        "name paper",
        "Paper to follow",
        write,
        [FormField("title", "Title", hint=NAMES_IT, required=TITLE)],
        button="Add paper",
        under=about,
        about=item_id,
    )


def rename_paper_form(file: OfficeFile, paper: Paper) -> Form:
    """Another title."""
    return Form(
        "rename paper",
        "Rename paper",
        lambda given: papers.rename_paper(file, paper.id, given.text("title")),
        [FormField("title", "Title", value=paper.title, hint=NAMES_IT, required=TITLE)],
        button="Rename",
    )


def accept_finding_form(file: OfficeFile, paper: Paper, finding: KeptFinding) -> Form:
    """Why what was found may stay; without words it is open again."""
    place = f" ({finding.place})" if finding.place else ""
    return Form(
        "accept finding",
        "Let it stay",
        lambda given: papers.accept_finding(file, finding.id, why=given.text("why")),
        [
            FormField(
                "why",
                "Reason",
                FieldKind.LINES,
                finding.accepted_why,
                hint="Kept with the paper and never printed. Nothing opens the finding again.",
            )
        ],
        button="Keep",
        under=f"{paper.title}: {finding.sentence}{place}",
        about=finding.id,
    )


def withdraw_paper_form(file: OfficeFile, paper: Paper, *, on: date) -> Form:
    """The board does not get it, and why."""
    return Form(
        "withdraw paper",
        "Withdraw paper",
        lambda given: papers.withdraw_paper(file, paper.id, on=on, why=given.text("why")),
        [FormField("why", "Reason", FieldKind.LINES, hint="Its copies are kept; it can be brought back.")],
        button="Withdraw",
        under=paper.title,
        about=paper.id,
        ready=lambda given: bool(given.text("why")),
    )


def replace_paper_form(paper: Paper, take: Callable[[str], object]) -> Form:
    """What changed in a paper that went out already."""
    return Form(
        "replace paper",
        "Replace paper",
        lambda given: take(given.text("what_changed")),
        [FormField("what_changed", "What changed", FieldKind.LINES, hint="Printed in the supplement.")],
        button="Replace",
        under=f"{paper.title} went out with the agenda. It keeps its pages, or says what changed.",
        about=paper.id,
        ready=lambda given: bool(given.text("what_changed")),
    )


def clear_paper_form(file: OfficeFile, paper: Paper, *, on: date, first: Clearance | None = None) -> Form:
    """Who signed it off, when and how it was confirmed; or that it was asked for."""
    known = {clearance.role_id: clearance for clearance in paper.clearances}
    begins = first or next(iter(paper.not_cleared), paper.clearances[0])

    def write(given: Answers) -> None:
        role, day = given.text("role"), given.needed_day("on")
        if given.text("what") == ASKED:
            papers.ask_clearance(file, paper.id, role, on=day)
        else:
            papers.clear_paper(file, paper.id, role, by=given.text("by"), on=day, how=given.text("how"))

    def was_given(given: Answers) -> bool:
        return given.text("what") == CLEARED

    return Form(
        "clear paper",
        "Clear paper",
        write,
        [
            FormField(
                "role",
                "Sign-off",
                FieldKind.CHOICE,
                begins.role_id,
                choices=[(role_id, clearance.role) for role_id, clearance in known.items()],
            ),
            FormField(
                "what",
                "",
                FieldKind.SEGMENTS,
                CLEARED,
                choices=[(CLEARED, "Cleared"), (ASKED, "Asked for")],
            ),
            FormField(
                "by",
                "By",
                value=begins.cleared_by,
                offers=[person.name for person in people(file)],
                shown=was_given,
            ),
            FormField("on", "On", FieldKind.DAY, begins.cleared_on or on, required="Give the day."),
            FormField("how", "Confirmed", value=begins.how, hint="Such as by e-mail.", shown=was_given),
        ],
        button="Keep",
        under=paper.title,
        about=paper.id,
    )


def put_on_form(file: OfficeFile, paper: Paper, rows: Sequence[AgendaRow]) -> Form:
    """Another item it belongs to."""

    def write(given: Answers) -> None:
        if not given.text("item"):
            raise Refused("It is on every item already.", field="item")
        papers.put_on(file, paper.id, given.text("item"))

    return Form(
        "put on",
        "Put on another item",
        write,
        [
            FormField(
                "item",
                "Item",
                FieldKind.CHOICE,
                choices=[(row.item.id, f"{row.number} {row.item.title}") for row in rows],
            )
        ],
        button="Put on item",
        under=paper.title,
    )
