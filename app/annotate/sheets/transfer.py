"""The forms of export and import: what would be lost, and what is bad, before anything happens."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.annotate.sheets.asking import AskingSheet, listed
from app.i18n import told, translate
from app.widgets.text import Size, Text, Tone
from labeling.exchange import LabelFormat, Loss, Reading

_LISTED = 200
_LIST_HEIGHT = 180


class ExportSheet(AskingSheet):
    """What the format cannot hold of these labels."""

    def __init__(
        self, parent: QWidget, format_: LabelFormat, losses: Sequence[Loss], target: Path, take: Callable[[], None]
    ) -> None:
        question = translate("Annotate", "Export the labels as {format}?").format(format=format_.title)
        super().__init__(parent, question, width=640)
        where = translate("Annotate", "To {path}").format(path=target)
        self.body.addWidget(Text(where, Size.LABEL, Tone.SOFT, wraps=True))
        whole = translate("Annotate", "All of them come back from it pixel for pixel.")
        for words in [told(loss.what) for loss in losses] or [whole]:
            self.body.addWidget(Text(words, Size.BODY, wraps=True))
        self.finish(translate("Annotate", "Export"), take)


class ImportSheet(AskingSheet):
    """What is good, what is bad, what is taken otherwise than it stands, and which classes would join."""

    def __init__(self, parent: QWidget, reading: Reading, new_classes: Sequence[str], take: Callable[[], None]) -> None:
        good = len(reading.images)
        super().__init__(
            parent, translate("Annotate", "Import labels of {count} images?").format(count=good), width=680
        )
        if new_classes:
            words = translate("Annotate", "New defect classes: {names}").format(names=", ".join(new_classes))
            self.body.addWidget(Text(words, Size.BODY, wraps=True))
        if reading.bad:
            bad = translate("Annotate", "{count} entries cannot be used and would be left out:")
            bad = bad.format(count=len(reading.bad))
            self.body.addWidget(Text(bad, Size.STRONG_LABEL, wraps=True))
        lines = [f"{one.where}: {told(one.trouble.what)}" for one in reading.bad[:_LISTED]]
        if lines:
            self.body.addWidget(listed(lines, height=_LIST_HEIGHT))
        if reading.remarks:
            noted = translate("Annotate", "Taken otherwise than it stands there: {count}")
            self.body.addWidget(Text(noted.format(count=len(reading.remarks)), Size.STRONG_LABEL, wraps=True))
            remarks = [f"{one.where}: {told(one.what)}" for one in reading.remarks[:_LISTED]]
            self.body.addWidget(listed(remarks, height=_LIST_HEIGHT))
        go_on = translate("Annotate", "Import the good ones") if reading.bad else translate("Annotate", "Import")
        take_in = self.finish(go_on, take)
        take_in.set_reason("" if good else translate("Annotate", "There is nothing good to import."))
