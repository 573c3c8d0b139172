"""Labels in and out, without widgets: what is lost is told before, and nothing is taken in before a person agreed."""

from pathlib import Path

from app.annotate.ports import AnnotateNeeds
from app.annotate.presenters.annotate import AnnotatePresenter
from app.annotate.shown import AnnotateView
from app.i18n import translate
from app.session import Permission
from labeling.datasets.labels import DatasetLabels, Imported
from labeling.exchange import LabelFormat, LabelledImage, Reading, losses, write_labels
from labeling.records.datasets import Dataset
from vision.inspection import Trouble
from vision.storage.trouble import translate_errors


class TransferPresenter:
    """Between the dataset's labels and the forms of export and import; the work is done beside the screen."""

    def __init__(self, view: AnnotateView, presenter: AnnotatePresenter, needs: AnnotateNeeds) -> None:
        self._view, self._presenter, self._needs = view, presenter, needs
        self._ready: tuple[DatasetLabels, list[LabelledImage]] | None = None
        self._read: tuple[Dataset, DatasetLabels, Reading, LabelFormat] | None = None

    def prepare_export(self, format_: LabelFormat, target: Path) -> None:
        """Look what would be left out, and ask."""
        dataset = self._presenter.dataset
        if dataset is None or not self._presenter.save():
            return

        def work() -> tuple[DatasetLabels, list[LabelledImage]]:
            labels = self._needs.labels(dataset)
            return labels, labels.labelled()

        def done(ready: tuple[DatasetLabels, list[LabelledImage]]) -> None:
            self._ready = ready
            self._view.ask_export(format_, losses(ready[1], format_), target)

        self._needs.working.run(work, done, self._failed)

    def export(self, format_: LabelFormat, target: Path) -> None:
        """Write what `prepare_export` found."""
        if self._ready is None:
            return
        labels, images = self._ready

        def work() -> Path:
            with translate_errors(target):
                return write_labels(images, labels.classes(), format_, target)

        def done(made: Path) -> None:
            words = translate("Annotate", "{count} images exported to {place}.")
            self._view.say(words.format(count=len(images), place=made.name))

        self._needs.working.run(work, done, self._failed)

    def read(self, format_: LabelFormat, source: Path) -> None:
        """Look what is there, and ask."""
        dataset = self._presenter.dataset
        if dataset is None or not self._allowed() or not self._presenter.save():
            return

        def work() -> tuple[DatasetLabels, Reading, tuple[str, ...]]:
            labels = self._needs.labels(dataset)
            reading = labels.read(source, format_)
            return labels, reading, labels.new_classes(reading)

        def done(found: tuple[DatasetLabels, Reading, tuple[str, ...]]) -> None:
            labels, reading, fresh = found
            self._read = (dataset, labels, reading, format_)
            self._view.ask_import(reading, fresh)

        self._needs.working.run(work, done, self._failed)

    def take_in(self) -> None:
        """Save the good entries of what was read."""
        if self._read is None:
            return
        dataset, labels, reading, format_ = self._read
        who, self._read = self._needs.person.who, None

        def done(imported: Imported) -> None:
            self._view.say_imported(imported)
            self._presenter.refresh_catalog()
            self._presenter.refresh_images(dataset)

        self._needs.working.run(lambda: labels.save(reading, who, f"import from {format_.title}"), done, self._failed)

    def _allowed(self) -> bool:
        try:
            self._needs.person.require(Permission.REVIEW)
            if self._needs.refused:
                raise Trouble("Nothing can be changed here.", "No label is imported.", self._needs.refused)
        except Trouble as trouble:
            self._view.tell(trouble)
            return False
        return True

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._view.tell(error)
