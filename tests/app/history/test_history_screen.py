"""The History screen with its real widgets."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from app.history.filters import HistoryFilter, Span
from app.history.screen import HistoryNeeds, make_history
from app.history.table_model import Column
from app.theme import ThemeName, apply_theme
from tests.app.history.background import AtOnce
from tests.app.history.records import ListReader, MadeUpReplays, make_record
from vision.inspection import Frame, Trouble, Verdict


@pytest.fixture
def make_screen(qtbot):
    apply_theme(QApplication.instance(), ThemeName.LIGHT)

    def make(records, replays=None):
        replays = replays or MadeUpReplays()
        at_once = AtOnce()
        needs = HistoryNeeds(
            reader=ListReader(records),
            replays=replays,
            searching=at_once,
            looking=at_once,
            thumbnailing=at_once,
            is_inspecting=lambda: False,
        )
        screen = make_history(needs)
        qtbot.addWidget(screen.view)
        screen.view.resize(1188, 744)
        screen.view.show()
        screen.presenter.search(HistoryFilter(span=Span.ALL))
        return screen

    return make


def test_ten_thousand_rows_are_there_and_the_first_part_is_shown(make_screen):
    view = make_screen([make_record(n) for n in range(1, 10_001)]).view
    assert view.model.rowCount() == 10_000
    assert view.detail.part.text() == "Part 10\u2009000"
    assert view.filters.tally.text() == "10\u2009000 of 10\u2009000 records"
    view.table.scrollToBottom()
    view.grab()
    assert view.model.record(9_999).sequence == 1


def test_arrow_keys_go_through_the_parts(make_screen, qtbot):
    view = make_screen([make_record(n) for n in range(1, 11)]).view
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.detail.part.text() == "Part 9"
    assert view.detail.word.text() == "NOT INSPECTED"


def test_the_verdict_buttons_narrow_the_list(make_screen, qtbot):
    view = make_screen([make_record(n) for n in range(1, 11)]).view
    qtbot.mouseClick(view.filters.verdicts[Verdict.NG], Qt.MouseButton.LeftButton)
    assert view.model.rowCount() == 2
    assert view.filters.verdicts[Verdict.OK].accessibleName() == "OK, 4"


def test_typing_searches_when_it_pauses_and_the_lot_chip_is_taken_off(make_screen, qtbot):
    screen = make_screen([make_record(1)])
    qtbot.keyClicks(screen.view.filters.search, "MT42")
    qtbot.waitUntil(lambda: screen.presenter.wanted.text == "MT42", timeout=2000)
    screen.presenter.show_lot("L-2419")
    assert screen.view.filters.lot.isVisible()
    qtbot.mouseClick(screen.view.filters.lot, Qt.MouseButton.LeftButton)
    assert screen.presenter.wanted.lot is None


def test_a_part_without_image_never_shows_the_part_before(make_screen):
    screen = make_screen([make_record(n) for n in range(1, 11)])
    assert screen.view.detail.image.isVisible()
    row = next(row for row in range(10) if screen.view.model.record(row).verdict is Verdict.NOT_INSPECTED)
    screen.view.table.selectRow(row)
    assert not screen.view.detail.image.isVisible()
    assert screen.view.detail.absent.sentence.text() == "No image was taken. The camera gave no frame in time."
    assert not screen.view.detail.map.isEnabled()


def test_a_long_reason_is_read_to_its_end(make_screen):
    reason = "The camera gave no frame in time. " * 5
    view = make_screen([replace(make_record(4), reason=reason)]).view
    shown = next(text for text in view.detail.findChildren(QLabel) if text.text() == reason)
    assert shown.height() >= shown.heightForWidth(shown.width()) > 3 * shown.fontMetrics().height()


def test_the_map_comes_and_goes(make_screen, qtbot):
    view = make_screen([make_record(n, Verdict.NG) for n in range(1, 4)]).view
    assert view.detail.replay.text() == "✓ Map made again: same score."
    assert view.detail.image.is_map_drawn
    qtbot.mouseClick(view.detail.map, Qt.MouseButton.LeftButton)
    assert not view.detail.image.is_map_drawn


def test_export_asks_for_a_folder_and_says_where_it_went(make_screen, qtbot, monkeypatch, tmp_path):
    view = make_screen([make_record(3)]).view
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    with qtbot.waitSignal(view.detail.told) as told:
        view.detail.export.click()
    assert str(tmp_path) in told.args[0]


def test_a_thumbnail_that_is_gone_is_painted_as_such(make_screen):
    class Gone(MadeUpReplays):
        def frame(self, view) -> Frame:
            raise Trouble("frames/1.png does not exist.")

    view = make_screen([make_record(1, Verdict.OK)], Gone()).view
    view.grab()
    assert view.detail.absent.sentence.text() == "frames/1.png does not exist."


def test_a_wide_table_shows_serial_and_lot(make_screen):
    view = make_screen([make_record(1)]).view
    model = view.model
    shown = {model.headerData(c, Qt.Orientation.Horizontal): model.index(0, c).data() for c in range(7)}
    assert (shown["Serial"], shown["Lot"]) == ("MT42-000001", "L-2419")
    assert [view.table.isColumnHidden(column) for column in (Column.SERIAL, Column.LOT)] == [True, True]
    view.resize(1828, 1024)
    view.grab()
    assert [view.table.isColumnHidden(column) for column in (Column.SERIAL, Column.LOT)] == [False, False]


def test_an_empty_history_says_what_will_be_here(make_screen):
    view = make_screen([]).view
    assert not view.table.isVisible()
    assert "Every inspected part" in view._empty.sentence.text()


def test_everything_that_takes_the_keyboard_has_a_name(make_screen):
    view = make_screen([make_record(n) for n in range(1, 4)]).view
    nameless = [
        widget
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and not widget.accessibleName()
    ]
    assert nameless == []
