"""Colours and sizes, one table per theme. No other module of the app holds a literal colour.

Every pair of colours in here was chosen by contrast: text on its ground has at least 4.5, controls at least 3
(WCAG 2), and `tests/app/theme` computes both again.
"""

from dataclasses import dataclass
from enum import StrEnum

from vision.inspection import Verdict


class ThemeName(StrEnum):
    """The two looks."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, kw_only=True)
class VerdictColours:
    """How one verdict is painted."""

    fill: str
    glyph: str
    """On the fill."""
    edge: str
    """Outline of the symbol and border of the panel."""
    panel: str
    """Ground of the verdict panel."""
    ink: str
    """Text on the panel."""


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """One theme. Names as in the design: grounds from back to front, three inks, controls, accent."""

    name: ThemeName
    bg: str
    s1: str
    s2: str
    s3: str
    tx: str
    tx2: str
    tx3: str
    ctl: str
    line: str
    acc: str
    accf: str
    acct: str
    sel: str
    verdicts: dict[Verdict, VerdictColours]
    hatch: tuple[str, str]
    """The two stripes of the NOT_INSPECTED panel."""
    alarm: str
    """Ground of the red banner."""
    alarm_ink: str
    alarm_action: str
    """Text on the banner's white button."""
    warn: str
    warn_ink: str
    knob: str
    """Handle of a slider."""
    img: str = "#101214"
    """Surround of every image."""
    img_hatch: tuple[str, str] = ("#15171A", "#191C1F")
    img_ink: str = "#DDE1E4"
    img_ink2: str = "#B9BFC5"
    contour: str = "#FFFFFF"
    contour_back: str = "#000000"
    map_grey: str = "#77797B"
    """What stands for a grey part below the colour bar."""
    hold: str = "#F5B83D"
    hold_ink: str = "#1F1600"


DARK = Tokens(
    name=ThemeName.DARK,
    bg="#1A1C1F",
    s1="#23262A",
    s2="#2D3135",
    s3="#383D42",
    tx="#EDEFF1",
    tx2="#B9BFC5",
    tx3="#949BA2",
    ctl="#7C848C",
    line="#3E4449",
    acc="#7FB2DE",
    accf="#3573AB",
    acct="#FFFFFF",
    sel="#24384A",
    verdicts={
        Verdict.OK: VerdictColours(fill="#35B89C", glyph="#06201A", edge="#35B89C", panel="#23262A", ink="#EDEFF1"),
        Verdict.NG: VerdictColours(fill="#D63524", glyph="#FFFFFF", edge="#D63524", panel="#D63524", ink="#FFFFFF"),
        Verdict.REVIEW: VerdictColours(fill="#F5B83D", glyph="#1F1600", edge="#F5B83D", panel="#F5B83D", ink="#1F1600"),
        Verdict.NOT_INSPECTED: VerdictColours(
            fill="#9D87EE", glyph="#150C33", edge="#C9BBF7", panel="#38296F", ink="#FFFFFF"
        ),
    },
    hatch=("#43357F", "#38296F"),
    alarm="#D63524",
    alarm_ink="#FFFFFF",
    alarm_action="#7A1409",
    warn="#F5B83D",
    warn_ink="#1F1600",
    knob="#EDEFF1",
)

LIGHT = Tokens(
    name=ThemeName.LIGHT,
    bg="#D5D8DB",
    s1="#E8EAEC",
    s2="#F6F7F8",
    s3="#DADDE0",
    tx="#15181B",
    tx2="#3B4248",
    tx3="#50585F",
    ctl="#6B737A",
    line="#B4BABF",
    acc="#1B5E97",
    accf="#1F64A0",
    acct="#FFFFFF",
    sel="#CFE0EF",
    verdicts={
        Verdict.OK: VerdictColours(fill="#0E7C67", glyph="#FFFFFF", edge="#0E7C67", panel="#E8EAEC", ink="#15181B"),
        Verdict.NG: VerdictColours(fill="#C9281A", glyph="#FFFFFF", edge="#C9281A", panel="#C9281A", ink="#FFFFFF"),
        Verdict.REVIEW: VerdictColours(fill="#F2B233", glyph="#1F1600", edge="#7A4F00", panel="#F2B233", ink="#1F1600"),
        Verdict.NOT_INSPECTED: VerdictColours(
            fill="#5B45A0", glyph="#FFFFFF", edge="#C9BBF7", panel="#4D398C", ink="#FFFFFF"
        ),
    },
    hatch=("#5B45A0", "#4D398C"),
    alarm="#C9281A",
    alarm_ink="#FFFFFF",
    alarm_action="#7A1409",
    warn="#F2B233",
    warn_ink="#1F1600",
    knob="#FFFFFF",
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}

# Sizes in pixels of the 1280x800 panel (4.91 px/mm): 15 mm for a glove is 74 px.
GLOVE = 76
DECISION = 88
TOUCH = 56
DESK = 44
RAIL = 92
BAR = 56
BANNER = 112
GAP = 12
CARD_PADDING = 16
RADIUS_FIELD = 4
RADIUS_CARD = 8
RADIUS_VERDICT = 12
FOCUS_RING = 3
FOCUS_GAP = 2
