"""The theme part: ink, slate and the fills as theme colours, Arial for both fonts."""

from __future__ import annotations

from boarddesk.reports import house_style as house
from boarddesk.reports.word.xml import DECLARATION

_COLOURS = (
    ("dk1", house.INK),
    ("lt1", "FFFFFF"),
    ("dk2", house.SLATE),
    ("lt2", house.HEADER_FILL),
    ("accent1", house.SLATE),
    ("accent2", "28A197"),
    ("accent3", "FFBF47"),
    ("accent4", "B10E1E"),
    ("accent5", "003078"),
    ("accent6", house.GREY),
    ("hlink", house.LINK),
    ("folHlink", house.LINK),
)
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_SOLID}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def _font(kind: str) -> str:
    return f'<a:{kind}><a:latin typeface="{house.FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'


def theme_part() -> bytes:
    """word/theme/theme1.xml"""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS)
    formats = (
        f"<a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{DECLARATION}<a:theme name="Board" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:themeElements><a:clrScheme name="Board">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Board">{_font("majorFont")}{_font("minorFont")}</a:fontScheme>'
        f'<a:fmtScheme name="Board">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    ).encode()
