"""A sheet that shows good parts with image, name and score; a tap chooses one."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.i18n import translate
from app.recipe.pick_presenter import PickQuestion
from app.recipe.ports import GoodPart
from app.theme import tokens
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind
from app.widgets.card import row
from app.widgets.confirm_dialog import Sheet
from app.widgets.pixmaps import thumbnail
from app.widgets.text import Size, Text, Tone
from vision.inspection import Frame, points

IMAGE = QSize(164, 114)
_EDGE = 12
"""Above and beside an image, so that the ground of a chosen part shows around it."""
_CELL = QSize(IMAGE.width() + 2 * _EDGE, IMAGE.height() + _EDGE + 62)
_WIDTH = 880
_ROWS = 2
_NEXT = 40
"""So much of the next row shows that there is more."""


class PartPicker(Sheet):
    """`picked` carries the chosen `GoodPart`s, as a tuple."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None, question: PickQuestion) -> None:
        room = parent.window().width() - 2 * GAP if parent else _WIDTH
        super().__init__(parent, question.title, width=min(_WIDTH, room))
        self._question = question
        self.body.addWidget(Text(question.meaning, Size.BODY, Tone.SOFT, wraps=True))
        self.parts = self._make_list(question.title)
        self._items = {part: self._make_item(part) for part in question.parts}
        self.body.addWidget(self.parts)
        self.stay = Button(question.stay, kind=Kind.PRIMARY)
        self.stay.clicked.connect(self.reject)
        self.go_on = Button("")
        self.go_on.clicked.connect(self._agree)
        self.buttons.addLayout(row(None, self.go_on, self.stay))
        self._count()

    @property
    def chosen(self) -> tuple[GoodPart, ...]:
        """The parts that are chosen now."""
        return tuple(part for part, item in self._items.items() if item.isSelected())

    def show_frame(self, path: Path, frame: Frame) -> None:
        """The image of one of them has come."""
        for part, item in self._items.items():
            if part.image == path:
                item.setIcon(_icon(thumbnail(frame, IMAGE, self.devicePixelRatioF())))

    def showEvent(self, event: object) -> None:
        self.resize(self.width(), self.heightForWidth(self.width()))  # Qt asks for another width's height
        super().showEvent(event)

    def _make_list(self, name: str) -> QListWidget:
        shown = QListWidget()
        shown.setAccessibleName(name)
        shown.setViewMode(QListWidget.ViewMode.IconMode)
        shown.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        shown.setResizeMode(QListWidget.ResizeMode.Adjust)
        shown.setMovement(QListWidget.Movement.Static)
        shown.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        shown.setUniformItemSizes(True)
        shown.setIconSize(IMAGE + QSize(0, _EDGE))
        shown.setStyleSheet("QListWidget::item { border: none; }")
        shown.setGridSize(_CELL)
        shown.itemSelectionChanged.connect(self._count)
        rows = -(-len(self._question.parts) // ((self.width() - 60) // _CELL.width()))
        shown.setFixedHeight(min(_ROWS, max(1, rows)) * _CELL.height() + (_NEXT if rows > _ROWS else 8))
        return shown

    def _make_item(self, part: GoodPart) -> QListWidgetItem:
        item = QListWidgetItem(self.parts)
        item.setText("\n".join((_shortened(part.name), self._score(part))))
        item.setToolTip(part.key)
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        item.setSizeHint(_CELL)
        item.setIcon(_icon(_blank(self.devicePixelRatioF())))
        return item

    def _score(self, part: GoodPart) -> str:
        if part.score is None:
            return ""
        return translate("Teach", "Score {score}").format(score=points(part.score, self._question.lines))

    def _count(self) -> None:
        count = len(self.parts.selectedItems())
        question = self._question
        self.go_on.set_text(question.go_on.format(count=count) if count else question.go_on_with_none)
        self.go_on.set_reason("" if count else translate("Teach", "Tap the parts that are meant."))

    def _agree(self) -> None:
        chosen = self.chosen
        self.accept()
        self.picked.emit(chosen)


def _icon(image: QPixmap) -> QIcon:
    """The image below a transparent edge; the same when it is chosen, where Qt would tint it."""
    ratio = image.devicePixelRatio()
    pixmap = QPixmap((IMAGE + QSize(0, _EDGE)) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.drawPixmap(0, _EDGE, image)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def _blank(ratio: float) -> QPixmap:
    """As large as an image, so that nothing moves when that comes."""
    pixmap = QPixmap(IMAGE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(tokens().s3)
    return pixmap


def _shortened(name: str, most: int = 20) -> str:
    """The end of a long name tells parts apart."""
    return name if len(name) <= most else "…" + name[1 - most :]


if __name__ == "__main__":
    from app.widgets.alone import show_alone
    from vision.inspection import Thresholds

    def _example() -> PartPicker:
        question = PickQuestion(
            title="Are these really good?",
            meaning="Their scores stand apart from the others.",
            parts=(GoodPart(key="odd.png", score=2.0), GoodPart(key="good.png", score=1.0)),
            lines=Thresholds(t1=1.0, t2=1.5),
            go_on="Leave {count} out",
            go_on_with_none="Leave out",
            stay="Keep all",
        )
        return PartPicker(None, question)

    show_alone(_example)
