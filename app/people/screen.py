"""Puts the People screen and the sign-in dialog together, and watches for people who went away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.people.presenter import People, PeoplePresenter
from app.people.sheets import SignInSheet
from app.people.sign_in import SignInPresenter
from app.people.view import PeopleScreen
from app.session import Session

_LOOK_EVERY_MS = 5000
_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel})


@dataclass(frozen=True, eq=False, kw_only=True)
class PeopleParts:
    """The screen and its presenter; keep both."""

    view: PeopleScreen
    presenter: PeoplePresenter


def make_people_screen(people: People, session: Session) -> PeopleParts:
    """The People screen, wired."""
    view = PeopleScreen()
    presenter = PeoplePresenter(view, people, session)
    view.shown.connect(presenter.refresh)
    view.add_asked.connect(presenter.add)
    view.pin_asked.connect(presenter.change_pin)
    view.deactivate_asked.connect(presenter.deactivate)
    return PeopleParts(view=view, presenter=presenter)


def ask_to_sign_in(parent: QWidget | None, session: Session, names: Callable[[], Sequence[str]]) -> bool:
    """Open the sign-in dialog and wait; True when somebody signed in. `names` gives the active operators."""
    sheet = SignInSheet(parent)
    presenter = SignInPresenter(sheet, session, names)
    sheet.opened.connect(presenter.opened)
    sheet.chosen.connect(presenter.choose)
    sheet.pin_entered.connect(presenter.enter)
    signed_in = sheet.exec() == SignInSheet.DialogCode.Accepted
    sheet.deleteLater()
    return signed_in


class IdleWatch(QObject):
    """Tells the session of every touch and key, and asks it now and then whether somebody was idle too long."""

    def __init__(self, app: QApplication, session: Session) -> None:
        super().__init__(app)
        self._session = session
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(session.check_idle)
        self._timer.start()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._session.touch()
        return False

    def stop(self) -> None:
        """End watching."""
        self._timer.stop()
