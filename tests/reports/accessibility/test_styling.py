"""How a run looks through every style it stands on, the nearest speaking first."""

from __future__ import annotations

from lxml import etree

from boarddesk.reports.accessibility.reading import Element, W, value
from boarddesk.reports.accessibility.styling import Looks
from boarddesk.reports.accessibility.themes import Theme

SPACE = f'xmlns:w="{W[1:-1]}"'
TABLE = (
    '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:rPr><w:color w:val="111111"/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/><w:b/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:color w:val="222222"/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band2Horz"><w:rPr><w:color w:val="333333"/></w:rPr></w:tblStylePr></w:style>'
)


def looks(styles: str, *, plain: str = "") -> Looks:
    normal = (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name '
        f'w:val="Normal"/>{plain}</w:style>'
    )
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:color w:val="0B0C0C"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    return Looks(etree.fromstring(f"<w:styles {SPACE}>{defaults}{normal}{styles}</w:styles>"), None)


def paragraph(properties: str = "", run: str = "") -> Element:
    return etree.fromstring(
        f"<w:p {SPACE}><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>Words</w:t></w:r></w:p>"
    )


def colours_of(
    found: Looks, options: str = 'w:firstRow="1" w:firstColumn="1" w:noHBand="0" w:noVBand="1"'
) -> list[str]:
    """The colour of each cell of a table of four rows and two columns."""
    row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:tc>" * 2 + "</w:tr>"
    properties = f'<w:tblPr><w:tblStyle w:val="T"/><w:tblLook {options}/></w:tblPr>'
    table = etree.fromstring(f"<w:tbl {SPACE}>{properties}{row * 4}</w:tbl>")
    return [value(found.of_run(next(each.iter(f"{W}r")), each, "color")) for each in table.iter(f"{W}p")]


def test_the_text_speaks_before_its_styles_and_they_before_the_defaults() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="C"><w:name w:val="C"/><w:rPr><w:color '
        'w:val="AA0000"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/><w:rPr><w:color '
        'w:val="00AA00"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Q"/><w:basedOn w:val="P"/></w:style>'
    )
    found = looks(styles)
    cases = {
        "0B0C0C": ("", ""),
        "00AA00": ('<w:pStyle w:val="Q"/>', ""),
        "AA0000": ('<w:pStyle w:val="Q"/>', '<w:rStyle w:val="C"/>'),
        "0000AA": ('<w:pStyle w:val="Q"/>', '<w:rStyle w:val="C"/><w:color w:val="0000AA"/>'),
    }
    for colour, (properties, run) in cases.items():
        made = paragraph(properties, run)
        assert value(found.of_run(made[1], made, "color")) == colour


def test_a_style_turns_bold_over_and_the_text_itself_decides() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="C"><w:name w:val="C"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    found = looks(styles)
    for bold, properties, run in (
        (True, '<w:pStyle w:val="P"/>', ""),
        (True, "", '<w:rStyle w:val="C"/>'),
        (False, '<w:pStyle w:val="P"/>', '<w:rStyle w:val="C"/>'),
        (True, '<w:pStyle w:val="P"/>', '<w:rStyle w:val="C"/><w:b/>'),
        (False, '<w:pStyle w:val="P"/>', '<w:b w:val="0"/>'),
    ):
        made = paragraph(properties, run)
        assert found.switch(made[1], made, "b") is bold


def test_a_table_style_has_its_say_for_each_place_of_a_table() -> None:
    assert colours_of(looks(TABLE)) == [
        "222222",
        "FFFFFF",
        "222222",
        "111111",
        "222222",
        "333333",
        "222222",
        "111111",
    ]
    assert colours_of(looks(TABLE), 'w:val="0600"') == ["111111"] * 8


def test_what_plain_text_says_like_the_defaults_does_not_stand_against_a_table_style() -> None:
    same = looks(TABLE, plain='<w:rPr><w:color w:val="0B0C0C"/></w:rPr>')
    assert colours_of(same)[1] == "FFFFFF"
    other = looks(TABLE, plain='<w:rPr><w:color w:val="444444"/></w:rPr>')
    assert colours_of(other)[1] == "444444"


def test_a_colour_of_the_theme_is_made_lighter_and_darker() -> None:
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    root = etree.fromstring(
        f'<a:theme {space}><a:clrScheme><a:accent1><a:srgbClr val="4472C4"/></a:accent1>'
        f"</a:clrScheme></a:theme>"
    )
    theme = Theme(root, None)
    for colour, more in (("4472C4", ""), ("B4C6E7", ' w:themeTint="66"'), ("2F5496", ' w:themeShade="BF"')):
        given = etree.fromstring(f'<w:color {SPACE} w:val="000000" w:themeColor="accent1"{more}/>')
        made = theme.ink(given)
        assert all(abs(int(made[at : at + 2], 16) - int(colour[at : at + 2], 16)) <= 2 for at in (0, 2, 4))
