"""People and signing in as a person meets them: names, roles, digits on a pad."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.people.screen import IdleWatch, make_people_screen
from app.people.sheets import AddSheet, PinSheet, SignInSheet
from app.people.sign_in import SignInPresenter
from app.people.view import PeopleScreen
from app.session import Session
from tests.app.setting_up import ADA, BEN, People, texts
from vision.inspection import ManualClock
from vision.storage.operators import Role

pytestmark = pytest.mark.usefixtures("light")


def test_the_first_line_lead_is_added_on_the_screen(qtbot: QtBot) -> None:
    book = People()
    session = book.session()
    parts = make_people_screen(book, session)
    qtbot.addWidget(parts.view)
    parts.view.show()
    assert "This station is open" in texts(parts.view)
    sheet = AddSheet(parts.view, (Role.LINE_LEAD,))
    sheet.completed.connect(parts.view.add_asked)
    sheet.name.setText("Ada")
    _type(sheet, "1234", qtbot)
    assert not book.people
    _type(sheet, "1234", qtbot)
    assert book.people["Ada"].role is Role.LINE_LEAD
    assert book.pins["Ada"] == "1234"


def test_two_different_pins_are_told_on_the_sheet(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    book = People(ADA)
    session = book.session()
    session.sign_in("Ada", "1234")
    parts = make_people_screen(book, session)
    qtbot.addWidget(parts.view)
    told: list[str] = []

    def exec_(sheet: PinSheet) -> None:
        _type(sheet, "1111", qtbot)
        _type(sheet, "2222", qtbot)
        told.append(sheet.pad.message.text())

    monkeypatch.setattr(PinSheet, "exec", exec_)
    parts.presenter.refresh()
    next(b for b in parts.view.findChildren(QAbstractButton) if b.text() == "Change PIN").click()
    assert "not the same" in told[0]
    assert book.pins["Ada"] == "1234"


def test_signing_in_on_the_dialog(qtbot: QtBot) -> None:
    book = People(ADA, BEN)
    session = book.session()
    sheet = SignInSheet(None)
    qtbot.addWidget(sheet)
    presenter = SignInPresenter(sheet, session, lambda: ["Ada", "Ben"])
    sheet.opened.connect(presenter.opened)
    sheet.chosen.connect(presenter.choose)
    sheet.pin_entered.connect(presenter.enter)
    sheet.show()
    next(b for b in sheet.findChildren(QAbstractButton) if b.text() == "Ben").click()
    _type(sheet, "0000", qtbot)
    assert "Wait 30 s" in sheet.pad.message.text()
    assert session.operator is None
    _type(sheet, "1234", qtbot)
    assert session.operator == "Ben"
    assert not sheet.isVisible()


def _type(sheet: AddSheet | PinSheet | SignInSheet, digits: str, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.pad, digits)
    qtbot.keyClick(sheet.pad, Qt.Key.Key_Return)


def test_a_key_anywhere_keeps_a_person_signed_in(qtbot: QtBot, qapp: QApplication) -> None:
    book = People(ADA)
    clock = ManualClock()
    session = Session(book.verify, lambda: True, clock, idle_sign_out_min=1)
    session.sign_in("Ada", "1234")
    watch = IdleWatch(qapp, session)
    field = QLineEdit()
    qtbot.addWidget(field)
    clock.advance(50)
    qtbot.keyClicks(field, "a")
    clock.advance(50)
    assert not session.check_idle()
    clock.advance(11)
    assert session.check_idle()
    qapp.removeEventFilter(watch)
    watch.stop()
    watch.deleteLater()


def test_people_who_may_not_add_are_told_why(qtbot: QtBot) -> None:
    view = PeopleScreen()
    qtbot.addWidget(view)
    view.allow_adding(False, tuple(Role))
    assert "A line lead can add people" in texts(view)
