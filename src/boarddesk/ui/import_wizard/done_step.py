"""What was taken, what was left over and where, and the way on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.intake import Target
from boarddesk.records.imports.plan import ImportResult
from boarddesk.rules.imports.contents import What
from boarddesk.rules.imports.first_steps import FirstStep
from boarddesk.rules.imports.person_choice import joinings
from boarddesk.rules.imports.proposals import Proposal, Proposals, Verdict
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.import_wizard.leftover_list import LeftoverList
from boarddesk.ui.import_wizard.proposals.rows import can_be_ticked
from boarddesk.ui.import_wizard.words import kinds_counted
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import Banner, Tone
from boarddesk.ui.widgets.label import WrappedLabel

PLACES = {
    What.PLAN: (("plan", "Open the plan"), ("reports", "Write a highlight report")),
    What.ATTENDANCE: (
        ("attendance", "Open attendance"),
        ("meetings", "Open the meetings"),
        ("people", "Open people and seats"),
    ),
    What.RISKS: (("risks", "Open the risks"),),
}
"""Where to go on from here: pages by name, and the words of the link."""

OPEN_FIRST = {"plan": "Open the plan", "people": "Open people and seats"}
"""The words of the link to a page on which something is to be done first."""

MOST_JOINED = 6
"""How many joined names are said one by one."""


class DoneStep(QWidget):
    """`went_on(page)` when a link was followed."""

    went_on = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.left = LeftoverList("Left over from this document", name="import left over")
        self._head = QVBoxLayout()
        self._head.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addSpacing(8)
        column.addWidget(self.left, 1)
        column.addStretch(0)

    def show_taken(
        self,
        proposals: Proposals,
        accepted: Collection[str],
        applied: ImportResult,
        *,
        target: Target,
        steps: Sequence[FirstStep] = (),
    ) -> None:
        """The import stands; `target` is where it was to go, with the name of a board made for it."""
        taken = [
            proposal
            for proposal in proposals.proposals
            if proposal.key in applied.keys and can_be_ticked(proposal)
        ]
        self._clear()
        if taken:
            self._head.addWidget(Banner(taken_words(taken), _one_change(proposals), tone=Tone.GOOD))
        elif applied.left_over:
            words = "Nothing was taken; what was not understood is kept in the office."
            self._head.addWidget(Banner(words, _one_change(proposals), tone=Tone.GOOD))
        else:
            words = "Nothing was changed."
            self._head.addWidget(Banner(words, "Your office says all of this already.", tone=Tone.GOOD))
        if accepted and target.makes_board:
            self._head.addWidget(WrappedLabel(f"The board made with it: {target.new_board}."))
        for sentence in (*_sentences(applied, len(proposals.waiting)), *_joined(proposals, accepted)):
            self._head.addWidget(WrappedLabel(sentence, "muted"))
        if steps:
            self._head.addWidget(WrappedLabel("To do first", "section"))
        for step in steps:
            self._head.addWidget(WrappedLabel(f"• {step.sentence}"))
        self._head.addLayout(self._links(target.what, steps))

    def show_taken_back(self) -> None:
        """Undo took the import back."""
        self._clear()
        action = ("Show the proposals again", self.back_requested.emit)
        words = "The import was taken back."
        self._head.addWidget(
            Banner(words, "Your office is as it was before it.", tone=Tone.WARN, action=action)
        )

    def _clear(self) -> None:
        _empty(self._head)

    def _links(self, what: What, steps: Sequence[FirstStep]) -> QHBoxLayout:
        """The pages of what was brought in, and those on which something is to be done first."""
        row = QHBoxLayout()
        row.setSpacing(8)
        pages = dict(PLACES[what]) | {step.page: OPEN_FIRST[step.page] for step in steps}
        for page, words in pages.items():
            row.addWidget(buttons.secondary(words, partial(self.went_on.emit, page)))
        row.addStretch(1)
        return row


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    while item := layout.takeAt(0):
        shown, inside = item.widget(), item.layout()
        if shown is not None:
            shown.hide()
            shown.deleteLater()
        elif isinstance(inside, QHBoxLayout):
            _empty(inside)


def taken_words(taken: Sequence[Proposal]) -> str:
    """`Added 6 areas and 31 actions; changed 2 actions.`"""
    counted_once = [proposal for proposal in taken if not proposal.is_taken_over]
    parts = [
        f"{verb} {kinds_counted(proposal.kind for proposal in counted_once if proposal.verdict is verdict)}"
        for verb, verdict in (("added", Verdict.NEW), ("changed", Verdict.CHANGED))
        if any(proposal.verdict is verdict for proposal in counted_once)
    ]
    words = "; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."


def _one_change(proposals: Proposals) -> str:
    return f"From “{proposals.source}”, as one change: Ctrl+Z takes it all back."


def _sentences(applied: ImportResult, waiting: int) -> Iterator[str]:
    """What the person should know about what was taken."""
    if applied.left_open:
        words = count_in_figures(applied.left_open, "register stays", "registers stay")
        why = "marks are missing, a name is not clear yet, or the document says so"
        yield f"{words} open, because {why}; open registers are left out of every percentage."
    if applied.opened:
        words = count_in_figures(applied.opened, "closed register is", "closed registers are")
        yield f"{words} open again, because somebody is not clear yet: left out of every percentage."
    if waiting:
        words = count_in_figures(waiting, "proposal waits", "proposals wait")
        yield f"{words} for who somebody is: bring the document in again once you know."


def _joined(proposals: Proposals, accepted: Collection[str]) -> Iterator[str]:
    """Every name that was taken for somebody else’s: two people never become one unseen."""
    stand = [
        proposal
        for proposal in proposals.proposals
        if proposal.key in accepted or proposal.verdict is Verdict.SAME
    ]
    said = list(joinings(stand))
    yield from said[:MOST_JOINED]
    if len(said) > MOST_JOINED:
        yield f"… and {len(said) - MOST_JOINED} more names; each stands as an alias under People."
