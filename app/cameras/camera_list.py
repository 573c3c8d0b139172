"""The cameras that were found, one row each: what it is, how it is connected, and whether the station uses it."""

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.cameras.presenter import CameraRow
from app.i18n import translate
from app.theme import Weight, font, paint_icon, tokens
from app.theme.tokens import GLOVE, RADIUS_CARD

_ICONS = {"virtual": "play", "usb": "usb", "folder": "folder-open"}
_BAR = 4


class CameraList(QWidget):
    """`chosen_by_hand` carries the spec of the row that a person touched."""

    chosen_by_hand = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chosen = ""
        self._rows: tuple[CameraRow, ...] = ()
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addStretch(1)

    def show_rows(self, rows: tuple[CameraRow, ...]) -> None:
        """Show the list; the keyboard stays on the same camera."""
        self.chosen = next((row.spec for row in rows if row.chosen), "")
        if rows == self._rows:
            return
        focused = next((button.row.spec for button in self._buttons() if button.hasFocus()), None)
        self._rows = rows
        for button in self._buttons():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.deleteLater()
        for number, row in enumerate(_told_apart(rows)):
            button = _RowButton(row)
            button.clicked.connect(lambda _=False, spec=row.spec: self.chosen_by_hand.emit(spec))
            self._group.addButton(button)
            self._layout.insertWidget(number, button)
            if row.spec == focused:
                button.setFocus()

    def _buttons(self) -> list["_RowButton"]:
        return [button for button in self._group.buttons() if isinstance(button, _RowButton)]


def _told_apart(rows: tuple[CameraRow, ...]) -> list[CameraRow]:
    """Cameras of one name show their specs: nothing else tells them apart."""
    counts = Counter(row.name for row in rows)
    return [replace(row, detail=row.spec) if counts[row.name] > 1 else row for row in rows]


class _RowButton(QAbstractButton):
    """One camera, 76 high. Chosen: its ground and a bar at the left."""

    def __init__(self, row: CameraRow) -> None:
        super().__init__()
        self.row = row
        in_use = translate("Cameras", "In use")
        if row.used_as:
            in_use = translate("Cameras", "In use as {place}").format(place=row.used_as)
        self._detail = f"{in_use} · {row.detail}" if row.in_use else row.detail
        self.setCheckable(True)
        self.setChecked(row.chosen)
        self.setFixedHeight(GLOVE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(row.name)
        self.setAccessibleDescription(self._detail)
        self.setToolTip(row.spec)

    def sizeHint(self) -> QSize:
        return QSize(240, GLOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.acc if self.isChecked() else theme.ctl)))
        painter.setBrush(QColor(theme.sel if self.isChecked() else theme.s3 if self.isDown() else theme.s2))
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        if self.isChecked():
            painter.fillRect(QRectF(1, 8, _BAR, self.height() - 16), QColor(theme.acc))
        name = _ICONS.get(self.row.spec.partition(":")[0], "camera")
        paint_icon(painter, name, QRectF(16, self.height() / 2 - 14, 28, 28), theme.tx)
        self._line(painter, (14, 26), self.row.name, (17, Weight.SEMIBOLD), theme.tx)
        self._line(painter, (39, 22), self._detail, (15, Weight.REGULAR), theme.tx2)

    def _line(self, painter: QPainter, place: tuple[int, int], text: str, face: tuple[int, Weight], ink: str) -> None:
        top, height = place
        painter.setFont(font(*face))
        painter.setPen(QColor(ink))
        width = self.width() - 56 - 12
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(56, top, width, height), Qt.AlignmentFlag.AlignVCenter, short)
