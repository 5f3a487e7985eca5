"""Every kind of document there is; a new one is an entry here."""

from __future__ import annotations

from boarddesk.issuing.action_log import ACTION_LOG, UPDATE_FORM
from boarddesk.issuing.agenda import AGENDA, BRIEF
from boarddesk.issuing.attendance import ATTENDANCE, LETTER
from boarddesk.issuing.cover import COVER
from boarddesk.issuing.decisions import DECISIONS
from boarddesk.issuing.document_kind import DocumentKind, Reader
from boarddesk.issuing.forward_plan import FORWARD_PLAN
from boarddesk.issuing.governance import GOVERNANCE
from boarddesk.issuing.highlights import HIGHLIGHT
from boarddesk.issuing.mail import (
    ACTION_LIST,
    LATE_FORMS,
    MINUTES_NOTICE,
    NOTICE,
    PACK_NOTICE,
    REPLY_REMINDER,
)
from boarddesk.issuing.meetings import CALENDAR, SIGN_IN
from boarddesk.issuing.minutes import MINUTES, UPDATE
from boarddesk.issuing.pack import PACK
from boarddesk.issuing.publication import PUBLICATION
from boarddesk.issuing.retention import RETENTION
from boarddesk.issuing.risks import EXCEPTIONS, RISK_CARD, RISKS

DOCUMENT_KINDS: tuple[DocumentKind, ...] = (
    HIGHLIGHT,
    EXCEPTIONS,
    RISKS,
    RISK_CARD,
    COVER,
    GOVERNANCE,
    RETENTION,
    ATTENDANCE,
    LETTER,
    AGENDA,
    BRIEF,
    PACK,
    ACTION_LOG,
    SIGN_IN,
    MINUTES,
    UPDATE,
    DECISIONS,
    FORWARD_PLAN,
    PUBLICATION,
    CALENDAR,
    NOTICE,
    PACK_NOTICE,
    REPLY_REMINDER,
    LATE_FORMS,
    UPDATE_FORM,
    ACTION_LIST,
    MINUTES_NOTICE,
)


def kinds_by_reader() -> tuple[DocumentKind, ...]:
    """Those that somebody reads, as the Reports page groups them."""
    return tuple(kind for reader in Reader for kind in DOCUMENT_KINDS if kind.reader is reader)


def kind_of(key: str) -> DocumentKind:
    """The kind of that key."""
    return next(kind for kind in DOCUMENT_KINDS if kind.key == key)
