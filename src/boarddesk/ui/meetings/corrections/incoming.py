"""Copies that were dropped or chosen, several at once: each read apart, each told of in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from boarddesk.copies import ReadCopy, hold, read, sent_drafts, take_in
from boarddesk.rules.minutes.corrections.holding import HeldCopy, SentDrafts
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui import background
from boarddesk.ui.page import Page, Session
from boarddesk.ui.widgets.banner import Tone


class IncomingCopies(QObject):
    """Reads files in the background and keeps what each proposes; one notice tells of all of them."""

    def __init__(self, page: Page, session: Callable[[], Session]) -> None:
        super().__init__(page)
        self._page, self._session = page, session

    def take(self, names: Sequence[str], *, meeting_id: str) -> None:
        """Take in files for the draft minutes of a meeting."""
        kept: list[str] = []
        refused: list[str] = []

        def told() -> None:
            if len(kept) + len(refused) == len(names):
                self._tell(kept, refused)

        def complain(error: Exception) -> None:
            if not isinstance(error, FileProblem | Refused):
                raise error
            refused.append(error.sentence)
            told()

        def compare(found: ReadCopy) -> None:
            session = self._session()
            try:
                sent = sent_drafts(session.file, meeting_id, found, today=session.today)
            except (Refused, FileProblem) as problem:
                complain(problem)
                return
            background.run(lambda: hold(found, sent), lambda held: keep(found, sent, held), complain, of=self)

        def keep(found: ReadCopy, sent: SentDrafts, held: HeldCopy) -> None:
            session = self._session()
            try:
                taken = take_in(session.file, sent, found, held, today=session.today)
            except (Refused, FileProblem) as problem:
                complain(problem)
                return
            kept.append(taken.sentence)
            told()

        for name in names:
            self._read(Path(name), compare, complain)

    def _read(
        self, path: Path, compare: Callable[[ReadCopy], None], complain: Callable[[Exception], None]
    ) -> None:
        background.run(lambda: read(path), compare, complain, of=self)

    def _tell(self, kept: Sequence[str], refused: Sequence[str]) -> None:
        first = f"{count_in_figures(len(kept), 'copy', 'copies')} added." if kept else "No copy was added."
        tone = Tone.WARN if refused else Tone.GOOD
        self._page.tell(first, " ".join((*kept, *refused)), tone=tone)
