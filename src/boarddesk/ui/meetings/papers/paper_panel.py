"""The chosen paper beside the list: its items, what was found, who cleared it, its copies."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.papers.finding import FindingKind
from boarddesk.rules.papers.paper import Clearance, KeptFinding, Paper, size_in_words
from boarddesk.rules.wording import day_in_short, day_of_year
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.meetings.papers.paper_actions import PaperActions
from boarddesk.ui.meetings.papers.rows import ListedPaper
from boarddesk.ui.widgets.flow import Flow
from boarddesk.ui.widgets.icon_sign import IconSign
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.shape_sign import ShapeSign
from boarddesk.ui.widgets.steady_detail import SteadyDetail
from boarddesk.ui.widgets.words_button import WordsButton


def paper_line(line: ListedPaper, does: PaperActions) -> QHBoxLayout:
    """Its name, which opens it, and its size at the right."""
    paper, row = line.paper, QHBoxLayout()
    row.setSpacing(8)
    if paper is None or paper.copy is None:
        row.addWidget(WrappedLabel(line.name), 1)
        row.addWidget(label("to follow", "meta"))
        return row
    opens = WordsButton(line.name, look="name")
    opens.setAccessibleName(f"Open {line.name}, to be read only")
    opens.clicked.connect(lambda _on=False: does.open(paper, line.row, line.position))
    row.addWidget(opens, 1)
    row.addWidget(label(size_in_words(paper.copy.size), "meta"))
    return row


def finding_line(paper: Paper, finding: KeptFinding, does: PaperActions) -> QHBoxLayout:
    """What was found, in its sentence; pressed it asks why it may stay."""
    row = QHBoxLayout()
    row.setSpacing(8)
    ink = "warn" if finding.is_open else "muted"
    row.addWidget(IconSign("flag" if finding.is_open else "check", ink=ink))
    words = finding.sentence if finding.is_open else f"{finding.sentence}: {finding.accepted_why}"
    opens = WordsButton(words, look="name")
    opens.setProperty("ink", ink)
    opens.setAccessibleName(f"{'Settle' if finding.is_open else 'Settled'}: {words}")
    opens.clicked.connect(lambda _on=False: does.accept(paper, finding))
    row.addWidget(opens, 1)
    return row


def can_be_cleaned(paper: Paper) -> bool:
    """Whether a clean copy would be without some of what was found."""
    kinds = {kind.value: kind for kind in FindingKind}
    return any(kinds[found.kind].removable for found in paper.open_findings if found.kind in kinds)


def clearance_signs(clearances: tuple[Clearance, ...]) -> list[QWidget]:
    """`✓ Director`, `◆ Forum, asked 22 May`."""
    made = []
    for clearance in clearances:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        given = clearance.is_given
        asked = f", asked {day_of_year(clearance.asked_on)}" if clearance.asked_on and not given else ""
        row.addWidget(ShapeSign(Shape.TICK if given else Shape.DIAMOND, ink="good" if given else "warn"))
        row.addWidget(label(f"{clearance.role}{asked}", "meta ink" if given else "warn meta"))
        made.append(held)
    return made


class PaperPanel(SteadyDetail):
    """Filled again after every change; what can be done with the paper stands where it belongs."""

    def __init__(self, does: PaperActions) -> None:
        super().__init__()
        self._does = does

    def show_paper(self, line: ListedPaper | None) -> None:
        """One line of the list."""
        if line is None:
            self.show_nothing()
        else:
            self.show_filled(line.id, lambda: self._put(line))

    def _put(self, line: ListedPaper) -> None:
        item = f"{line.row.number} · {line.row.item.title}"
        paper = line.paper
        if paper is None:
            self.set_record(item, "No paper yet", under="One is asked for with this item, and none is named.")
            return
        self.set_record(item, paper.title)
        if paper.is_withdrawn and paper.withdrawn_on:
            self.add_fact("Withdrawn", f"{day_in_short(paper.withdrawn_on)}: {paper.withdrawn_why}")
        if paper.asked_on:
            self.add_fact("Asked for", day_in_short(paper.asked_on))
        self._file(line, paper)
        if paper.clearances:
            self._clearances(paper)
        if len(paper.copies) > 1:
            older = self.add_section("Copies", beside=f"{len(paper.copies)}, the newest is in force")
            for copy in paper.copies:
                says = f", {copy.what_changed}" if copy.what_changed else ""
                words = f"{copy.kind.capitalize()}, {day_in_short(copy.taken_in_on)}: {copy.name}{says}"
                older.addWidget(WrappedLabel(words, "meta"))

    def _file(self, line: ListedPaper, paper: Paper) -> None:
        copy = paper.copy
        taken = f"taken in {day_in_short(copy.taken_in_on)}" if copy else "to follow"
        clean = ("Clean copy", lambda: self._does.clean(paper)) if can_be_cleaned(paper) else None
        inside = self.add_section("File", beside=taken, action=clean)
        inside.addLayout(paper_line(line, self._does))
        for finding in copy.findings if copy else ():
            inside.addLayout(finding_line(paper, finding, self._does))
        if copy and not copy.findings:
            inside.addWidget(label("Nothing was found in it.", "meta"))

    def _clearances(self, paper: Paper) -> None:
        done = len(paper.clearances) - len(paper.not_cleared)
        inside = self.add_section(
            "Clearance",
            beside=f"{done} of {len(paper.clearances)}",
            action=("Clear", lambda: self._does.clear(paper)),
        )
        inside.addLayout(Flow(clearance_signs(paper.clearances), across=12))
        self._given(inside, paper)

    @staticmethod
    def _given(inside: QVBoxLayout, paper: Paper) -> None:
        for clearance in paper.clearances:
            if clearance.cleared_on:
                how = f", {clearance.how}" if clearance.how else ""
                words = f"{clearance.role}: {clearance.cleared_by}, {day_in_short(clearance.cleared_on)}{how}"
                inside.addWidget(WrappedLabel(words, "meta"))
