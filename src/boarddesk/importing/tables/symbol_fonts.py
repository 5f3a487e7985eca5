"""Fonts that show signs where letters are typed: what people see, never the letter underneath.

A tick is `a` in Webdings, `ü` in Wingdings and `P` in Wingdings 2. A letter whose sign is not known becomes
a box: what cannot be seen is not guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache

UNKNOWN = "□"
NOT_SYMBOLS = re.compile(r"segoeui(?:symbol|emoji)|applesymbols|applecoloremoji|noto.*|dejavu.*|cambriamath")
"""Fonts whose names speak of symbols though each character in them is what it is."""
SYMBOLS = re.compile(
    r".*dings\d?|.*dingbats|marlett|.*symbol\w*|.*sorts\w*|mtextra|msoutlook|msreference\w*specialty"
)
TICK, CROSS, BOXED_TICK, BOXED_CROSS, DOT, CIRCLE, SQUARE = "✓", "✗", "☑", "☒", "●", "○", "■"
GREEK = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
AS_THEY_ARE = {sign: sign for sign in "0123456789!#%&()+,./:;<=>?[]_{|}°±"}
CODES: dict[str, dict[str, str]] = {
    "webdings": {
        TICK: "61", CROSS: "72", DOT: "3D 6E", SQUARE: "67", UNKNOWN: "63", "⊘": "78", "⊖": "79",
        "◀": "33", "▶": "34", "▲": "35", "▼": "36",
    },
    "wingdings": {
        TICK: "FC", CROSS: "FB", BOXED_TICK: "FE", BOXED_CROSS: "78 FD", DOT: "6C", "•": "9E 9F",
        CIRCLE: "6D A1 A2 A3 A6", "◉": "A4", "◎": "A5", SQUARE: "6E", UNKNOWN: "6F 70 71 72 A8", "▪": "A7",
        "◆": "75", "❖": "76", "★": "AB", "👍": "43", "👎": "44", "☺": "4A", "😐": "4B", "☹": "4C",
        "←": "DF E7", "→": "E0 E8", "↑": "E1 E9", "↓": "E2 EA", "➢": "D8", "⇨": "F0",
    },
    "wingdings2": {
        TICK: "50", CROSS: "4F CD CE CF D0 D1 D2 D3", BOXED_TICK: "52", BOXED_CROSS: "51 53 54",
        "⊗": "55 56", "⊘": "57 58", "•": "95 96", DOT: "97 98", CIRCLE: "99 9A 9B 9C", "◉": "9D 9E 9F A0",
        "▪": "A1", SQUARE: "A2", UNKNOWN: "A3 A4 A5 A6 A7",
    },
    "wingdings3": {
        "▲": "70", "▼": "71", "△": "72", "▽": "73", "◀": "74", "▶": "75", "◁": "76", "▷": "77",
        "←": "21 66", "→": "22 67", "↑": "23 68", "↓": "24 69",
    },
    "marlett": {
        TICK: "61 62", CROSS: "72", DOT: "69 6E", "•": "68", "◀": "33", "▶": "34", "▲": "35 74", "▼": "36 75",
    },
    "symbol": {
        "√": "D6", "×": "B4", "•": "B7", "⊗": "C4", "⊕": "C5", "∅": "C6", "≤": "A3", "≥": "B3", "≠": "B9",
        "÷": "B8", "≈": "BB", "∞": "A5", "…": "BC", "−": "2D", "←": "AC", "↑": "AD", "→": "AE", "↓": "AF",
        "€": "A0", "Σ": "E5",
    },
    "zapfdingbats": {
        TICK: "33 34", CROSS: "35 36 37 38", DOT: "6C", CIRCLE: "6D", SQUARE: "6E", UNKNOWN: "6F 70 71 72",
        "★": "48", "◆": "75",
    },
}  # fmt: skip
ALSO_CALLED = {"monotypesorts": "zapfdingbats", "itczapfdingbats": "zapfdingbats", "dingbats": "zapfdingbats"}
NO_FONT = {
    0xFC: TICK, 0xFB: CROSS, 0xFE: BOXED_TICK, 0xFD: BOXED_CROSS, 0xB7: "•", 0xA7: "▪", 0x6C: DOT,
    0x6E: SQUARE, 0x4A: "☺", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
}  # fmt: skip
"""What characters of the private area are taken for where no font is named: those of Wingdings."""
PRIVATE = re.compile("[\uf020-\uf0ff]")


def is_symbol_font(name: str) -> bool:
    """Whether a font shows signs in place of the letters typed."""
    plain = _plain(name)
    return SYMBOLS.fullmatch(plain) is not None and NOT_SYMBOLS.fullmatch(plain) is None


def in_signs(text: str, font: str) -> str:
    """The text as a symbol font shows it; without one, only characters of the private area are turned."""
    if not font:
        if text.isprintable():  # characters of the private area are not
            return text
        return PRIVATE.sub(lambda one: NO_FONT.get(ord(one[0]) - 0xF000, UNKNOWN), text)
    return "".join(_sign(one, font) for one in text)


def _sign(character: str, font: str) -> str:
    code = _code(character)
    if code is None or character.isspace():
        return character
    return _signs(font).get(code, UNKNOWN)


def _code(character: str) -> int | None:
    """The place in the font; None for a character it has no place for, which is shown in another font."""
    number = ord(character)
    if 0xF020 <= number <= 0xF0FF:
        return number - 0xF000
    if number <= 0xFF:
        return number
    try:
        return character.encode("cp1252")[0]
    except UnicodeEncodeError:
        return None


@lru_cache(maxsize=64)
def _signs(font: str) -> dict[int, str]:
    plain = _plain(font)
    plain = ALSO_CALLED.get(plain, plain)
    known = CODES.get(plain, {})
    found = {int(code, 16): sign for sign, codes in known.items() for code in codes.split()}
    if plain == "symbol":
        letters = {**GREEK, **AS_THEY_ARE}
        found = {ord(letter): sign for letter, sign in letters.items()} | found
    return found


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+|regular$", "", name.casefold())
