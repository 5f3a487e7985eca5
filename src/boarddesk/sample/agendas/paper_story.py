"""The papers of the board to come as they came in: one with what nobody should publish, one cleared."""

from __future__ import annotations

from dataclasses import dataclass

from boarddesk.importing.papers.check import check_paper
from boarddesk.records.agenda.papers import NewCopy, ask_clearance, clear_paper, name_paper, take_in
from boarddesk.records.file.office_file import Change
from boarddesk.records.people import people
from boarddesk.sample.agendas.paperwork import word_file
from boarddesk.sample.diary import Diary

ROLES = ("Director", "Forum")


@dataclass(frozen=True)
class SamplePaper:
    """A paper that is in: of which item, so many days after the last board; `by` left changes in it."""

    item: str
    days: int
    text: tuple[str, ...]
    title: str = ""
    by: str = ""
    cleared: tuple[str, ...] = ROLES


PAPERS = (
    SamplePaper(
        "Minutes of the last meeting",
        6,
        ("The board met with eleven of fourteen members.", "It agreed two decisions and set four actions."),
        cleared=("Director", "Forum"),
    ),
    SamplePaper(
        "Therapies waiting times",
        14,
        (
            "Waits for a first appointment fell from 31 to 30 weeks since the spring.",
            "Four posts are filled; two more begin in September.",
            "Waits for speech and language therapy are longest in Skelden and Harrowby.",
        ),
        by="Ruth Okafor",
        cleared=("Director",),
    ),
    SamplePaper(
        "A family’s account",
        12,
        ("What a family told us about the move to secondary school, with their leave.",),
        title="A family’s account",
    ),
)


def note_papers(diary: Diary, *, board: str) -> None:
    """The sign-offs a board asks for, and the papers of its next meeting on their days."""
    diary.note(
        diary.calendar.board(-6),
        f"Name who clears the papers of {board}",
        lambda change: _name_roles(diary, change, board),
    )
    for told in PAPERS:
        _note_paper(diary, told, board)


def _name_roles(diary: Diary, change: Change, board: str) -> None:
    for position, role in enumerate(ROLES):
        made = change.insert(
            "clearance_role", board_id=diary.named("board", board), name=role, position=position
        )
        diary.name("role", role, made)


def _note_paper(diary: Diary, told: SamplePaper, board: str) -> None:
    day = diary.calendar.since_last(told.days)

    def write(_change: Change) -> None:
        paper_id = diary.ids.get(("paper", told.item))
        if paper_id is None:
            paper_id = name_paper(diary.file, diary.named(f"item {board} 0", told.item), told.title)
        title = told.title or told.item
        content = word_file(title, told.text, by=told.by)
        names = [person.name for person in people(diary.file)]
        findings = check_paper(content, f"{title}.docx", names=names).findings if told.by else ()
        take_in(diary.file, paper_id, NewCopy(f"{title}.docx", content, findings), on=day)
        for role in ROLES:
            role_id = diary.named("role", role)
            if role in told.cleared:
                clear_paper(diary.file, paper_id, role_id, by="Priya Nambiar", on=day, how="by e-mail")
            else:
                ask_clearance(diary.file, paper_id, role_id, on=diary.calendar.since_last(told.days - 4))

    diary.note(day, f"Take in the paper on {told.item}", write)
