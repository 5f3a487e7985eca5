"""The action log as a document, of one board or of all, and the update form of an owner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boarddesk.issuing.document_kind import (
    WORD_AND_WEB,
    Audience,
    DocumentKind,
    DocumentQuery,
    Need,
    PreparedDocument,
    Reader,
    Scope,
)
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.action_log import action_log_pack
from boarddesk.records.packs.chasing import chase_pack, owners_actions
from boarddesk.records.people import person
from boarddesk.reports.action_log import action_log, action_log_workbook
from boarddesk.reports.update_form import update_form
from boarddesk.rules.chasing import OwnersActions
from boarddesk.rules.refused import Refused
from boarddesk.rules.update_form import UpdateFormPack


def _gather(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """As it is today; it holds actions of restricted items too, so there is no copy for everybody."""
    pack = action_log_pack(file, today=query.today, board_id=query.board_id)
    return PreparedDocument(
        ACTION_LOG,
        lambda edition: action_log(replace(pack, edition=edition)),
        scope=pack.board_short or "all boards",
        as_at=pack.as_at,
        board_id=pack.board_id,
        other_forms={".xlsx": lambda edition: action_log_workbook(replace(pack, edition=edition))},
        edition=pack.edition,
    )


ACTION_LOG = DocumentKind(
    key="action-log",
    title="Action log",
    noun="log",
    reader=Reader.MEETING,
    note="Word, Excel",
    sentence="Write the action log of a board, or of all: overdue, not yet due, done and withdrawn.",
    example="boarddesk report action-log office.boarddesk --board SIB --out actions.docx",
    needs=(Need(Scope.BOARD), Need(Scope.COPY, copies=(Audience.MEMBERS,))),
    gather=_gather,
    forms=(*WORD_AND_WEB, ".xlsx"),
)


def make_form(file: OfficeFile, owner: OwnersActions, *, board_id: str | None, today: date) -> bytes:
    """The form with everything open that an owner has; refused where that is nothing."""
    if not owner.actions:
        raise Refused(f"{owner.name} has no open action.", field="person")
    pack = chase_pack(file, board_id, today=today)
    return update_form(
        UpdateFormPack(
            owner,
            today,
            pack.answer_by,
            {board.id: board.short_name for board in boards(file)},
            pack.partnership,
            pack.author,
        )
    )


def _gather_form(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """Of one person, with what is open with them on the board or on all."""
    whose = person(file, query.person_id)
    owners = owners_actions(file, query.board_id, today=query.today)
    owner = next((known for known in owners if known.key == whose.id), None)
    if owner is None:
        raise Refused(f"{whose.name} has no open action.", field="person")
    content = make_form(file, owner, board_id=query.board_id, today=query.today)
    return PreparedDocument(
        UPDATE_FORM,
        None,
        scope=whose.name,
        as_at=query.today,
        board_id=query.board_id,
        other_forms={".docx": lambda _edition: content},
        name=f"Update form, {whose.name}",
    )


UPDATE_FORM = DocumentKind(
    key="update-form",
    title="Update form",
    noun="form",
    reader=None,
    note="",
    sentence="Write the form in which an owner says how far their actions are; it is read back.",
    example='boarddesk report update-form office.boarddesk --board SIB --person "Ann Hale" --out form.docx',
    needs=(Need(Scope.BOARD, required=True), Need(Scope.PERSON, required=True)),
    gather=_gather_form,
    forms=(".docx",),
)
