"""Thirty-odd good documents, as a council would write them, each in the manner of another program."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.reports.accessibility.programs import (
    ApachePoi,
    Block,
    DevelopersKit,
    GoogleDocs,
    Letterhead,
    LibreOffice,
    OlderWord,
    OnlyOffice,
    Pages,
    Pandoc,
    ScriptLibrary,
    StrictWord,
    Word,
    Words,
    bullets,
    heading,
    numbers,
    p,
    picture,
    table,
)

LAST = Block("last")
WELSH = "cy-GB"


def agenda() -> tuple[Letterhead, list[Block]]:
    """A table at the end, and the paragraph that Word itself wants after it."""
    head = Letterhead("Northmoor SEND Improvement Board: agenda", header="Northmoor SEND Improvement Board")
    return head, [
        heading(head.title, 1),
        p(
            "Tuesday 9 June 2026, 2pm to 4pm, Town Hall, Northmoor. ",
            Words("Chair:", bold=True),
            " Margaret Oduya.",
        ),
        heading("Before the meeting"),
        *bullets("Read the highlight report.", "Send apologies by Friday 5 June."),
        heading("Items"),
        table(
            "Items of the meeting",
            "One row for each item, with its lead and its minutes.",
            ("Item", "What", "Lead", "Minutes"),
            ("1", "Welcome and apologies", "Chair", "5"),
            ("2", "Waiting times for therapies", "A. Rahman", "25"),
            ("3", "Any other business", "All", "10"),
            dark=True,
        ),
        LAST,
    ]


def letter() -> tuple[Letterhead, list[Block]]:
    head = Letterhead(
        "Your place on the board",
        author="Milton Keynes",
        last_author="Milton Keynes",
        company="MKCC",
        pages=1,
    )
    return head, [
        heading(head.title, 1),
        p("Dear colleague"),
        p(
            "Milton Keynes City Council thanks you for three years on the SEND (special "
            "educational needs and disabilities) board. "
            "Your last meeting is on 14 July."
        ),
        p(
            "You can read ",
            Words("the terms of reference", link="https://example.org/terms"),
            " at any time.",
        ),
        p("Yours sincerely"),
        p("Margaret Oduya"),
    ]


def welsh() -> tuple[Letterhead, list[Block]]:
    head = Letterhead(
        "Cynllun gwella: crynodeb",
        author="Cyngor Sir Ddinbych",
        last_author="Cyngor Sir Ddinbych",
        company="Cyngor Sir Ddinbych",
        language=WELSH,
    )
    return head, [
        heading(head.title, 1),
        p("Mae'r bwrdd wedi cytuno ar y cynllun gyda phlant a theuluoedd."),
        heading("Beth sydd wedi newid"),
        *bullets("Mae'r cynlluniau yn fwy amserol.", "Bydd rhieni yn rhan o bob cyfarfod."),
        table(
            "Camau",
            "Un rhes ar gyfer pob cam, gyda'i ddyddiad.",
            ("Cam", "Erbyn pryd"),
            ("Hyfforddi staff", "Mai 2026"),
            ("Gwrando ar rieni", "Mehefin 2026"),
        ),
        p("Diolch am ddarllen."),
    ]


def bilingual() -> tuple[Letterhead, list[Block]]:
    head = Letterhead("Summary for families", author="Flintshire County Council")
    return head, [
        heading(head.title, 1),
        p("The board met on 9 June and agreed the plan for the year."),
        heading("Yn Gymraeg", language=WELSH),
        p("Cyfarfu'r bwrdd ar 9 Mehefin a chytunwyd ar y cynllun.", language=WELSH),
        heading("Dla rodzin", language="pl-PL"),
        p("Rada spotkała się 9 czerwca i przyjęła plan na cały rok szkolny.", language="pl-PL"),
    ]


def minutes() -> tuple[Letterhead, list[Block]]:
    head = Letterhead(
        "Partnership board: minutes of 12 May 2026",
        author="Democratic Services",
        last_author="Clerk to the Board",
        company="Brighton and Hove",
    )
    return head, [
        heading(head.title, 1),
        table(
            "Who was there",
            "One row for each member.",
            ("Name", "Organisation", "Present"),
            ("Margaret Oduya", "Independent chair", "Yes"),
            ("Paul Kowalczyk", "Parent carer forum", "No"),
        ),
        heading("Welcome"),
        p("The chair welcomed members.  Two apologies were received."),
        heading("Waiting times"),
        p(
            "38 of 64 plans were on time. ",
            Words("Agreed:", bold=True),
            " to bring a recovery plan to the next meeting.",
        ),
        *numbers("Start the recovery plan.", "Report to the July meeting."),
        p("The meeting closed at 4pm."),
    ]


def plan() -> tuple[Letterhead, list[Block]]:
    """More than six pages, with contents."""
    head = Letterhead(
        "Improvement plan 2026", author="Telford & Wrekin Council", pages=9, header="Improvement plan 2026"
    )
    areas = [
        block
        for number in range(1, 9)
        for block in (
            heading(f"Area {number}: what we will do"),
            Block("break") if number % 2 else p("We will report each month."),
            p(f"What area {number} does, with whom and by when."),
        )
    ]
    return head, [heading(head.title, 1), p("What we will do this year."), Block("contents"), *areas]


def scorecard() -> tuple[Letterhead, list[Block]]:
    head = Letterhead("KPI scorecard, May 2026", author="NHS Northmoor ICB", company="NHS", landscape=True)
    return head, [
        heading(head.title, 1),
        p("KPI (key performance indicator) figures for the month."),
        heading("Figures"),
        table(
            "Figures by KPI",
            "One row for each indicator: target, actual and verdict.",
            ("KPI", "Target", "Actual", "Verdict"),
            ("Plans in 20 weeks", "60%", "59%", "Below"),
            ("Annual reviews", "75%", "81%", "Met"),
            dark=True,
        ),
        p("Figures are of the whole month."),
    ]


def pictures() -> tuple[Letterhead, list[Block]]:
    head = Letterhead(
        "What families told us",
        author="Kingston upon Hull Parent Carer Forum",
        notes=("Survey of May 2026, 214 families.",),
    )
    return head, [
        heading(head.title, 1),
        p("Most families trust us more than last year.", Words("", note=1)),
        picture("A bar chart: trust rose from 41% in 2025 to 58% in 2026."),
        Block("decorative"),
        heading("What they asked for"),
        *bullets("One name to call.", "Letters in plain English."),
        p("Read ", Words("all answers of the survey", link="https://example.org/survey"), "."),
    ]


TEXTS: dict[str, Callable[[], tuple[Letterhead, list[Block]]]] = {
    text.__name__: text for text in (agenda, letter, welsh, bilingual, minutes, plan, scorecard, pictures)
}
PROGRAMS = {
    "Word": Word,
    "older Word": OlderWord,
    "LibreOffice": LibreOffice,
    "Google Docs": GoogleDocs,
    "OnlyOffice": OnlyOffice,
    "Apache POI": ApachePoi,
    "Pandoc": Pandoc,
    "script library": ScriptLibrary,
    "developers' kit": DevelopersKit,
    "Strict Word": StrictWord,
    "Pages": Pages,
}
GOOD = [
    *(("Word", text) for text in TEXTS),
    *(("older Word", text) for text in ("agenda", "minutes", "plan", "pictures")),
    *(("LibreOffice", text) for text in TEXTS),
    *(("Google Docs", text) for text in ("agenda", "letter", "bilingual", "plan", "scorecard")),
    *(("OnlyOffice", text) for text in ("agenda", "pictures", "welsh")),
    *(("Apache POI", text) for text in ("minutes", "letter", "scorecard")),
    *(("Pandoc", text) for text in ("agenda", "plan", "minutes")),
    *(("script library", text) for text in ("agenda", "bilingual", "plan")),
    *(("developers' kit", text) for text in ("agenda", "plan", "pictures")),
    *(("Strict Word", text) for text in ("agenda", "pictures")),
    *(("Pages", text) for text in ("agenda", "minutes")),
]


def good_document(program: str, text: str) -> bytes:
    """A good document as a program writes it."""
    head, blocks = TEXTS[text]()
    return PROGRAMS[program](head).write(blocks)


def printed(head: Letterhead, blocks: Sequence[Block]) -> bytes:
    return Word(head).write(blocks)
