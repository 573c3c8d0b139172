"""The smaller widgets, each by what a person sees of it or does with it."""

import runpy
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import app.widgets
from app.theme import ThemeName, tokens
from app.widgets import alone
from app.widgets.banner import Alert, Banner, BannerShown
from app.widgets.button import Button, Kind
from app.widgets.drop_down import DropDown
from app.widgets.filmstrip import Filmstrip, Strip
from app.widgets.focus_ring import FocusRing
from app.widgets.image_view import ImageView
from app.widgets.lot_counters import LotCounters, LotFigures
from app.widgets.pin_pad import PinPad
from app.widgets.progress_panel import ProgressPanel, progress_text
from app.widgets.score_bar import ScoreBar, caption_places
from app.widgets.segmented_toolbar import SegmentedToolbar, image_tools
from app.widgets.state_bar import BarShown, StateBar
from app.widgets.text import thousands
from app.widgets.toast import Toast
from app.widgets.verdict_panel import VerdictPanel, VerdictShown
from vision.inspection import Thresholds, Verdict

ALONE = [
    path.stem
    for path in sorted(Path(app.widgets.__file__).parent.glob("*.py"))
    if "show_alone(" in path.read_text(encoding="utf-8") and path.stem != "alone"
]


@pytest.mark.filterwarnings("ignore:.*found in sys.modules:RuntimeWarning")
@pytest.mark.parametrize("name", ALONE)
def test_each_widget_opens_alone_and_its_parts_have_names(
    name: str, qtbot: QtBot, theme: ThemeName, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[QWidget] = []
    monkeypatch.setattr(alone, "show_alone", lambda make: made.append(make()))
    runpy.run_module(f"app.widgets.{name}", run_name="__main__")
    (widget,) = made
    qtbot.addWidget(widget)
    assert not widget.grab().isNull()
    for part in (widget, *widget.findChildren(QWidget)):
        if part.window() is widget and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert part.accessibleName() or part.parentWidget().accessibleName(), part


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_panel_shows_each_verdict_in_its_own_way_and_says_it(
    verdict: Verdict, qtbot: QtBot, theme: ThemeName
) -> None:
    panel = VerdictPanel()
    qtbot.addWidget(panel)
    panel.resize(440, 284)
    panel.show_verdict(VerdictShown(verdict=verdict, part="Part 1285", time="14:32:08", reason="why"))
    picture = panel.grab().toImage()
    filled = verdict is not Verdict.OK
    edge_of_card = picture.pixelColor(430, 142)
    assert (edge_of_card.name().upper() != tokens().s1) is filled
    assert panel.accessibleName().startswith("Part 1285, ")
    assert verdict.value.replace("_", " ") in panel.accessibleName()


def test_a_tap_or_enter_on_the_panel_asks_for_the_large_verdict(qtbot: QtBot, dark: ThemeName) -> None:
    panel = VerdictPanel()
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.tapped):
        qtbot.mouseClick(panel, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.tapped):
        qtbot.keyClick(panel, Qt.Key.Key_Return)


def test_the_score_bar_reads_the_same_for_every_recipe(qtbot: QtBot, dark: ThemeName) -> None:
    bar = ScoreBar()
    qtbot.addWidget(bar)
    for factor in (1, 60):
        bar.show_score(1.24 * factor, Thresholds(t1=0.5 * factor, t2=0.62 * factor), Verdict.NG)
        assert bar.accessibleName() == "Score 85, NG"
        bar.show_score(0.25 * factor, Thresholds(t1=0.5 * factor, t2=0.62 * factor), Verdict.OK)
        assert bar.accessibleName() == "Score 25, OK"
    bar.show_score(None, None, Verdict.NOT_INSPECTED)
    assert bar.accessibleName() == "Score –, NOT INSPECTED"


def test_the_lot_is_shown_in_figures_and_a_tile_can_be_pressed(qtbot: QtBot, dark: ThemeName) -> None:
    card = LotCounters()
    qtbot.addWidget(card)
    card.show_figures(LotFigures(lot="L-1", parts_planned=2000, counts={Verdict.OK: 1251, Verdict.NG: 22}))
    assert card.tiles[Verdict.OK].number.text() == "1\u2009251"
    assert card.parts.text() == "1\u2009273 of 2\u2009000 parts"
    with qtbot.waitSignal(card.verdict_tapped) as tapped:
        qtbot.mouseClick(card.tiles[Verdict.NG], Qt.MouseButton.LeftButton)
    assert tapped.args == [Verdict.NG]


def test_the_filmstrip_shows_the_newest_that_fit_and_keys_move_the_choice(qtbot: QtBot, dark: ThemeName) -> None:
    strip = Filmstrip()
    qtbot.addWidget(strip)
    strip.resize(712, 120)
    strip.show_strips([Strip(key=n, caption=str(n), verdict=Verdict.OK) for n in range(20)], 19)
    assert [shown.key for shown in strip.shown] == [14, 15, 16, 17, 18, 19]
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(130, 40))
    assert chosen.args == [15]
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert chosen.args == [18]


def test_the_tools_tell_what_was_switched(qtbot: QtBot, dark: ThemeName) -> None:
    tools = SegmentedToolbar(image_tools(), with_opacity=True)
    qtbot.addWidget(tools)
    tools.resize(712, 76)
    with qtbot.waitSignal(tools.toggled) as toggled:
        qtbot.mouseClick(tools.buttons["outline"], Qt.MouseButton.LeftButton)
    assert toggled.args == ["outline", True]
    assert tools.slider is not None
    with qtbot.waitSignal(tools.opacity_changed) as changed:
        tools.slider.setFocus()
        qtbot.keyClick(tools.slider, Qt.Key.Key_Right)
    assert changed.args == [0.75]


def test_the_banner_says_three_lines_and_is_gone_with_its_cause(qtbot: QtBot, theme: ThemeName) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.resize(1280, 112)
    banner.show_banner(
        BannerShown(alert=Alert.WARN, what="Disk almost full.", meaning="It goes on.", action="Choose", more=1)
    )
    assert banner.accessibleName() == "Disk almost full. It goes on."
    assert banner.grab().toImage().pixelColor(640, 108).name().upper() == tokens().warn
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.findChildren(QAbstractButton)[1], Qt.MouseButton.LeftButton)
    banner.show_banner(None)
    assert banner.isHidden()


def test_a_toast_offers_undo_and_gives_way(qtbot: QtBot, dark: ThemeName) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(800, 400)
    ground.show()
    toast = Toast(ground)
    toast.show_text("Moved.", with_undo=True)
    assert toast.geometry().bottom() <= ground.height()
    with qtbot.waitSignal(toast.undone):
        qtbot.mouseClick(toast.findChildren(QAbstractButton)[0], Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_a_toast_covers_neither_a_button_nor_a_list_where_an_image_is(qtbot: QtBot, dark: ThemeName) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(1000, 600)
    places = {QListWidget(): (0, 100, 300, 400), ImageView(): (320, 0, 680, 400)}
    places |= {Button(f"Decide {n}"): (n * 330, 510, 310, 80) for n in range(3)}
    for widget, place in places.items():
        widget.setParent(ground)
        widget.setGeometry(*place)
    ground.show()
    toast = Toast(ground)
    toast.show_text("False alarm.", with_undo=True, offer="Tolerate this place")
    touched = [type(widget) for widget in places if widget.geometry().intersects(toast.geometry())]
    assert touched in ([], [ImageView])
    assert ground.rect().contains(toast.geometry())


def test_a_toast_gives_way_to_a_button_that_comes_later(qtbot: QtBot, dark: ThemeName) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(800, 400)
    ground.show()
    toast = Toast(ground)
    toast.show_text("Moved.")
    button = Button("Decide")
    button.setParent(ground)
    button.setGeometry(toast.geometry())
    button.show()
    qtbot.waitUntil(lambda: not button.geometry().intersects(toast.geometry()))


def test_in_a_full_bar_the_words_are_cut_and_nobody_is_kept_from_signing_in(qtbot: QtBot, dark: ThemeName) -> None:
    bar = StateBar()
    qtbot.addWidget(bar)
    shown = BarShown(
        state="Angehalten",
        state_icon="square",
        recipe="Magnetkachel 42 mit Phase links · v117",
        lot="L-2419-0815",
        camera="Basler acA2440-75um (21938471)",
        disk="1412 GB frei",
        shift="Station Halle 3",
        person="Anmelden",
    )
    bar.show_bar(shown)
    bar.show_clock("14:32:40")
    bar.resize(1280, bar.height())
    bar.show()
    assert bar.width() == 1280
    assert bar.clock.geometry().right() < 1280
    assert bar.person.width() >= bar.person.sizeHint().width()
    bar.grab()
    assert bar.recipe.value.toolTip() == shown.recipe


def test_progress_gives_the_time_left_only_after_measuring(qtbot: QtBot, dark: ThemeName) -> None:
    assert progress_text(1, 50, 2.9) == "1 of 50"
    assert progress_text(18, 50, 22.0) == "18 of 50, about 40 s left"
    assert progress_text(50, 50, 60.0) == "50 of 50"
    now = [0.0]
    panel = ProgressPanel(clock=lambda: now[0])
    qtbot.addWidget(panel)
    panel.start("Teaching")
    now[0] = 300.0
    panel.show_progress(10, 20)
    assert panel.detail.text() == "10 of 20, about 5 min left"
    with qtbot.waitSignal(panel.cancelled):
        qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)


def test_a_pin_is_typed_by_keyboard_or_finger_and_never_shown(qtbot: QtBot, dark: ThemeName) -> None:
    pad = PinPad()
    qtbot.addWidget(pad)
    qtbot.keyClicks(pad, "12x3")
    assert not pad.done.isEnabled()
    qtbot.mouseClick(pad.keys["4"], Qt.MouseButton.LeftButton)
    assert "4" not in pad.dots.text()
    with qtbot.waitSignal(pad.entered) as entered:
        qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert entered.args == ["1234"]
    assert pad.dots.text() == ""
    assert min(key.height() for key in pad.keys.values()) >= 76


def test_the_list_of_a_drop_down_is_named_as_the_box(qtbot: QtBot, dark: ThemeName) -> None:
    box = DropDown("Pixel format")
    qtbot.addWidget(box)
    assert (box.accessibleName(), box.view().accessibleName()) == ("Pixel format", "Pixel format")


def test_a_disabled_button_says_why(qtbot: QtBot, dark: ThemeName) -> None:
    button = Button("Start", icon_name="play", kind=Kind.PRIMARY)
    qtbot.addWidget(button)
    button.set_reason("Teach first.")
    assert (button.isEnabled(), button.toolTip(), button.accessibleDescription()) == (
        False,
        "Teach first.",
        "Teach first.",
    )
    button.set_reason("")
    assert button.isEnabled()


def test_the_focus_ring_follows_the_keyboard_and_hides_for_a_finger(
    qtbot: QtBot, qapp: QApplication, dark: ThemeName
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(20, 20, 20, 20)
    button, other = Button("One"), QLineEdit()
    layout.addWidget(button)
    layout.addWidget(other)
    ring = FocusRing.follow(qapp)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is window)
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Tab)
    button.setFocus()
    corner = button.geometry().topLeft() - QPoint(4, -20)
    assert window.grab().toImage().pixelColor(corner).name().upper() == tokens().acc
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.grab().toImage().pixelColor(corner).name().upper() != tokens().acc
    qapp.removeEventFilter(ring)
    ring.deleteLater()


def test_thousands_are_grouped_by_thin_spaces() -> None:
    assert thousands(1234567) == "1\u2009234\u2009567"


@pytest.mark.parametrize("lines", [(0, 0), (1, 2), (4, 300), (150, 151), (299, 300), (300, 300), (100, 200)])
def test_the_captions_of_the_score_bar_never_lie_on_each_other(lines: tuple[float, float]) -> None:
    first, second = caption_places((0, 300), lines, (60, 64))
    assert first >= 0
    assert first + 60 + 8 <= second
    assert second + 64 <= 300
