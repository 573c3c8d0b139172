"""The short forms about a dataset and its images: name, filter, tags, versions."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.annotate.sheets.asking import AskingSheet
from app.annotate.wording import DOT, state_word
from app.i18n import translate
from app.widgets.button import Button, Kind, Target
from app.widgets.card import row
from app.widgets.choice_field import ChoiceField
from app.widgets.confirm_dialog import Sheet
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from labeling.annotation import AnnotationVersion, LabelState
from labeling.catalog import DefectClass
from labeling.records.datasets import FilterChoices, ImageQuery

_LIST_HEIGHT = 380


class NameSheet(AskingSheet):
    """What a new dataset is called, and whose product it shows."""

    def __init__(
        self,
        parent: QWidget,
        folder: Path,
        offered: str,
        products: Sequence[str],
        take: Callable[[str, str | None], None],
    ) -> None:
        super().__init__(parent, translate("Annotate", "What is this dataset called?"))
        words = translate("Annotate", "The images stay in {folder}. Each is read once, so that it is known again.")
        self.body.addWidget(Text(words.format(folder=folder), Size.BODY, Tone.SOFT, wraps=True))
        self.name = self.field(translate("Annotate", "Name"), offered, longest=80)
        self.name.selectAll()
        self.product = ChoiceField(translate("Annotate", "Defect classes of"))
        own: list[tuple[str, object]] = [(translate("Annotate", "a product of its own"), None)]
        self.product.show_items([*own, *((one, one) for one in products)], None)
        self._product: str | None = None
        self.product.chosen.connect(self._on_product)
        self.body.addWidget(self.product)
        self.go_on = self.finish(translate("Annotate", "Create"), lambda: take(self.name.text().strip(), self._product))
        self.name.textChanged.connect(self._on_text)
        self._on_text(offered)
        self.name.setFocus()

    def _on_product(self, product: str | None) -> None:
        self._product = product

    def _on_text(self, text: str) -> None:
        self.go_on.set_reason("" if text.strip() else translate("Annotate", "Write a name first."))


class FilterSheet(AskingSheet):
    """Which images are shown."""

    def __init__(
        self,
        parent: QWidget,
        query: ImageQuery,
        choices: tuple[FilterChoices, Sequence[DefectClass]],
        take: Callable[[ImageQuery], None],
    ) -> None:
        super().__init__(parent, translate("Annotate", "Which images?"))
        found, classes = choices
        self.query = query
        everything: tuple[str, object] = (translate("Annotate", "all"), None)
        self.text = self.field(translate("Annotate", "Name, lot, author or tag has"), query.text or "")
        self._choice("state", translate("Annotate", "State"), [everything, *((state_word(s), s) for s in LabelState)])
        self._choice(
            "class_id", translate("Annotate", "Marked"), [everything, *((one.name, one.id) for one in classes)]
        )
        self._choice("tag", translate("Annotate", "Tag"), [everything, *((tag, tag) for tag in found.tags)])
        self._choice("lot", translate("Annotate", "Lot"), [everything, *((lot, lot) for lot in found.lots)])
        self.go_on = self.finish(
            translate("Annotate", "Show these"),
            lambda: take(replace(self.query, text=self.text.text().strip() or None)),
            stay=translate("Annotate", "Leave it"),
        )
        if query != ImageQuery():
            everyone = Button(translate("Annotate", "Show all"))
            everyone.clicked.connect(self.accept)
            everyone.clicked.connect(lambda: take(ImageQuery()))
            everyone.setAutoDefault(False)
            self.buttons.insertWidget(0, everyone)

    def _choice(self, name: str, title: str, items: Sequence[tuple[str, object]]) -> None:
        if len(items) == 1:
            return
        field = ChoiceField(title)
        field.show_items(items, getattr(self.query, name))
        field.chosen.connect(lambda value: self._set(name, value))
        self.body.addWidget(field)

    def _set(self, name: str, value: object) -> None:
        self.query = replace(self.query, **{name: value})  # type: ignore[arg-type]


class TagSheet(AskingSheet):
    """Words about the whole image, with those of the dataset to choose from."""

    def __init__(
        self, parent: QWidget, tags: frozenset[str], known: Sequence[str], take: Callable[[frozenset[str]], None]
    ) -> None:
        super().__init__(parent, translate("Annotate", "Tags of this image"))
        self.line = self.field(translate("Annotate", "Separated by commas"), ", ".join(sorted(tags)))
        offered = [tag for tag in known if tag not in tags][:8]
        if offered:
            buttons = [Button(tag, kind=Kind.QUIET, target=Target.DESK) for tag in offered]
            for button, tag in zip(buttons, offered, strict=True):
                button.setAutoDefault(False)
                button.clicked.connect(lambda _=False, tag=tag: self._add(tag))
            for start in range(0, len(buttons), 4):
                self.body.addLayout(row(*buttons[start : start + 4], None))
        self.finish(translate("Annotate", "Keep these"), lambda: take(self.tags))
        self.line.setFocus()

    @property
    def tags(self) -> frozenset[str]:
        """What stands in the line."""
        return frozenset(word for word in (part.strip() for part in self.line.text().split(",")) if word)

    def _add(self, tag: str) -> None:
        self.line.setText(", ".join(sorted({*self.tags, tag})))


class VersionSheet(Sheet):
    """Every version of an image's annotation; one can be brought back."""

    def __init__(
        self,
        parent: QWidget,
        versions: Sequence[AnnotationVersion],
        classes: Sequence[DefectClass],
        take: Callable[[AnnotationVersion], None],
    ) -> None:
        super().__init__(parent, translate("Annotate", "Versions of this image"), width=680)
        names = {one.id: one.name for one in classes}
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 8, 0)
        if not versions:
            nothing = translate("Annotate", "Nothing was saved for this image yet.")
            self.body.addWidget(Text(nothing, Size.BODY, Tone.SOFT, wraps=True))
        for place, one in enumerate(versions):
            lines.addLayout(self._line(one, names, None if place == 0 else take))
        lines.addStretch(1)
        area = scrolled(content)
        area.setMinimumHeight(min(_LIST_HEIGHT, 76 * len(versions)))
        self.body.addWidget(area)
        close = Button(translate("Annotate", "Close"))
        close.clicked.connect(self.reject)
        self.buttons.addLayout(row(None, close))

    def _line(
        self, one: AnnotationVersion, names: dict[str, str], take: Callable[[AnnotationVersion], None] | None
    ) -> QVBoxLayout:
        counts = Counter(names.get(defect.class_id, "?") for defect in one.annotation.defects)
        what = ", ".join(f"{count} {name}" for name, count in counts.items()) or translate("Annotate", "nothing marked")
        about = QVBoxLayout()
        about.setSpacing(0)
        title = translate("Annotate", "Version {number}").format(number=one.number)
        words = DOT.join((state_word(one.annotation.state), what))
        about.addLayout(row(Text(title, Size.STRONG_LABEL), Text(words, Size.LABEL, Tone.SOFT), None))
        moment = f"{one.time.astimezone():%Y-%m-%d %H:%M}"
        about.addWidget(Text(DOT.join((moment, one.author, one.tool)), Size.SMALL, Tone.FAINT, wraps=True))
        line = row(gap=8)
        line.addLayout(about, 1)
        if take is not None:
            back = Button(translate("Annotate", "Bring back"), target=Target.DESK)
            back.setAccessibleName(translate("Annotate", "Bring back version {number}").format(number=one.number))
            back.clicked.connect(self.accept)
            back.clicked.connect(lambda: take(one))
            line.addWidget(back)
        whole = QVBoxLayout()
        whole.addLayout(line)
        return whole
