"""One proposal beside the list: as it stands in the document, as it is read, why it is not ticked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from boarddesk.importing.tables.grid import SourceTables
from boarddesk.importing.tables.places import standing_at
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.imports.choices import MeetingChoice, PersonChoice, SeatChoice
from boarddesk.rules.imports.contents import (
    FoundAction,
    FoundArea,
    FoundMilestone,
    FoundRegisters,
    Leftover,
)
from boarddesk.rules.imports.plan import STATUS
from boarddesk.rules.imports.proposals import FieldChange, Proposal, Verdict
from boarddesk.rules.people import Person, Role
from boarddesk.rules.registers.register import MARK_LABELS, Mark
from boarddesk.rules.statuses.status import Scheme
from boarddesk.rules.statuses.words import read_word
from boarddesk.ui.import_wizard.paper import paper, words_shown
from boarddesk.ui.import_wizard.proposals.rows import status_labelled
from boarddesk.ui.import_wizard.words import KIND_WORDS, line, place_shown
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.form import Field
from boarddesk.ui.widgets.label import label
from boarddesk.ui.widgets.status_chip import StatusChip

SOMEBODY_NEW = "new"
Answer = Callable[[str, str | None], object]


class ProposalPanel:
    """Fills a detail panel; `answer(key, person id or None)` when somebody says who is meant.

    Of a seat, `answer(key, role)`.
    """

    def __init__(self, panel: DetailPanel, answer: Answer) -> None:
        self.panel = panel
        self._answer = answer
        self._scheme: Scheme | None = None
        self._people: Sequence[Person] = ()
        self._source: SourceTables | None = None

    def set_office(self, scheme: Scheme, people: Sequence[Person], source: SourceTables) -> None:
        """The words of statuses, who a name could be, and the document they stand in."""
        self._scheme, self._people, self._source = scheme, people, source

    def show_nothing(self) -> None:
        """No line is chosen."""
        self.panel.clear()

    def show_leftover(self, one: Leftover) -> None:
        """A text nothing was made of."""
        self.panel.clear()
        self._head("As it stands in the document", [("", one.text)], one.place)
        self._section("Why nothing is made of it", f"{one.why[:1].upper()}{one.why[1:].rstrip('.')}.")
        self.panel.add_text("It is kept in the office, with its place, until you settle it.", "meta")

    def show_letters(self, found: FoundRegisters) -> None:
        """What each letter was read as, and how often; what is no letter."""
        self.panel.clear()
        self._head("Letters as they were read", [], found.source)
        counts = Counter(mark.mark for meeting in found.meetings for mark in meeting.marks)
        for mark in Mark:
            if counts[mark]:
                self.panel.add_fact(mark.value, f"{MARK_LABELS[mark]}, {counts[mark]}")
        if counts[None]:
            self.panel.add_fact("dashed", f"not recorded, {counts[None]}")
        self.panel.add_fact("empty", "not on the roll of that meeting")
        self.panel.add_text("Point at a letter to see where it stands and what else stands there.", "meta")

    def show_proposal(self, one: Proposal) -> None:
        """A proposal with where it came from."""
        self.panel.clear()
        about = one.ref or KIND_WORDS[one.kind]
        self._head(f"{about}, as it stands in the document", self._standing(one), one.place)
        if isinstance(one.found, PersonChoice):
            self._who(one, one.found)
        elif one.changes or one.verdict is Verdict.NEW:
            self._read_as(one)
        for note in one.notes:
            self.panel.add_text(note, "meta")
        if one.verdict is Verdict.SAME and not (isinstance(one.found, PersonChoice) and one.found.same_as):
            self.panel.add_text("Your office says the same already: there is nothing to do.", "meta")
        if one.why_not:
            title = "Why it is not taken" if one.verdict is Verdict.UNCLEAR else "Why it is not ticked"
            self._section(title, one.why_not)

    # ── the parts ──

    def _standing(self, one: Proposal) -> list[tuple[str, str]]:
        """The words of the document a proposal comes from; what was made of them where it has no place."""
        if isinstance(one.found, FoundAction) and one.found.source_cells:
            return list(one.found.source_cells)
        there = standing_at(self._source, one.place) if self._source is not None else ()
        return [(heading, words) for heading, words in there if words] or [("", one.title)]

    def _head(self, title: str, cells: Sequence[tuple[str, str]], place: str) -> None:
        self.panel.setAccessibleName(f"Detail: {title}")
        self.panel.add(label(title, "head"))
        if cells:
            self.panel.add(paper(cells))
        self.panel.add_text(place_shown(place), "meta")

    def _section(self, title: str, words: str) -> None:
        inside = self.panel.add_section(title)
        inside.addWidget(words_shown(words))

    def _read_as(self, one: Proposal) -> None:
        inside = self.panel.add_section("Read as")
        if one.changes:
            for change in one.changes:
                self._add_change(inside, change, named=len(one.changes) > 1 or change.field != STATUS)
        else:
            for name, value in _new_values(one):
                self._add_value(inside, name, value)
            if isinstance(one.found, SeatChoice):
                self._role(inside, one.key, one.found)
        if isinstance(one.found, FoundAction) and self._tells_status(one):
            said = how_status_was_read(one.found, self._scheme) if self._scheme else ""
            if said:
                inside.addWidget(words_shown(said, "meta"))

    def _tells_status(self, one: Proposal) -> bool:
        return not one.changes or any(change.field == STATUS for change in one.changes)

    def _add_change(self, inside: QVBoxLayout, change: FieldChange, *, named: bool) -> None:
        if named:
            inside.addWidget(label(change.field, "meta"))
        old, new = self._shown(change, change.old), self._shown(change, change.new)
        if isinstance(new, StatusChip) or len(change.old) + len(change.new) < 32:
            inside.addLayout(_side_by_side(old if change.old else None, new))
            return
        if change.old:
            inside.addWidget(old)
        inside.addLayout(_side_by_side(None, new, arrow=bool(change.old)))

    def _shown(self, change: FieldChange, words: str) -> QWidget:
        status = status_labelled(words, self._scheme) if self._scheme and change.field == STATUS else None
        if status is not None:
            return StatusChip(status)
        return words_shown(words or "nothing", "muted" if words == change.old else "strong")

    def _add_value(self, inside: QVBoxLayout, name: str, value: str) -> None:
        inside.addWidget(label(name, "meta"))
        status = status_labelled(value, self._scheme) if self._scheme and name == STATUS else None
        inside.addWidget(StatusChip(status) if status else words_shown(value))

    def _role(self, inside: QVBoxLayout, key: str, seat: SeatChoice) -> None:
        """The role as read, to be mended before it stands in every register."""
        picker = Choice([(role.value, role.capitalize()) for role in Role], name=f"Role of {seat.title}")
        picker.choose(seat.role.value)
        picker.picked.connect(lambda value: self._answer(key, value))
        counted = "expected at meetings" if seat.expected else "not expected at meetings"
        quorum = "counts for quorum" if seat.for_quorum else "does not count for quorum"
        inside.addWidget(Field("Role", picker))
        inside.addWidget(words_shown(f"{counted[:1].upper()}{counted[1:]}, {quorum}.", "meta"))

    def _who(self, one: Proposal, choice: PersonChoice) -> None:
        """Who is meant: the likely ones first, with why; nobody is merged without being said."""
        inside = self.panel.add_section("Who this is")
        likely = {each.person.id: each.label for each in choice.candidates}
        if choice.person_id and choice.person_id not in likely and one.verdict is not Verdict.NEW:
            names = {person.id: person.name for person in self._people}
            likely = {choice.person_id: names.get(choice.person_id, choice.name), **likely}
        if len(likely) == 1 and choice.person_id and one.verdict is Verdict.SAME and not choice.same_as:
            inside.addWidget(words_shown(f"The office knows {choice.name} by this name."))
            return
        others = {person.id: person.name for person in self._people if person.id not in likely}
        undecided = [("", "Choose who is meant")] if one.verdict is Verdict.UNCLEAR else []
        answers = [*undecided, *likely.items(), (SOMEBODY_NEW, "Somebody new"), *others.items()]
        picker = Choice(answers, name=f"Who is {choice.name}")
        picker.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        picker.choose("" if undecided else choice.same_as or choice.person_id or SOMEBODY_NEW)
        picker.picked.connect(lambda value: self._picked(one.key, value))
        inside.addWidget(Field("The same person as …", picker))
        for each in choice.candidates if undecided else ():
            inside.addWidget(words_shown(f"{each.label}: {each.why.value}.", "meta"))

    def _picked(self, key: str, value: str) -> None:
        if value:
            self._answer(key, None if value == SOMEBODY_NEW else value)


def how_status_was_read(found: FoundAction, scheme: Scheme) -> str:
    """Where a status comes from, where the document does not say it in the scheme's own word."""
    if found.status_from == "shading":
        return f"{found.status} is read from the colour of the cell."
    for _, text in found.source_cells:
        read = read_word(line(text), scheme).status
        if read is not None and read.label == found.status and line(text).casefold() != read.label.casefold():
            return f"“{line(text)}” is {read.label} in this scheme."
    return ""


def _side_by_side(old: QWidget | None, new: QWidget, *, arrow: bool = True) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    if old is not None:
        row.addWidget(old)
    if arrow and (old is not None or not isinstance(new, StatusChip)):
        sign = QLabel()
        sign.setPixmap(icons.pixmap("chevron-right", colour=look().tokens.muted, size=look().px(14)))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop if old is None else Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(new, 0 if isinstance(new, StatusChip) else 1)
    if isinstance(new, StatusChip):
        row.addStretch(1)
    return row


def _new_values(one: Proposal) -> list[tuple[str, str]]:
    """What something new would be, field by field; what is empty is left out."""
    match one.found:
        case FoundAction():
            return _filled(_action_values(one.found))
        case FoundArea():
            area = one.found
            return _filled(
                [
                    ("Area", f"{area.number} {area.title}".strip()),
                    ("Weakness", area.weakness),
                    ("Outcome", area.outcome),
                    ("Leads", ", ".join(area.leads)),
                    ("Project team", area.project_team),
                ]
            )
        case FoundMilestone():
            step = one.found
            when = f"{line(step.by_when.as_written)}, read as {step.by_when.understood}"
            return _filled([("Milestone", step.text), ("By when", when), ("Owner", step.owner)])
    return _register_values(one) or [(KIND_WORDS[one.kind], one.title)]


def _action_values(found: FoundAction) -> list[tuple[str, str]]:
    written = line(found.by_when.as_written)
    return [
        ("Action", found.text),
        ("By when", f"{written}, read as {found.by_when.understood}" if written else ""),
        ("Owner", ", ".join(found.owners)),
        ("Accountable", found.accountable),
        (STATUS, found.status),
        ("Success measure", found.success_measure),
        ("Update", found.progress),
        ("Evidence", "; ".join(found.evidence)),
    ]


def _register_values(one: Proposal) -> list[tuple[str, str]]:
    match one.found:
        case SeatChoice():
            seat = one.found
            return _filled(
                [
                    ("Seat", seat.title),
                    ("Organisation", seat.organisation),
                    ("Sector", _sector_words(seat)),
                    ("From", in_words(seat.from_date) if seat.from_date else ""),
                    ("Until", in_words(seat.to_date) if seat.to_date else ""),
                ]
            )
        case MeetingChoice():
            register = "closed" if one.found.complete else "open" if one.found.marks else ""
            return _filled([("Meeting", one.found.state.value), ("Register", register)])
    return []


def _sector_words(seat: SeatChoice) -> str:
    if seat.sector is None:
        return ""
    return seat.sector.value if seat.sector_given else f"{seat.sector.value}, proposed from the name"


def _filled(values: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in values if value.strip()]
