"""The look: contrast of every pair that carries text, fonts, icons, and a change of theme at run time."""

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.assets import assets_folder, icon_file
from app.theme import ThemeName, Weight, apply_theme, font, icon_pixmap, tokens
from app.theme.qss import build_sheet
from app.theme.tokens import THEMES, Tokens
from vision.inspection import Verdict

TEXT, CONTROL = 4.5, 3.0


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens_of", THEMES.values(), ids=THEMES.keys())
def test_text_can_be_read_on_every_ground(tokens_of: Tokens) -> None:
    for ink in (tokens_of.tx, tokens_of.tx2, tokens_of.tx3):
        for ground in (tokens_of.bg, tokens_of.s1, tokens_of.s2):
            assert contrast(ink, ground) >= TEXT, (ink, ground)
    assert contrast(tokens_of.acct, tokens_of.accf) >= TEXT
    assert contrast(tokens_of.alarm_ink, tokens_of.alarm) >= TEXT
    assert contrast(tokens_of.warn_ink, tokens_of.warn) >= TEXT
    for ground in (tokens_of.bg, tokens_of.s1, tokens_of.s2):
        assert contrast(tokens_of.ctl, ground) >= CONTROL
        assert contrast(tokens_of.acc, ground) >= CONTROL


@pytest.mark.parametrize("tokens_of", THEMES.values(), ids=THEMES.keys())
@pytest.mark.parametrize("verdict", list(Verdict))
def test_verdicts_can_be_read(tokens_of: Tokens, verdict: Verdict) -> None:
    colours = tokens_of.verdicts[verdict]
    assert contrast(colours.ink, colours.panel) >= TEXT
    assert contrast(colours.glyph, colours.fill) >= TEXT
    shape = colours.edge if verdict is Verdict.REVIEW else colours.fill
    assert contrast(shape, tokens_of.s1) >= CONTROL


def test_the_sheet_has_no_token_left_and_no_literal_colour(qapp: QApplication) -> None:
    rules = (assets_folder() / "styles" / "loupe.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{6}", rules)
    assert "@" not in build_sheet(THEMES[ThemeName.DARK])


def test_inter_comes_with_the_app_in_all_weights(dark: ThemeName) -> None:
    for weight in Weight:
        found = QFontInfo(font(20, weight))
        assert (found.family(), found.weight()) == ("Inter", weight)


def test_every_icon_is_an_icon_in_the_colour_asked_for(dark: ThemeName) -> None:
    names = [path.stem for path in icon_file("radio").parent.glob("*.svg")]
    assert len(names) > 20
    for name in names:
        image = icon_pixmap(name, 24, "#FF0000").toImage()
        inked = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 200]
        assert inked, name
        assert all(colour.red() > 200 and colour.green() < 50 for colour in inked), name


def test_a_change_of_theme_reaches_widgets_that_are_open(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, ThemeName.DARK)
    button = QPushButton("Stop")
    qtbot.addWidget(button)
    button.resize(100, 60)
    button.show()
    seen = {}
    for name in ThemeName:
        apply_theme(qapp, name)
        assert tokens().name is name
        seen[name] = button.grab().toImage().pixelColor(50, 8)
    assert seen[ThemeName.DARK] == QColor(THEMES[ThemeName.DARK].s2)
    assert seen[ThemeName.LIGHT] == QColor(THEMES[ThemeName.LIGHT].s2)
