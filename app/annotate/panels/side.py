"""The right column: defect classes, the label book of the chosen one, the strokes, and "Done, next image"."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.annotate.panels.elided import ElidedText
from app.annotate.panels.key_cap import SIDE, KeyedButton, paint_key_cap
from app.annotate.shown import ClassRow, StrokeRow, StrokesShown
from app.annotate.wording import severity_word
from app.i18n import translate
from app.theme import Weight, font, icon_pixmap, tokens
from app.theme.tokens import GAP, RADIUS_CARD, TOUCH
from app.widgets.button import Button, Kind, Target
from app.widgets.card import Card, row
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone

WIDTH, WIDE = 288, 360
_EXAMPLE = QSize(96, 77)


class ClassButton(QAbstractButton):
    """Key, swatch, name, severity, count; 56 px high."""

    def __init__(self, shown: ClassRow) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(TOUCH)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_row(shown)

    def show_row(self, shown: ClassRow) -> None:
        """Another count, name or colour."""
        self._row = shown
        self.setText(shown.one.name)
        words = translate("Annotate", "{name}, {severity}, {count} marked")
        self.setAccessibleName(
            words.format(name=shown.one.name, severity=severity_word(shown.one.severity), count=shown.count)
        )
        self.setToolTip(shown.one.sentence)
        self.update()  # Qt does it for the name only

    def nextCheckState(self) -> None:
        """Which class is checked, the presenter says."""

    def sizeHint(self) -> QSize:
        return QSize(240, TOUCH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, on, one = tokens(), self.isChecked(), self._row.one
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or self.underMouse():
            painter.setPen(QPen(QColor(theme.acc), 2) if on else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.sel if on else theme.s2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)
        middle = self.height() / 2
        if one.key is not None:
            box = QRectF(12, middle - SIDE / 2, SIDE, SIDE)
            paint_key_cap(painter, str(one.key), box, ink=theme.tx2, line=theme.ctl)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(one.colour))
        painter.drawRoundedRect(QRectF(50, middle - 8, 16, 16), 4, 4)
        right = self._paint_right(painter)
        painter.setFont(font(18, Weight.SEMIBOLD if on else Weight.REGULAR))
        painter.setPen(QColor(theme.tx))
        name = painter.fontMetrics().elidedText(one.name, Qt.TextElideMode.ElideRight, right - 78)
        painter.drawText(QRectF(78, 0, right - 78, self.height()), int(Qt.AlignmentFlag.AlignVCenter), name)

    def _paint_right(self, painter: QPainter) -> int:
        """Count and severity; returns where they begin."""
        place = self.rect().adjusted(0, 0, -12, 0)
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)
        painter.setFont(font(16, Weight.SEMIBOLD))
        painter.setPen(QColor(tokens().tx))
        painter.drawText(place, flags, str(self._row.count))
        word = severity_word(self._row.one.severity)
        painter.setFont(font(15))
        painter.setPen(QColor(tokens().tx2))
        painter.drawText(place.adjusted(0, 0, -32, 0), flags, word)
        return self.width() - 12 - 32 - painter.fontMetrics().horizontalAdvance(word) - 8


class ClassPanel(Card):
    """The defect classes; the book opens the form of the chosen one, plus adds one."""

    chosen = Signal(str)
    add_asked = Signal()
    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Annotate", "Defect classes"), padding=8, gap=2)
        self.title.setContentsMargins(8, 4, 0, 4)
        self.add = _small("plus", translate("Annotate", "Add a defect class"))
        self.edit = _small("book-open", translate("Annotate", "Change the chosen defect class"))
        self.add.clicked.connect(self.add_asked)
        self.edit.clicked.connect(self.edit_asked)
        self.head.setSpacing(0)
        self.head.addWidget(self.add)
        self.head.addWidget(self.edit)
        self.rows: tuple[ClassRow, ...] = ()
        self.buttons: dict[str, ClassButton] = {}
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self._list.addStretch(1)
        self._nothing = Text(
            translate("Annotate", "No class yet. Add one, then mark."), Size.LABEL, Tone.SOFT, wraps=True
        )
        self._nothing.setContentsMargins(8, 4, 8, 8)
        self._area = scrolled(content)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._area)

    def show_classes(self, rows: Sequence[ClassRow], chosen: str | None) -> None:
        """The classes in use."""
        if [row.one.id for row in rows] != list(self.buttons):
            self._rebuild(tuple(rows))
        elif tuple(rows) != self.rows:
            for row in rows:
                self.buttons[row.one.id].show_row(row)
        self.rows = tuple(rows)
        for class_id, button in self.buttons.items():
            button.setChecked(class_id == chosen)

    def _rebuild(self, rows: tuple[ClassRow, ...]) -> None:
        for button in self.buttons.values():
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for place, shown in enumerate(rows):
            button = ClassButton(shown)
            button.clicked.connect(lambda _=False, class_id=shown.one.id: self.chosen.emit(class_id))
            self.buttons[shown.one.id] = button
            self._list.insertWidget(place, button)
        self._nothing.setVisible(not rows)
        self._area.setVisible(bool(rows))
        self._area.setFixedHeight(min(4, len(rows)) * (TOUCH + 2))
        self.edit.setVisible(bool(rows))


class BookCard(Card):
    """What counts as the chosen class: an example and a sentence."""

    def __init__(self) -> None:
        super().__init__(padding=12, gap=8)
        self._name = ElidedText(Size.STRONG)
        self._sentence = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        self._example = QLabel()
        self._example.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = row(self._name, Text(translate("Annotate", "label book"), Size.SMALL, Tone.SOFT))
        head.setStretch(0, 1)
        self.body.addLayout(head)
        below = row(self._example, self._sentence)
        below.setStretch(1, 1)
        self.body.addLayout(below)

    def show_class(self, shown: ClassRow | None, example: QPixmap | None) -> None:
        """A class, or none."""
        self.setVisible(shown is not None)
        if shown is None:
            return
        self._name.show_text(shown.one.name)
        nothing = translate("Annotate", "Nobody has written yet what counts.")
        self._sentence.setText(shown.one.sentence or nothing)
        self._example.setVisible(example is not None)
        if example is not None:
            self._example.setPixmap(_covering(example))
            self._example.setAccessibleName(translate("Annotate", "Example"))


def _covering(picture: QPixmap) -> QPixmap:
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    wide = picture.scaled(_EXAMPLE, mode, Qt.TransformationMode.SmoothTransformation)
    left, top = (wide.width() - _EXAMPLE.width()) // 2, (wide.height() - _EXAMPLE.height()) // 2
    return wide.copy(left, top, _EXAMPLE.width(), _EXAMPLE.height())


class StrokeCard(Card):
    """What was done, newest first, and whether it is safe."""

    def __init__(self) -> None:
        super().__init__(padding=12, gap=4)
        self._saved_icon, self._saved = QLabel(), Text("", Size.SMALL, Tone.SOFT)
        self.body.addLayout(
            row(Text(translate("Annotate", "Strokes"), Size.STRONG), None, self._saved_icon, self._saved, gap=8)
        )
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 4, 0, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        self._rows: list[_StrokeLine] = []
        self._area = scrolled(content)
        self.body.addWidget(self._area, 1)

    def show_strokes(self, shown: StrokesShown) -> None:
        """The newest of them; undo reaches all."""
        strokes = shown.strokes
        while len(self._rows) < len(strokes):
            line = _StrokeLine()
            self._list.insertWidget(len(self._rows), line)
            self._rows.append(line)
        for place, line in enumerate(self._rows):
            line.show_stroke(strokes[place] if place < len(strokes) else None)
        self._show_saved(shown)

    def _show_saved(self, shown: StrokesShown) -> None:
        words = ""
        if not shown.is_safe:
            words = translate("Annotate", "Not saved")
        elif shown.saved is not None:
            words = translate("Annotate", "Saved {time}").format(time=f"{shown.saved.astimezone():%H:%M:%S}")
        self._saved.setText(words)
        name = "check" if shown.is_safe else "triangle-alert"
        self._saved_icon.setVisible(bool(words))
        self._saved_icon.setPixmap(icon_pixmap(name, 18, tokens().tx2, ratio=self.devicePixelRatioF()))


class _StrokeLine(QWidget):
    """Number, name, time; kept and filled anew, since the list changes with every stroke."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._name = Text("", Size.LABEL, Tone.SOFT), ElidedText(Size.LABEL)
        self._time = Text("", Size.SMALL, Tone.FAINT)
        self._number.setFixedWidth(26)
        layout = row(self._number, self._name, self._time, gap=4)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFixedHeight(22)

    def show_stroke(self, stroke: StrokeRow | None) -> None:
        """A stroke, or none."""
        self.setVisible(stroke is not None)
        if stroke is not None:
            self._number.setText(str(stroke.number))
            self._name.show_text(stroke.name)
            self._time.setText(f"{stroke.time.astimezone():%H:%M:%S}")


class DoneButton(KeyedButton):
    """Done, next image, with its key."""

    def __init__(self) -> None:
        super().__init__("", "N", icon_name="check", target=Target.TOUCH)
        self.setFixedHeight(50)
        self._is_done: bool | None = None
        self.show_state(is_done=False)

    def show_state(self, *, is_done: bool) -> None:
        """An image that is done already is only left."""
        if is_done is self._is_done:
            return
        self._is_done = is_done
        self.set_text(translate("Annotate", "Next image") if is_done else translate("Annotate", "Done, next image"))


def _small(icon_name: str, name: str) -> Button:
    button = Button(icon_name=icon_name, kind=Kind.BARE, target=Target.DESK, name=name)
    button.setToolTip(name)
    button.setFixedWidth(44)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


class SideColumn(QWidget):
    """The four of them, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.classes, self.book, self.strokes, self.done = ClassPanel(), BookCard(), StrokeCard(), DoneButton()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.classes)
        layout.addWidget(self.book)
        layout.addWidget(self.strokes, 1)
        layout.addWidget(self.done)
        self.setFixedWidth(WIDTH)
