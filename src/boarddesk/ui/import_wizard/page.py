"""The import: file, what was found, columns, proposals, and then one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from boarddesk.importing.deciding.reading import Reading
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.intake import BEFORE, Target, everyone, plan_called, propose, stands, take, what_is_first
from boarddesk.records.file.backups import back_up
from boarddesk.records.imports.plan import ImportResult
from boarddesk.records.leftovers import leftovers, settle
from boarddesk.rules.imports.contents import What
from boarddesk.rules.imports.plan_choices import PlanChoice
from boarddesk.rules.imports.proposals import Proposals
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.ui.import_wizard.columns_step import ColumnsStep
from boarddesk.ui.import_wizard.done_step import DoneStep
from boarddesk.ui.import_wizard.file_step import Busy, FileStep, ask_files, waiting_words
from boarddesk.ui.import_wizard.foot import Foot
from boarddesk.ui.import_wizard.found.step import FoundStep
from boarddesk.ui.import_wizard.jobs import GivenUp, Jobs, Result
from boarddesk.ui.import_wizard.proposals.rows import can_be_ticked
from boarddesk.ui.import_wizard.proposals.step import ProposalsStep
from boarddesk.ui.import_wizard.source import Source, open_source, read
from boarddesk.ui.import_wizard.steps import At, Steps, steps_at
from boarddesk.ui.page import Page
from boarddesk.ui.widgets.banner import Tone, in_two
from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.scrolling import scrolling
from boarddesk.ui.widgets.stepper import Stepper


class ImportPage(Page):
    """One document at a time; others handed over wait their turn; nothing is written before the end."""

    name, title, icon = "import", "Import", "import"
    opens = frozenset({"import"})

    def __init__(self) -> None:
        super().__init__()
        self.at = At.FILE
        self.waiting: list[Path] = []
        self.source: Source | None = None
        self.reading: Reading | None = None
        self.target: Target | None = None
        self.proposals: Proposals | None = None
        self._before: Target | None = None
        self.choices = PlanChoices()
        self._people: dict[str, str | None] = {}
        self._accepted: frozenset[str] = frozenset()
        self._applied = ImportResult()
        self._taking = False
        self.jobs = Jobs()
        self.destroyed.connect(self.jobs.stop)
        self._make_steps()
        self._show(At.FILE)

    def _make_steps(self) -> None:
        self.stepper = Stepper()
        self.header.add(self.stepper)
        self.file, self.found, self.columns = FileStep(), FoundStep(), ColumnsStep()
        self.offered, self.done, self.busy = ProposalsStep(), DoneStep(), Busy()
        self.stack = Steps()
        for step in (self.file, self.found, self.columns, self.offered, self.done, self.busy):
            self.stack.addWidget(step)
        self.foot = Foot()
        self.body.addWidget(scrolling(self.stack), 1)
        self.body.addWidget(self.foot)
        self.foot.left.connect(self.cancel)
        self.foot.went_back.connect(self.go_back)
        self.foot.went_on.connect(self.go_on)
        self.file.files_requested.connect(self.choose_files)
        self.busy.cancelled.connect(self._stop_job)
        self.found.changed.connect(self._show_found)
        self.found.decided.connect(lambda choices: self._read_again(choices, At.FOUND))
        self.columns.chose.connect(self.choose_column)
        self.offered.ticks_changed.connect(self._name_next)
        self.offered.answered.connect(self.say_who)
        self.done.went_on.connect(lambda page: self.open_requested.emit(page, ""))
        self.done.back_requested.connect(self._show_proposals_again)
        for left in (self.file.left, self.done.left):
            left.settled.connect(lambda at: settle(self.session.file, at, settled_on=self.session.today))

    # ── files handed over ──

    def open_record(self, kind: str, record_id: str) -> None:
        """Ready for files; a path given as the id is read at once. What is under way stays."""
        if record_id:
            self.take_files([record_id])
        elif self.at is At.DONE:
            self.begin_anew()

    def take_files(self, paths: Sequence[str]) -> bool:
        """Files dropped: read one after the other."""
        check_may_write(self)
        self.waiting += [Path(path) for path in paths]
        if self.at in (At.FILE, At.DONE) and not self.jobs.under_way:
            self._read_next()
        self._show_names()
        return True

    def new_record(self) -> None:
        """Ctrl+N: choose files."""
        self.choose_files()

    def choose_files(self) -> None:
        """Ask which files to bring in; the dialog blocks nothing."""
        check_may_write(self)
        ask_files(self, self.take_files)

    def _read_next(self) -> None:
        """The next document that waits; where none does, ready for one."""
        self._forget()
        self._show(At.FILE)
        if not self.waiting:
            return
        path, today = self.waiting.pop(0), self.session.today

        def job(given_up: GivenUp) -> tuple[Source, Reading]:
            return open_source(path, today=today, given_up=given_up)

        self._run(f"Reading “{path.name}” …", job, self._opened)

    def _opened(self, opened: tuple[Source, Reading]) -> None:
        self.source, self.reading = opened
        self.found.form.show_source(self.session.file, *opened, board_id=self.session.board_id)
        self.found.show_source(self.reading, self.source)
        self._show_found()
        self._show(At.FOUND)
        self._say_trouble()
        kept = self.found.kept(self.session.file, self.reading)
        if kept or self.found.form.known_plan():
            self._read_again(PlanChoices(), At.FOUND, kept=kept)

    def _forget(self) -> None:
        self.source = self.reading = self.target = self.proposals = self._before = None
        self.choices, self._people = PlanChoices(), {}
        self._accepted = frozenset()
        self.offered.show_all()

    def begin_anew(self) -> None:
        """Ready for other files."""
        self.jobs.stop()
        self._forget()
        self._show_left()
        self._show(At.FILE)

    def cancel(self) -> None:
        """Leave everything as it is in the office, and nothing of the documents."""
        self.waiting = []
        self.begin_anew()

    # ── jobs ──

    def _run(
        self,
        words: str,
        job: Callable[[GivenUp], Result],
        on_done: Callable[[Result], None],
        *,
        can_stop: bool = True,
    ) -> None:
        """Do a job; the page says so if it takes a while. Its troubles stand on the step it began from."""
        self.hush()
        self.busy.begin(words, can_stop=can_stop)
        self.stack.setCurrentWidget(self.busy)
        self.foot.setEnabled(False)
        self.jobs.run(job, partial(self._land, on_done), partial(self._land, self._say))

    def _land(self, hears: Callable[[Result], None], outcome: Result) -> None:
        """The outcome of a job, or its trouble; then the news that waited for it."""
        self._show(self.at)
        with self.hearing():
            hears(outcome)
        self.catch_up()

    def _stop_job(self) -> None:
        """Nobody waits for it any more: the page is as it was before it began."""
        self.jobs.stop()
        self._show(self.at)
        self.catch_up()

    def _say(self, error: Exception) -> None:
        """A refusal or a file's problem stands on the step; anything else is a fault of the program."""
        if not isinstance(error, FileProblem | Refused):
            raise error
        title, advice = in_two(error.sentence)
        action = (f"Go on with “{self.waiting[0].name}”", self._read_next) if self.waiting else None
        self.tell(title, advice, tone=Tone.BAD, action=action if self.at is At.FILE else None)

    # ── columns ──

    def _show_found(self) -> None:
        if self.reading and self.source:
            self.found.show_reading(self.reading, self.source, self.choices)

    def choose_column(self, heading: str, field: str) -> None:
        """The person says what a column is: the document is read again."""
        columns = {**self.choices.columns, heading: Field(field)}
        self._read_again(replace(self.choices, columns=columns), At.COLUMNS)

    def _read_again(self, choices: PlanChoices, at: At, *, kept: Sequence[PlanChoice] = ()) -> None:
        """Choices, or those `kept` of the version before, hold once the document is read with them."""
        assert self.source is not None
        source, wanted = self.source, self.found.form.wanted(self.session.file, choices, kept)

        def landed(reading: Reading) -> None:
            self.reading, self.choices = reading, reading.choices
            self._show_found()
            self._show(at)
            self.columns.show_reading(reading, self.found.form.kind())
            self._name_next()
            self._say_trouble()

        self._run("Reading again …", lambda given_up: read(source, wanted, given_up=given_up), landed)

    def _say_trouble(self) -> None:
        """Why the document cannot be taken as it is; two for the action are asked about in the step."""
        kind, reading = self.found.form.kind(), self.reading
        if reading is not None and not reading.holds(kind):
            title, advice = in_two(reading.why_not(kind))
            self.tell(title, advice)

    # ── proposals ──

    def _propose(self, *, ticked: set[str] | None) -> None:
        if self.reading is None or self.target is None or self.source is None:
            return
        file, target, today = self.session.file, self.target, self.session.today
        with self.hearing():
            found = self.reading.to_propose(target.what)
            self.proposals = propose(file, target, found, people=self._people, today=today)
            known = plan_called(file, target.plan) if target.what is What.PLAN else None
            self.offered.show_proposals(
                self.proposals,
                scheme=known.scheme if known else target.scheme or self.reading.scheme,
                people=everyone(file),
                ticked=ticked,
                source=self.source.tables,
                registers=self.reading.registers if target.what is What.ATTENDANCE else None,
            )

    def say_who(self, key: str, person_id: str | None) -> None:
        """Somebody said who is meant, or which role a seat has: everything is compared again, ticks stay."""
        known = self.proposals.proposals if self.proposals else ()
        before = {proposal.key for proposal in known if can_be_ticked(proposal)}
        ticked = set(self.offered.ticked)
        self._people[key] = person_id
        self._propose(ticked=None)
        fresh = {one for one in self.offered.ticked if one not in before}
        self._propose(ticked=ticked | fresh | {key})
        self._name_next()

    def _show_proposals_again(self) -> None:
        self.target = self._before
        self._propose(ticked=set(self._accepted))
        self._show(At.PROPOSALS)

    # ── taking ──

    def _take(self) -> None:
        path, accepted = self.session.file.path, frozenset(self.offered.ticked)
        if path is None:
            return
        self._run(
            "Making a backup first …",
            lambda _given_up: back_up(path, reason=BEFORE),
            lambda _made: self._apply(accepted),
            can_stop=False,
        )

    def _apply(self, accepted: frozenset[str]) -> None:
        if self.target is None or self.proposals is None or self.reading is None:
            return
        if self._stale:
            self._propose(ticked=set(accepted))
            self._say(Refused("The office has changed meanwhile. Look again, then take the proposals."))
            return
        file, today, kept = self.session.file, self.session.today, self.reading.to_keep
        self._taking = True
        try:
            self._applied, after = take(
                file, self.target, self.proposals, accepted=accepted, today=today, choices=kept
            )
        except (FileProblem, Refused) as no:
            self._say(no)
            return
        finally:
            self._taking = False
        self._before, self.target, self._accepted = self.target, after, accepted
        self._show(At.DONE)
        self.renew()

    def _show_done(self) -> None:
        if self.target is None or self.proposals is None:
            return
        file = self.session.file
        self._show_left()
        found = self.reading.found(self.target.what) if self.reading else None
        if found and not stands(file, self.target, found, self.proposals, accepted=self._applied.keys):
            self.done.show_taken_back()
            return
        went_to = self._before or self.target
        steps = what_is_first(file, went_to, self.proposals, self._applied, today=self.session.today)
        self.done.show_taken(self.proposals, self._accepted, self._applied, target=went_to, steps=steps)

    def _show_left(self) -> None:
        kept = leftovers(self.session.file)
        name = self.source.tables.name if self.source else ""
        self.file.left.show_kept(kept)
        self.done.left.show_kept([leftover for leftover in kept if leftover.source == name])

    # ── on and back ──

    def go_on(self) -> None:
        """The primary button: the next step."""
        self.hush()
        if self.at is At.FOUND:
            self._leave_found()
        elif self.at is At.COLUMNS:
            self._propose(ticked=None)
            self._show(At.PROPOSALS)
        elif self.at is At.PROPOSALS:
            self._take()
        elif self.waiting:
            self._read_next()
        else:
            self.choose_files()

    def _leave_found(self) -> None:
        if self.found.form.check(self.session.file):
            self.target = self.found.form.target()
            self._read_again(self.choices, At.COLUMNS)
        else:
            self.found.show_form()

    def go_back(self) -> None:
        """One step back; from the first reading to the choice of files."""
        self.hush()
        if self.at is At.FOUND:
            self.begin_anew()
        else:
            self._show(At(self.at - 1))

    def _show(self, at: At) -> None:
        if at is not self.at:
            self.hush()
        self.at = at
        self.busy.end()
        self.stack.setCurrentIndex(at)
        self.foot.setEnabled(True)
        self.foot.setVisible(at is not At.FILE)
        self.stepper.set_steps(steps_at(at))
        self._show_names()
        self._name_next()
        if self.isVisible():
            self.focus_first()

    def _show_names(self) -> None:
        name = self.source.path.name if self.source else ""
        names = waiting_words([path.name for path in self.waiting])
        self.header.set_detail(" · ".join(filter(None, (name, names))))

    def _name_next(self) -> None:
        """The next step in words."""
        read = self.reading is not None and self.reading.found(self.found.form.kind()) is not None
        waiting = self.waiting[0].name if self.waiting else ""
        self.foot.show_step(self.at, is_read=read, ticked=len(self.offered.ticked), waiting=waiting)

    def focus_first(self) -> None:
        """The step's own list, or the way on."""
        lists = {
            At.FILE: self.file.choose,
            At.FOUND: self.found.front,
            At.COLUMNS: self.columns.table,
            At.PROPOSALS: self.offered.table,
        }
        lists.get(self.at, self.foot.next).setFocus()

    @property
    def is_at_rest(self) -> bool:
        """While something is read or taken, news wait until it is done."""
        return self._taking or self.jobs.under_way

    def reload(self) -> None:
        """The office changed, or another board was chosen: what is shown is compared again."""
        if self.at is At.FOUND:
            self.found.form.renew(self.session.file)
        elif self.at is At.PROPOSALS:
            self._propose(ticked=set(self.offered.ticked))
            self._name_next()
        elif self.at is At.DONE:
            self._show_done()
        else:
            self._show_left()
