"""The text for one owner who is late, to be changed, copied or saved as an unsent e-mail; then the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from boarddesk.disk.saving import save
from boarddesk.issuing.mail import ENDING, written
from boarddesk.records.packs.chasing import chase_pack, owners_actions, record_chase
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.chasing import ChasePack, OwnersActions, chase_draft
from boarddesk.rules.mail import MailDraft
from boarddesk.rules.wording import cut_characters
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.actions.business import Business
from boarddesk.ui.actions.rows import OWNERS, by_owner
from boarddesk.ui.document_saving import KINDS, file_name, say_written
from boarddesk.ui.look.theme import look
from boarddesk.ui.page import Page
from boarddesk.ui.records_page.section import Filling
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.flow import Flow
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.steady_detail import SteadyDetail

BY_MAIL, BY_TEXT = "by e-mail", "text copied"
_LINES_HIGH = 232


class Chasing:
    """Who is late with what, and whose text is in the panel; words changed stay until it is sent or left."""

    def __init__(self, page: Page, update_form: Callable[[OwnersActions], object]) -> None:
        self._page, self._update_form = page, update_form
        self.owners: tuple[OwnersActions, ...] = ()
        self._pack: ChasePack | None = None
        self.at = -1
        self._changed: dict[str, str] = {}

    @property
    def late(self) -> tuple[OwnersActions, ...]:
        """Those with something late, the latest first."""
        return tuple(owner for owner in self.owners if owner.late)

    @property
    def owner(self) -> OwnersActions | None:
        """Whose text is in the panel while one steps through them."""
        return self.late[self.at] if 0 <= self.at < len(self.late) else None

    @property
    def title(self) -> str:
        """What the primary button does now."""
        count = len(self.late)
        if self.owner is None:
            return f"Chase {count} late owner{'' if count == 1 else 's'}"
        return (
            f"Next: {cut_characters(self.late[self.at + 1].name, 24)}"
            if self.at + 1 < count
            else "End chasing"
        )

    def read(self) -> None:
        """Everybody with an open action of the board in sight."""
        session, owner = self._page.session, self.owner
        self.owners = owners_actions(session.file, session.board_id, today=session.today)
        self._pack = chase_pack(session.file, session.board_id, today=session.today)
        keys = [known.key for known in self.late]
        self.at = keys.index(owner.key) if owner is not None and owner.key in keys else -1

    def step(self) -> OwnersActions | None:
        """On to the next late owner; None after the last."""
        self.at = self.at + 1 if self.at + 1 < len(self.late) else -1
        return self.owner

    def of(self, actions: Sequence[BoardAction]) -> OwnersActions | None:
        """Whoever has the first of these, or the post that has it."""
        key = next((held.whom[0] for action in actions[:1] for held in action.held_by[:1]), "")
        return next((owner for owner in self.owners if owner.key == key), None)

    def filling(self, panel: SteadyDetail, shown: Business, chosen: str) -> Filling | None:
        """The text of whoever is chased, while a row of theirs is chosen, or of a group whose head is."""
        owner = self.owner
        if owner is not None and chosen not in [action.id for action in owner.actions]:
            self.at, owner = -1, None
        if owner is None and chosen.startswith(OWNERS):
            inside = [known for known in shown.open_actions if by_owner(known, shown) == chosen]
            owner = self.of(inside)
        return (f"chase {owner.key}", partial(self.fill, panel, owner)) if owner is not None else None

    # ── the panel ──

    def fill(self, panel: DetailPanel, owner: OwnersActions) -> None:
        """To whom, when they were asked last, and the text."""
        place = f" · {self.at + 1} of {len(self.late)}" if self.owner == owner else ""
        meta = "Late actions, one text per owner" if owner.late else "Open actions, one text per owner"
        panel.set_record(f"{meta}{place}", f"Chase {owner.name}")
        panel.add_fact("To", owner.address or f"{owner.name}; the office has no e-mail address")
        asked = owner.last_chased
        panel.add_fact("Last chased", f"{long_date(asked.chased_on)}, {asked.how}" if asked else "not yet")
        inside = panel.add_section("Text to paste")
        inside.addWidget(WrappedLabel("All that is due, late first. Change what you like.", "meta"))
        draft = self._draft(owner)
        editor = QPlainTextEdit(self._changed.get(owner.key, draft.text.rstrip()))
        editor.setAccessibleName(f"Text for {owner.name}")
        editor.setTabChangesFocus(True)
        editor.setMinimumHeight(look().px(_LINES_HIGH))
        editor.textChanged.connect(lambda: self._changed.__setitem__(owner.key, editor.toPlainText()))
        inside.addWidget(editor)
        mail = buttons.secondary("Make e-mail draft", lambda: self._mail(owner), icon="mail")
        copy = buttons.secondary("Copy text", lambda: self._copy(owner), icon="copy")
        inside.addLayout(Flow([mail, copy]))
        inside.addWidget(WrappedLabel("The draft opens in your mail program, unsent.", "meta"))
        form = panel.add_section("Update form", action=("Make a Word form", lambda: self._update_form(owner)))
        form.addWidget(WrappedLabel("It is filled in, sent back and read in: Read an update form.", "meta"))

    def _draft(self, owner: OwnersActions) -> MailDraft:
        return chase_draft(owner, self._pack or ChasePack(self._page.session.today))

    def _given(self, owner: OwnersActions) -> MailDraft:
        draft = self._draft(owner)
        return replace(draft, text=f"{self._changed.get(owner.key, draft.text).rstrip()}\n")

    def _copy(self, owner: OwnersActions) -> None:
        QApplication.clipboard().setText(self._given(owner).text)
        self._record(owner, BY_TEXT)
        self._page.tell("Text copied", "Paste it where you write your e-mails.", tone=Tone.GOOD)

    def _mail(self, owner: OwnersActions) -> None:
        draft = self._given(owner)
        office_dialogs.ask_save(
            self._page,
            lambda path: self._save(owner, draft, path),
            title="Save the e-mail draft",
            name=file_name(f"{owner.name}, {draft.subject}") + ENDING,
            kinds=KINDS[ENDING],
        )

    def _save(self, owner: OwnersActions, draft: MailDraft, path: Path) -> None:
        background.run(lambda: save(path, written(draft)), partial(self._saved, owner, path), of=self._page)

    def _saved(self, owner: OwnersActions, asked: Path, saved: Path) -> None:
        self._record(owner, BY_MAIL)
        say_written(self._page, "E-mail draft saved, not sent", saved, asked=asked)

    def _record(self, owner: OwnersActions, how: str) -> None:
        """When and how they were asked; of an office that is only read nothing is noted."""
        self._changed.pop(owner.key, None)
        session = self._page.session
        if not session.file.read_only:
            record_chase(session.file, owner, how=how, today=session.today)
