"""Publish minutes: what could name a child is settled, then the copy for everybody goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from boarddesk.issuing.document_kind import Audience, DocumentQuery
from boarddesk.issuing.minutes import MINUTES
from boarddesk.records.agenda.items import agenda_item, change_item
from boarddesk.records.meetings import meetings
from boarddesk.records.packs.published import published_minutes, published_update
from boarddesk.records.publishing.choices import settle, take_up_again
from boarddesk.reports import html
from boarddesk.reports.minutes.minutes import minutes_document
from boarddesk.rules.publishing.choices import PublishChoice, WayOut, settlement
from boarddesk.rules.publishing.clue import Clue
from boarddesk.rules.publishing.copy import PublishedMinutes
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.document_saving import save_document
from boarddesk.ui.page import Page
from boarddesk.ui.publishing.clue_list import ClueList, ClueRow
from boarddesk.ui.publishing.clue_panel import CluePanel
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.document_preview import DocumentPreview
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.opening import check_may_write

SEE, BACK = "See the copy", "Back to what was found"


class PublishPage(Page):
    """One meeting at a time, opened from its menu."""

    name, title, icon = "publish", "Publish minutes", "meetings"
    opens = frozenset({"publish"})

    def __init__(self) -> None:
        super().__init__()
        self.meeting_id = ""
        self.copy: PublishedMinutes | None = None
        self.clues: tuple[Clue, ...] = ()
        self.waits = label("", "meta")
        self.see = buttons.secondary(SEE, self._turn)
        self.publish = buttons.primary("Publish", self._publish)
        for control in (self.waits, self.see, self.publish):
            self.header.add(control)
        self.figures = [_Count() for _ in range(4)]
        self.list = ClueList()
        self.panel = CluePanel(
            self._settle, consents=self._consent, takes_up=self._take_up, goes_on=self.list.choose_next
        )
        self.list.currentRowChanged.connect(lambda _row: self._show_panel())
        self.list.itemActivated.connect(lambda _item: self._to_ways())
        self.preview = DocumentPreview()
        self.empty = EmptyState(
            "No meeting chosen",
            "Open a meeting that was held and choose Publish minutes from its menu: what could name a child "
            "is looked for here before its minutes go out.",
        )
        self._lay_out()

    def _lay_out(self) -> None:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        counts = QHBoxLayout()
        counts.setSpacing(16)
        for figure in self.figures:
            counts.addWidget(figure, 1)
        column.addLayout(counts)
        column.addWidget(self.list, 1)
        self.both = ListAndDetail(shown, self.panel, narrow=328, wide=400)
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack, 1)
        for part in (self.both, self.preview, self.empty):
            self._stack.addWidget(part)

    # ── showing ──

    def reload(self) -> None:
        """What is found in the copy of the meeting, and what is done about each."""
        file, today = self.session.file, self.session.today
        of = next((each for each in meetings(file) if each.id == self.meeting_id), None)
        self.copy = None
        if of is None:
            self._show_nothing()
            return
        self.copy = published_minutes(file, of.id, today=today)
        update = published_update(file, of.id, today=today)
        self.clues = tuple({clue.key: clue for clue in (*self.copy.clues, *update.clues)}.values())
        choices = self.copy.by.choices
        rows = [ClueRow(clue, settlement(clue, self.clues, choices)) for clue in self.clues]
        self.header.set_detail(f"{self.copy.whole.title}, {long_date(of.date)}, published copy")
        self._count(rows)
        self.list.show_rows(rows)
        self._show_panel()
        if self._stack.currentWidget() is self.preview:
            self._show_preview()
        elif self._stack.currentWidget() is self.empty:
            self._stack.setCurrentWidget(self.both)
        self._dress(rows)

    def _show_nothing(self) -> None:
        self.clues = ()
        self.list.show_rows([])
        self.header.set_detail("")
        self.waits.setText("")
        self.see.setEnabled(False)
        self.publish.setEnabled(False)
        self._stack.setCurrentWidget(self.empty)

    def _count(self, rows: Sequence[ClueRow]) -> None:
        if self.copy is None:
            return
        open_ones = sum(row.choice is None for row in rows)
        withheld, posts = self.copy.open.withheld, self.copy.names_as_posts
        members = (
            "members keep their names" if self.copy.whole.board.published_names == "people" else "members too"
        )
        self.figures[0].show_count(
            open_ones,
            f"of {len(rows)} to settle",
            "Publish waits for these" if open_ones else "all is settled",
        )
        self.figures[1].show_count(
            withheld.paragraphs, _noun(withheld.paragraphs, "paragraph"), "restricted as a whole"
        )
        self.figures[2].show_count(
            withheld.spans, _noun(withheld.spans, "span"), "restricted within a sentence"
        )
        self.figures[3].show_count(posts, "names as posts" if posts != 1 else "name as a post", members)

    def _dress(self, rows: Sequence[ClueRow]) -> None:
        """The button is on once nothing waits; in words beside it what it waits for."""
        left = sum(row.choice is None for row in rows)
        confirmed = self.copy is not None and self.copy.whole.minutes.is_locked
        self.waits.setText(
            f"{left} to settle first" if left else "" if confirmed else "once the board has confirmed them"
        )
        self.publish.setEnabled(not left and confirmed)
        self.see.setEnabled(True)

    def _show_panel(self) -> None:
        self.panel.show_row(self.list.chosen(), self._looked())

    def _looked(self) -> list[tuple[str, str]]:
        if self.copy is None:
            return []
        items = [item for item in self.copy.open.minutes.items if not item.row.is_heading]
        paragraphs = sum("para" in passage.where for passage in self.copy.passages)
        return [
            (
                "Text",
                f"{count_in_figures(len(items), 'item')}, {count_in_figures(paragraphs, 'paragraph')}",
            ),
            ("Rows", "decisions, actions, challenges"),
            ("People", "who was there, guests, interests"),
            ("Update", "its headings and lines"),
            ("Not", "papers: they are looked through on their own"),
        ]

    def open_record(self, kind: str, record_id: str) -> None:
        """The copy of one meeting."""
        if record_id:
            self.meeting_id = record_id
            self._stack.setCurrentWidget(self.both)
            buttons.reword(self.see, SEE)
        self.renew()
        self.focus_first()

    def focus_first(self) -> None:
        """The list of what was found."""
        (self.list if self.copy is not None else self).setFocus()

    # ── settling ──

    def _settle(self, clue: Clue, how: WayOut, instead: str, why: str) -> None:
        check_may_write(self)
        settle(
            self.session.file,
            self.meeting_id,
            clue,
            how,
            instead=instead,
            why=why,
            on=self.session.today,
        )
        self._go_on()

    def _consent(self, item_id: str) -> None:
        check_may_write(self)
        file = self.session.file
        change_item(file, replace(agenda_item(file, item_id), consent=True))
        self._go_on()

    def _take_up(self, choice: PublishChoice) -> None:
        check_may_write(self)
        take_up_again(self.session.file, choice)

    def _go_on(self) -> None:
        """The next that waits is chosen, so that one key after the other settles them all."""
        self.catch_up()
        self.list.choose_next()
        self.list.setFocus()

    def _to_ways(self) -> None:
        row = self.list.chosen()
        if row is not None and row.choice is None:
            self.panel.radios[self.panel.way()].setFocus()

    # ── the copy ──

    def _turn(self) -> None:
        """The copy as it reads now, and back."""
        if self._stack.currentWidget() is self.preview:
            self._stack.setCurrentWidget(self.both)
            buttons.reword(self.see, SEE)
        else:
            self._show_preview()
            self._stack.setCurrentWidget(self.preview)
            buttons.reword(self.see, BACK)

    def _show_preview(self) -> None:
        if self.copy is not None:
            self.preview.show_html(html.write(minutes_document(self.copy.pack)))

    def _publish(self) -> None:
        """Issue the copy for everybody; with its issue it stands on the publication list."""
        if self.copy is None:
            return
        check_may_write(self)
        query = DocumentQuery(self.session.today, meeting_id=self.meeting_id, copy=Audience.PUBLIC)
        prepare = partial(MINUTES.prepare, self.session.file, query)
        name = f"Minutes {self.copy.whole.title}, published"
        save_document(self, prepare, name=name, ending=".docx", issue=True, rests=(self.publish,))

    @property
    def is_open(self) -> bool:
        """Whether the copy of a meeting is in front."""
        return self.isVisible() and self.copy is not None

    def commands(self) -> Sequence[Action]:
        """What menus and the search box offer for it."""
        return (
            Action(
                "Next to settle before publishing",
                self.list.choose_next,
                "Meeting",
                applies=lambda: self.is_open,
            ),
            Action("See the published copy", self._turn, "Meeting", applies=lambda: self.is_open),
            Action(
                "Publish the minutes…",
                self._publish,
                "Meeting",
                words="issue website everybody",
                applies=lambda: self.is_open and self.publish.isEnabled(),
            ),
        )


class _Count(QWidget):
    """A number written large with what it counts, and a line under it."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._noun = label("–", "figure small"), WrappedLabel("", "meta ink")
        self._note = WrappedLabel("", "meta")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._number)
        row.addWidget(self._noun, 1)
        column.addLayout(row)
        column.addWidget(self._note)

    def show_count(self, count: int, noun: str, note: str) -> None:
        """Show a number with its noun."""
        self._number.setText(str(count))
        self._noun.setText(noun)
        self._note.setText(note)


def _noun(count: int, noun: str) -> str:
    return f"{noun if count == 1 else f'{noun}s'} withheld"
