"""A decision as it is typed while people talk: `agreed that waits are shown monthly`, `n that …`."""

from __future__ import annotations

import re
from typing import Final

from boarddesk.rules.decisions import Verb
from boarddesk.rules.wording import one_line

_LETTERS: Final = {
    "a": Verb.AGREED,
    "r": Verb.RESOLVED,
    "n": Verb.NOTED,
    "d": Verb.DEFERRED,
    "f": Verb.REFERRED,
}
"""One letter for each verb; referred has the second that sounds in it, as resolved comes first."""

_WORDS: Final = "|".join(Verb)
_SAID: Final = re.compile(
    r"(?:it was |the board |the committee |members )?"
    rf"(?:(?P<verb>{_WORDS})\b|(?P<letter>[arndf])(?=\s*[:.]|\s+that\b))\s*[:,.]?\s*(?:that\b\s*)?",
    re.IGNORECASE,
)


def read_decision(typed: str) -> tuple[Verb | None, str]:
    """The verb said in front and what was decided, without `that`; no verb where none is said."""
    words = one_line(typed)
    found = _SAID.match(words)
    if found is None:
        return None, words
    verb = Verb(found["verb"].casefold()) if found["verb"] else _LETTERS[found["letter"].casefold()]
    return verb, words[found.end() :]
