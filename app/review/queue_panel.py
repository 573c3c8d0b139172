"""The left column: what waits, in which order, and what the audit says."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.i18n import translate
from app.review.queue_list import QueueList
from app.review.shown import FootShown, QueueShown
from app.review.wording import percent
from app.theme import Weight, font
from app.widgets.button import Button, Target
from app.widgets.card import Line, row
from app.widgets.text import Size, Text, Tone, thousands
from app.workers.thumbnails import Thumbnails
from labeling.review.queue import Order

_PAD = 14


class QueuePanel(QFrame):
    """Emits what the person chose."""

    order_chosen = Signal(Order)
    lot_only_chosen = Signal(bool)
    share_asked = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._shown: QueueShown | None = None
        self.list = QueueList(thumbnails)
        self.count = Text("0", Size.TITLE)
        self.order = Button(translate("Review", "Worst first"), target=Target.TOUCH)
        self.scope = Button(translate("Review", "Whole line"), target=Target.TOUCH)
        self.audit = Button(translate("Review", "Audit: off"), target=Target.TOUCH)
        self.escapes = Text(size=Size.SMALL, wraps=True)
        self.support = Text(size=Size.SMALL, tone=Tone.SOFT, wraps=True)
        self.detail = Text(size=Size.SMALL, tone=Tone.SOFT, wraps=True)
        self.pace = Text(size=Size.SMALL, tone=Tone.SOFT, wraps=True)
        self.order.clicked.connect(self._other_order)
        self.scope.clicked.connect(self._other_scope)
        self.audit.clicked.connect(self.share_asked)
        self._lay_out()

    def show_queue(self, queue: QueueShown) -> None:
        """The list, its order and its count."""
        self._shown = queue
        self.count.setText(thousands(queue.waiting))
        worst = queue.order is Order.WORST
        self.order.set_text(translate("Review", "Worst first") if worst else translate("Review", "Oldest first"))
        lot = translate("Review", "Lot {lot}").format(lot=queue.lot) if queue.lot else ""
        self.scope.set_text(lot if queue.is_lot_only and lot else translate("Review", "Whole line"))
        self.scope.set_reason("" if queue.lot else translate("Review", "The line runs without a lot."))
        self.list.show_rows(queue.rows, queue.chosen)

    def show_foot(self, foot: FootShown) -> None:
        """Audit and pace."""
        for text, words in (
            (self.escapes, foot.escapes),
            (self.support, foot.support),
            (self.detail, foot.detail),
            (self.pace, foot.pace),
        ):
            text.setText(words)
            text.setVisible(bool(words))
        off = translate("Review", "Audit: off")
        self.audit.set_text(
            translate("Review", "Audit: {share}").format(share=percent(foot.share)) if foot.share else off
        )

    def _other_order(self) -> None:
        if self._shown is not None:
            self.order_chosen.emit(Order.OLDEST if self._shown.order is Order.WORST else Order.WORST)

    def _other_scope(self) -> None:
        if self._shown is not None:
            self.lot_only_chosen.emit(not self._shown.is_lot_only)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(_PAD, 12, _PAD, 10)
        inside.addLayout(row(Text(translate("Review", "To review"), Size.TITLE), None, self.count))
        inside.addLayout(row(self.order, self.scope, gap=8))
        foot = QWidget()
        under = QVBoxLayout(foot)
        under.setContentsMargins(_PAD, 10, _PAD, 10)
        under.setSpacing(4)
        for text in (self.escapes, self.support, self.detail, self.pace):
            under.addWidget(text)
            text.hide()
        under.addWidget(self.audit)
        for button in (self.order, self.scope, self.audit):
            button.setMinimumWidth(40)
            button.setFont(font(15, Weight.SEMIBOLD))
            button.setStyleSheet("QPushButton { padding: 0 4px; }")  # two of them share 236 px
        layout.addWidget(head)
        layout.addWidget(Line())
        layout.addWidget(self.list, 1)
        layout.addWidget(Line())
        layout.addWidget(foot)
