"""Where a score went, as registers show it: an arrow, a word, a sign of a symbol font."""

from __future__ import annotations

import re
from collections.abc import Mapping

UP, SAME, DOWN, NEW = "up", "same", "down", "new"
WORDS = (
    (NEW, r"new(?:ly)?(?: risk| entry| this \w+)?|added"),
    (SAME, (
        r"no (?:change|movement)|same|unchanged|un ?altered|stable|static|steady|level|constant"
        r"|maintained|not changed|remains?(?: the same)?|sideways|n/?c"
    )),
    (UP, (
        r"up|upwards?|increas\w*|worse\w*|deteriorat\w*|ris(?:en|ing|e)|rising|higher|escalat\w*"
        r"|getting worse|adverse|raised|heighten\w*"
    )),
    (DOWN, (
        r"down|downwards?|decreas\w*|reduc\w*|improv\w*|fall\w*|fell|lower\w*|better|de ?escalat\w*"
        r"|getting better|positive|lessen\w*"
    )),
)  # fmt: skip
_WORDS = tuple((way, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for way, words in WORDS)
ARROWS = {
    **dict.fromkeys("↔→➔➡⇒⇔⇨➙➜⟷►▶◄◀←=↦⬌➝⟶", SAME),
    **dict.fromkeys("↑▲⬆⇧⇑△🔺⏫🔼↗⬈➚⤴🡅🡹", UP),
    **dict.fromkeys("↓▼⬇⇩⇓▽🔻⏬🔽↘⬊➘⤵🡇🡻", DOWN),
}
SIGNED = re.compile("[" + "".join(ARROWS) + "]")


def movement_of(text: str, key: Mapping[str, str]) -> str:
    """The movement a cell shows, by the document's own key where it explains its arrows; empty for none."""
    line = " ".join(text.replace("\ufe0f", "").split())
    sign = SIGNED.search(line)
    if sign is not None and sign[0] in key:
        return key[sign[0]]
    word = way_of(line)
    if word:
        return word
    if sign is not None:
        return ARROWS[sign[0]]
    return {"+": UP, "-": DOWN, "^": UP, "v": DOWN}.get(line.casefold(), "")


def way_of(text: str) -> str:
    """The movement that words name; empty where they name none, or two."""
    found = [way for way, pattern in _WORDS if pattern.search(text)]
    return found[0] if found else ""
