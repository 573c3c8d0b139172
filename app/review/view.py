"""The Review screen: the queue at the left, image and tools, why it is here, and the decisions below."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.i18n import translate
from app.review.decisions import DecisionPanel
from app.review.queue_panel import QueuePanel
from app.review.sheets import DispositionSheet, ReasonSheet, ShareSheet
from app.review.shown import ClassShown, FootShown, PartShown, QueueShown, SightShown, WhyShown
from app.review.sight import Sight
from app.review.why_card import WhyCard
from app.theme.tokens import GAP
from app.widgets.card import Card, row
from app.widgets.confirm_dialog import Sheet
from app.widgets.empty_state import EmptyState
from app.workers.thumbnails import Thumbnails
from labeling.records.reviews import Disposition
from labeling.review.queue import Order
from vision.inspection import Trouble

_WIDE_FROM = 1500
_QUEUE, _QUEUE_WIDE = 264, 320
_WHY, _WHY_WIDE = 300, 420


class ReviewScreen(QWidget):
    """Emits what the person did; the presenter sets what is shown."""

    shown = Signal()
    left = Signal()
    part_chosen = Signal(str)
    step_wanted = Signal(int)
    order_chosen = Signal(Order)
    lot_only_chosen = Signal(bool)
    share_asked = Signal()
    defect_confirmed = Signal(object, object)
    """Class id and disposition; None is no class and the usual disposition."""
    false_alarm_called = Signal()
    cannot_tell_said = Signal()
    undo_wanted = Signal()
    score_wanted = Signal()
    view_wanted = Signal()
    trouble_told = Signal(Trouble)
    done_said = Signal(str, object, str)
    """Text, one more act (None without), and its words."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.kept: object = None
        """Whoever decides what is shown; Qt holds listeners weakly, so the screen keeps it alive."""
        self.queue = QueuePanel(thumbnails)
        self.sight = Sight()
        self.why = WhyCard()
        self.decisions = DecisionPanel()
        self.empty = EmptyState("", "", icon_name="clipboard-check")
        self._title = ""
        self._class_actions: list[QAction] = []
        self._work = QWidget()
        self._places = QStackedWidget()
        self._lay_out()
        self._connect()

    # ---- setters for the presenter

    def show_queue(self, queue: QueueShown) -> None:
        """The list, its order and its count."""
        self.queue.show_queue(queue)
        if queue.chosen is not None:
            self._places.setCurrentIndex(0)

    def show_empty(self, title: str, sentence: str) -> None:
        """Nothing waits."""
        self.empty.title.setText(title)
        self.empty.sentence.setText(sentence)
        self._places.setCurrentIndex(1)

    def show_part(self, part: PartShown) -> None:
        """Another part is in front."""
        self._title = part.title
        self.why.show_part(part)
        self.decisions.alarm.set_words(part.all_clear)
        self.sight.show_views(part.views)
        self.sight.image.show_no_image("", title=part.title)

    def show_sight(self, sight: SightShown) -> None:
        """The image, and again when its map has come."""
        self.sight.show_sight(sight)

    def show_no_frame(self, why: str) -> None:
        """There is no image, and why."""
        self.sight.show_no_frame(self._title, why)

    def show_why(self, why: WhyShown) -> None:
        """What stands beside the part."""
        self.why.show_why(why)

    def show_classes(self, classes: tuple[ClassShown, ...]) -> None:
        """The product's defect classes, and their keys: the number alone, or with Shift to say what happens as well."""
        if classes == self.decisions.classes:
            return
        self.decisions.show_classes(classes)
        for old in self._class_actions:
            self.removeAction(old)
            old.deleteLater()
        self._class_actions = []
        more = translate("Review", "{name}, and what happens")
        for one in (one for one in classes if one.key is not None):
            self._add_class_key(one.name, f"{one.key}", partial(self._confirm_class, one.id))
            self._add_class_key(more.format(name=one.name), f"Shift+{one.key}", partial(self.ask_disposition, one.id))

    def show_reasons(self, decide: str, undo: str) -> None:
        """Why nothing can be decided or undone now."""
        self.decisions.show_reasons(decide, undo)

    def show_foot(self, foot: FootShown) -> None:
        """Audit and pace."""
        self.queue.show_foot(foot)

    def ask_reason(self, offered: str, take: Callable[[str], None]) -> None:
        """Ask why a defective part is used."""
        self._open(ReasonSheet(self, offered, take))

    def ask_disposition(self, class_id: str) -> None:
        """Ask what happens to a part with a defect of this class."""
        name = next((one.name for one in self.decisions.classes if one.id == class_id), "")
        self._open(DispositionSheet(self, name, partial(self.defect_confirmed.emit, class_id)))

    def ask_share(self, share: float, take: Callable[[float], None]) -> None:
        """Ask how many OK parts are looked at."""
        self._open(ShareSheet(self, share, take))

    def tell(self, trouble: Trouble) -> None:
        """Pass a known trouble on to the notices."""
        self.trouble_told.emit(trouble)

    def say_done(self, text: str, offer: str, act: Callable[[], None] | None) -> None:
        """Say in passing what was done."""
        self.done_said.emit(text, act, offer)

    # ---- handlers of the commands

    def confirm_defect(self) -> None:
        """D."""
        self.defect_confirmed.emit(None, None)

    def call_false_alarm(self) -> None:
        """F."""
        self.false_alarm_called.emit()

    def choose_rework(self) -> None:
        """R."""
        self.defect_confirmed.emit(None, Disposition.REWORK)

    def choose_use_as_is(self) -> None:
        """U."""
        self.defect_confirmed.emit(None, Disposition.USE_AS_IS)

    def say_cannot_tell(self) -> None:
        """T."""
        self.cannot_tell_said.emit()

    def undo(self) -> None:
        """Ctrl+Z."""
        self.undo_wanted.emit()

    def look_above(self) -> None:
        """Up."""
        self.step_wanted.emit(-1)

    def look_below(self) -> None:
        """Down."""
        self.step_wanted.emit(1)

    def toggle_map(self) -> None:
        """M."""
        self.sight.toggle("map")

    def toggle_magnify(self) -> None:
        """Z."""
        self.sight.toggle("magnify")

    def toggle_flicker(self) -> None:
        """K."""
        self.sight.toggle("flicker")

    def toggle_pair(self) -> None:
        """L."""
        self.sight.toggle("pair")

    def show_score(self) -> None:
        """S."""
        self.score_wanted.emit()

    def look_through_next(self) -> None:
        """V."""
        self.view_wanted.emit()

    # ---- inside

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.queue.list.setFocus()  # whatever had the keyboard before must not take Enter or Space
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE_FROM
        self.queue.setFixedWidth(_QUEUE_WIDE if is_wide else _QUEUE)
        self.why.setFixedWidth(_WHY_WIDE if is_wide else _WHY)

    def _open(self, sheet: Sheet) -> None:
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _add_class_key(self, text: str, key: str, act: Callable[[], None]) -> None:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked: act())
        self.addAction(action)
        self._class_actions.append(action)

    def _confirm_class(self, class_id: str) -> None:
        self.defect_confirmed.emit(class_id, None)

    def _lay_out(self) -> None:
        above = row(self.sight, self.why)
        above.setStretch(0, 1)
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(GAP)
        work.addLayout(above, 1)
        work.addWidget(self.decisions)
        nothing = Card()
        nothing.body.addWidget(self.empty)
        self._places.addWidget(self._work)
        self._places.addWidget(nothing)
        self._places.setCurrentIndex(1)
        layout = row(self.queue, self._places)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        queue, decisions = self.queue, self.decisions
        queue.list.chosen.connect(self.part_chosen)
        queue.order_chosen.connect(self.order_chosen)
        queue.lot_only_chosen.connect(self.lot_only_chosen)
        queue.share_asked.connect(self.share_asked)
        decisions.class_chosen.connect(self._confirm_class)
        decisions.class_held.connect(self.ask_disposition)
        decisions.confirmed.connect(self.confirm_defect)
        decisions.false_alarm.connect(self.call_false_alarm)
        decisions.rework.connect(self.choose_rework)
        decisions.use_as_is.connect(self.choose_use_as_is)
        decisions.cannot_tell.connect(self.say_cannot_tell)
        decisions.undone.connect(self.undo)
        self.sight.view_wanted.connect(self.view_wanted)
        self.why.hidden.show_early.clicked.connect(self.show_score)
