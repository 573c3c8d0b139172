"""The Review screen with its real widgets over a real store, the model made up."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Language, load_language
from app.review import presenter
from app.review.evidence import StationEvidence
from app.review.ports import MAP_SIDE_PX, ShiftNow
from app.review.screen import Review, ReviewNeeds, make_review
from app.review.sheets import DispositionSheet, ReasonSheet
from app.review.shown import SightShown
from app.review.sight import Sight
from app.review.view import ReviewScreen
from app.session import NOBODY
from app.theme import ThemeName
from labeling.records.reviews import Act, Disposition
from labeling.review.reviewer import Reviewer
from labeling.review.state import Standing
from labeling.storage import prepare
from labeling.storage.catalog import CatalogBook, Severity
from labeling.storage.reviews import ReviewBook
from tests.app.history.background import AtOnce
from tests.app.screenshots import SIZES, shoot
from tests.vision.storage.parts import Line
from vision.inspection import Frame, InspectionRecord, ManualClock, Prediction, Thresholds, Trouble, Verdict, ViewRecord
from vision.storage import Home, Store

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class MadeUp:
    """Frames out of the store; a map with one high place."""

    def __init__(self, store: Store, side: int = 16) -> None:
        self._store, self.side = store, side

    def frame(self, view: ViewRecord) -> Frame:
        return self._store.frames.load(view.image or "", view.image_hash)

    def replay(self, record: InspectionRecord) -> SimpleNamespace:
        found = np.full((self.side, self.side), 0.7, np.float32)
        found[2:4, 10:12] = 1.25
        return SimpleNamespace(predictions={view.view: Prediction(1.25, found) for view in record.views})

    def absence(self, record: InspectionRecord, view: ViewRecord) -> str | None:
        return None


class Anybody:
    """Somebody who may decide."""

    who = "Ina"

    def may(self, permission: str) -> bool:
        return True

    def require(self, permission: str) -> None:
        return


class Screen:
    def __init__(self, store: Store, line: Line, person: Anybody) -> None:
        self.store, self.line, self.person = store, line, person
        self.book = ReviewBook(store.database)
        self.reviewer = Reviewer(store, self.book, line.clock)
        self.replays = MadeUp(store)
        self.told: list[Trouble] = []

    def open(self) -> Review:
        lanes = {name: AtOnce() for name in ("searching", "framing", "reasoning", "thumbnailing", "teaching")}
        needs = ReviewNeeds(
            reviewer=self.reviewer,
            evidence=StationEvidence(self.store, self.replays, self.reviewer, self.book),
            thumbnail_frame=self.replays.frame,
            person=self.person,
            catalogs=CatalogBook(self.store.database).catalog,
            lot=lambda: "L7",
            shift=lambda: ShiftNow(name="B", since=datetime(2020, 1, 1, tzinfo=UTC)),
            clock=self.line.clock,
            **lanes,
        )
        review = make_review(needs)
        review.view.trouble_told.connect(self.told.append)
        review.view.resize(1188, 744)
        review.view.show()
        return review


@pytest.fixture
def screen(tmp_path: Path, qtbot: QtBot, dark: ThemeName) -> Iterator[Screen]:
    clock = ManualClock()
    with Store(Home(tmp_path / "home").prepare()) as store:
        prepare(store.database)
        made = Screen(store, Line(store, clock), Anybody())
        opened: list[QWidget] = []
        original: Callable[[], Review] = made.open

        def open_and_keep() -> Review:
            review = original()
            opened.append(review.view)
            return review

        made.open = open_and_keep  # type: ignore[method-assign]
        yield made
        for view in opened:
            view.hide()
            view.deleteLater()


def test_the_next_view_of_a_part_with_several_cameras(screen: Screen) -> None:
    screen.line.inspect(Verdict.NG, views=("top", "side"))
    view = screen.open().view
    button = view.sight.tools.buttons["view"]
    assert button.isVisible()
    first = view.sight.image.accessibleName()
    button.click()
    assert view.sight.image.accessibleName() != first
    view.look_through_next()
    assert view.sight.image.accessibleName() == first


def test_one_view_needs_no_button(screen: Screen) -> None:
    screen.line.inspect(Verdict.NG)
    assert not screen.open().view.sight.tools.buttons["view"].isVisible()


def test_a_part_without_a_frame_says_so_and_shows_its_verdict_even_blind(screen: Screen) -> None:
    screen.reviewer.set_share(0.1, "Eva")
    screen.line.inspect(Verdict.NOT_INSPECTED, views=())
    view = screen.open().view
    (row,) = view.queue.list.rows
    assert (row.line, row.verdict) == ("No frame", Verdict.NOT_INSPECTED)
    view.confirm_defect()
    assert screen.reviewer.waiting().parts == ()


def test_a_minor_defect_is_reworked_a_major_one_scrapped_and_shift_asks(screen: Screen, qtbot: QtBot) -> None:
    two_classes(screen)
    for _ in range(3):
        screen.line.inspect(Verdict.NG)
    view = screen.open().view
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    qtbot.keyClick(view, Qt.Key.Key_1)
    qtbot.keyClick(view, Qt.Key.Key_2)
    qtbot.keyClick(view, Qt.Key.Key_1, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(sheet_of(view).isActiveWindow)
    qtbot.keyClick(sheet_of(view), Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(dispositions(screen)) == 3)
    assert dispositions(screen) == [Disposition.REWORK, Disposition.SCRAP, Disposition.SCRAP]


@pytest.mark.parametrize("hand", ["held", "right"])
def test_a_class_held_or_right_clicked_asks_what_happens_and_decides_nothing_yet(
    screen: Screen, qtbot: QtBot, hand: str
) -> None:
    two_classes(screen)
    screen.line.inspect(Verdict.NG)
    view = screen.open().view
    crack = view.decisions.class_buttons[view.decisions.classes[1].id]
    if hand == "held":
        qtbot.mousePress(crack, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(view.findChildren(DispositionSheet)))
        qtbot.mouseRelease(crack, Qt.MouseButton.LeftButton)
    else:
        QApplication.sendEvent(crack, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5)))
    assert dispositions(screen) == []
    sheet_of(view).choices[Disposition.USE_AS_IS].click()
    (reason,) = view.findChildren(ReasonSheet)
    reason.field.setText("Agreed")
    reason.use.click()
    (entry,) = screen.book.since(LONG_AGO)
    assert entry.decision is not None
    assert (entry.decision.judgement.class_id, entry.decision.disposition, entry.decision.reason) == (
        view.decisions.classes[1].id,
        Disposition.USE_AS_IS,
        "Agreed",
    )


def two_classes(screen: Screen) -> None:
    catalog = CatalogBook(screen.store.database)
    catalog.add("flange", "Scratch", "Eva", severity=Severity.MINOR)
    catalog.add("flange", "Crack", "Eva")


def sheet_of(view: ReviewScreen) -> DispositionSheet:
    (sheet,) = view.findChildren(DispositionSheet)
    return sheet


def dispositions(screen: Screen) -> list[Disposition | None]:
    return [entry.decision.disposition for entry in screen.book.since(LONG_AGO) if entry.decision]


def test_the_worst_come_first_however_many_wait_and_the_rest_follows(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenter, "WAITING_SHOWN", 3)
    screen.line.inspect(Verdict.NOT_INSPECTED)
    for _ in range(6):
        screen.line.inspect(Verdict.NG)
    view = screen.open().view
    assert view.queue.count.text() == "7"
    assert [row.number for row in view.queue.list.rows] == ["1", "2", "3"]
    for left in range(6, 0, -1):
        view.confirm_defect()
        assert view.queue.count.text() == str(left)
    assert not view.empty.isVisible()
    view.confirm_defect()
    assert (view.queue.count.text(), view.empty.title.text()) == ("0", "Everything is decided")


def test_a_part_leaves_the_front_when_who_could_not_tell_it_is_back(screen: Screen) -> None:
    first, second = screen.line.inspect(Verdict.NG), screen.line.inspect(Verdict.NG)
    review = screen.open()
    review.view.say_cannot_tell()
    screen.person.who = "Eva"
    review.presenter.person_changed()
    review.presenter.choose(first.inspection_id)
    screen.person.who = "Ina"
    review.presenter.person_changed()
    assert review.presenter.chosen == second.inspection_id
    review.view.confirm_defect()
    assert screen.reviewer.state(first).standing is Standing.SECOND


def test_a_score_that_cannot_be_noted_stays_hidden(screen: Screen) -> None:
    screen.reviewer.set_share(0.1, "Eva")
    screen.line.inspect(Verdict.NG)
    view = screen.open().view
    screen.store.close()
    view.show_score()
    assert [trouble.what for trouble in screen.told] == ["The station's storage is closed."]
    assert view.why.hidden.isVisible()


def test_an_audited_good_part_has_no_false_alarm_and_blind_all_parts_have_the_same_word(screen: Screen) -> None:
    screen.reviewer.set_share(1.0, "Eva")
    good, bad = screen.line.inspect(Verdict.OK), screen.line.inspect(Verdict.NG)
    review = screen.open()
    for record in (good, bad):
        review.presenter.choose(record.inspection_id)
        assert review.view.decisions.alarm.text() == "Nothing found"
    for record in (good, bad):
        review.presenter.choose(record.inspection_id)
        review.view.call_false_alarm()
    assert [row.line for row in review.view.queue.list.rows] == ["Nothing found", "False alarm"]
    screen.reviewer.set_share(0.0, "Eva")
    screen.line.inspect(Verdict.NG)
    review.presenter.enter()
    assert review.view.decisions.alarm.text() == "False alarm"


def test_the_time_is_counted_from_the_image_to_the_decision(screen: Screen) -> None:
    screen.line.inspect(Verdict.NG)
    screen.line.inspect(Verdict.NG)
    view = screen.open().view
    screen.line.clock.advance(2.5)
    view.confirm_defect()
    screen.line.clock.advance(1.5)
    view.call_false_alarm()
    entries = screen.book.since(LONG_AGO)
    assert [entry.seconds for entry in entries] == [2.5, 1.5]
    assert "2.0 s a part, 2 decided" in view.queue.pace.text()


def test_without_a_name_nobody_can_ask_for_a_second_person(screen: Screen) -> None:
    screen.person.who = NOBODY
    screen.line.inspect(Verdict.NG)
    view = screen.open().view
    view.say_cannot_tell()
    assert "signed in" in screen.told[0].what
    assert view.queue.count.text() == "1"


def test_another_hand_has_decided_meanwhile(screen: Screen) -> None:
    record = screen.line.inspect(Verdict.NG)
    review = screen.open()
    other = Screen(screen.store, screen.line, screen.person)
    other_review = other.open()
    other_review.view.confirm_defect()
    review.view.call_false_alarm()
    assert "decided already" in screen.told[0].what
    assert len(screen.reviewer.state(record).entries) == 1
    other_review.view.hide()
    other_review.view.deleteLater()


def test_a_lot_of_its_own_and_the_order(screen: Screen, qtbot: QtBot) -> None:
    screen.line.inspect(Verdict.NG)
    screen.line.inspect(Verdict.NG)
    view = screen.open().view
    view.queue.order.click()
    assert view.queue.order.text() == "Oldest first"
    view.queue.scope.click()
    assert view.queue.scope.text() == "Lot L7"
    assert view.queue.count.text() == "2"


def test_the_map_leaves_the_defect_beneath_it_to_be_seen(qtbot: QtBot, dark: ThemeName) -> None:
    pixels = np.full((100, 100), 160, np.uint8)
    pixels[48:53, 48:53] = 20
    found = np.zeros((100, 100), np.float32)
    found[30:70, 30:70] = 50
    sight = Sight()
    qtbot.addWidget(sight)
    sight.resize(600, 600)
    sight.show()
    thresholds = Thresholds(t1=1, t2=2)
    sight.show_sight(
        SightShown(frame=Frame(pixels=pixels), title="", prediction=Prediction(50, found), thresholds=thresholds)
    )
    picture = sight.image.grab().toImage()
    left, top = sight.image.place.origin

    def grey(at: float) -> int:
        return picture.pixelColor(
            round(left + at * sight.image.place.scale), round(top + 50 * sight.image.place.scale)
        ).green()

    assert grey(40) - grey(50) > 0.6 * (160 - 20), "most of its contrast is left"


def test_maps_of_large_frames_are_made_small_before_they_are_kept(screen: Screen) -> None:
    screen.replays.side = 3000
    screen.line.inspect(Verdict.NG)
    sight = screen.open().view.sight
    assert sight.shown is not None
    assert sight.shown.prediction is not None
    assert max(sight.shown.prediction.anomaly_map.shape) == MAP_SIDE_PX


def test_an_early_look_is_noted_once(screen: Screen) -> None:
    screen.reviewer.set_share(0.1, "Eva")
    screen.line.inspect(Verdict.NG)
    view = screen.open().view
    view.why.hidden.show_early.click()
    view.show_score()
    acts = [entry.act for entry in screen.book.since(LONG_AGO)]
    assert acts == [Act.LOOKED]
    assert view.why.score.isVisible()


def test_every_button_has_a_name_and_nothing_is_cut_off(screen: Screen, theme: ThemeName, qapp: object) -> None:
    for name in ("Crack", "Blowhole", "Break", "Fray", "Uneven"):
        CatalogBook(screen.store.database).add("flange", name, "Eva")
    for _ in range(6):
        screen.line.inspect(Verdict.OK)
        screen.line.inspect(Verdict.NG)
    view = screen.open().view
    for width, height in SIZES:
        view.resize(width - 92, height - 56)
        shoot(view, "review", theme)
        assert (view.width(), view.height()) == (width - 92, height - 56), "what it needs at least is too much"
        nameless = [button for button in view.findChildren(QAbstractButton) if not button.accessibleName()]
        assert [repr(button) for button in nameless if button.isVisible()] == []


def test_german_fits_the_panel(screen: Screen, qapp: object) -> None:
    installed = load_language(qapp, Language.GERMAN)  # type: ignore[arg-type]
    try:
        screen.line.inspect(Verdict.NG)
        view = screen.open().view
        shoot(view, "review-de", ThemeName.DARK)
        assert (view.width(), view.height()) == (1188, 744)
        for button in (view.queue.order, view.queue.scope, view.queue.audit):
            assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width() - 8, button.text()
        assert any(label.text() == "Warum es hier ist" for label in view.findChildren(QLabel))
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)  # type: ignore[attr-defined]
        load_language(qapp, Language.ENGLISH)  # type: ignore[arg-type]
