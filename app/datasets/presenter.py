"""The dataset in hand and its gallery, without widgets."""

from collections.abc import Callable, Sequence

from app.datasets.jobs import Gate, Jobs
from app.datasets.ports import DatasetsNeeds
from app.datasets.shown import Cell, DatasetsView, Page
from app.datasets.wording import classes_of, label_line, reason_line, scan_line, short_path
from app.i18n import told, translate
from app.session import Permission
from labeling.annotation import LabelState
from labeling.catalog import Catalog
from labeling.datasets import Reason, Scan, model_reason
from labeling.records.datasets import Dataset, DatasetImage, ImageOrder, ImageQuery
from vision.inspection import Trouble, say

EVERYTHING = ImageQuery()


class DatasetsPresenter:
    """Lives in the window's thread."""

    def __init__(self, view: DatasetsView, needs: DatasetsNeeds, jobs: Jobs) -> None:
        self._view, self._needs, self._jobs = view, needs, jobs
        self.gate = Gate(view, needs)
        self.dataset: Dataset | None = None
        self.catalog = Catalog(product="")
        self.query = EVERYTHING
        self.reasons: dict[int, Reason] = {}
        """By image id, of the last second look."""
        self.page = Page.IMAGES
        self.on_page: Callable[[], None] = lambda: None
        """The page in front, or the dataset under it, is another one."""
        self._ids: Sequence[int] = ()

    # ---- which dataset

    def enter(self) -> None:
        """The screen comes up: somebody may have labelled or made datasets since."""
        names = [one.name for one in self._needs.datasets.book.all()]
        if self.dataset is None and names:
            self.open(self._needs.datasets.book.find(names[0]))
            return
        self._view.show_datasets(names, self.dataset.name if self.dataset else None)
        self.refresh()
        self.on_page()

    def open(self, dataset: Dataset) -> None:
        """Take another dataset in hand."""
        if self.dataset is None or self.dataset.id != dataset.id:
            self.dataset, self.query, self.reasons = dataset, EVERYTHING, {}
        self.enter()

    def choose(self, name: str) -> None:
        """The dataset of this name."""
        try:
            self.open(self._needs.datasets.book.find(name))
        except Trouble as trouble:
            self._view.tell(trouble)

    def turn_to(self, page: Page) -> None:
        """Show another page of the dataset."""
        self.page = page
        self._view.show_page(page)
        self.on_page()

    # ---- the gallery

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.dataset is None:
            return
        book = self._needs.datasets.book
        self.catalog = self._needs.catalogs.catalog(self.dataset.product)
        self._ids = book.ids(self.dataset.id, self.query)
        self._view.show_filter(self.query, book.choices(self.dataset.id), self.catalog.current)
        self._view.show_images(self._ids, book.counts(self.dataset.id), self.query)

    def search(self, query: ImageQuery) -> None:
        """Show other images of the dataset."""
        if query != self.query:
            self.query = query
            self.refresh()

    def show_everything(self) -> None:
        """Drop the filter, not the order."""
        self.search(ImageQuery(order=self.query.order))

    def describe(self, image: DatasetImage) -> Cell:
        """An image in words; in the order of suspicion, with what speaks against its label."""
        classes = classes_of(image, self.catalog)
        reason = self._reason(image, classes[0].id if classes else "")
        score = image.file.score
        return Cell(
            title=short_path(image.file.path),
            line=label_line(image, classes),
            colours=tuple(one.colour for one in classes),
            is_done=image.state is LabelState.DONE,
            score="" if score is None else f"{score:.0f}",
            tags=", ".join(sorted(image.tags)),
            reason="" if reason is None else reason_line(reason, self.catalog),
        )

    def _reason(self, image: DatasetImage, label: str) -> Reason | None:
        """After a restart the neighbours are forgotten; the model's objection is in the score that was kept."""
        if self.query.order is not ImageOrder.SUSPICION or image.suspicion is None:
            return None
        return self.reasons.get(image.id) or model_reason(label, image.file.score)

    # ---- what a person does with images

    def ask_tags(self, ids: Sequence[int]) -> None:
        """Which tags shall these images have?"""
        if ids and self.dataset is not None and self.gate.lets(Permission.REVIEW):
            self._view.ask_tags(len(ids), self._needs.datasets.book.choices(self.dataset.id).tags)

    def tag(self, ids: Sequence[int], add: Sequence[str], remove: Sequence[str]) -> None:
        """Put tags on images, and take others off."""
        if not ids or not (add or remove) or not self.gate.lets(Permission.REVIEW):
            return
        who, wanted = self._needs.person.who, list(ids)

        def done(count: int) -> None:
            self._view.say(translate("Datasets", "Images tagged anew: {count}").format(count=count))
            self.images_changed()

        self._jobs.start(
            translate("Datasets", "Tagging images"),
            "",
            lambda progress, is_cancelled: self._needs.annotations.tag(wanted, who, add=add, remove=remove),
            done,
        )

    def told(self, text: str) -> None:
        """Say something in passing."""
        self._view.say(text)

    def failed(self, error: Exception) -> None:
        """Tell what a person can act on; anything else is a bug."""
        if not isinstance(error, Trouble):
            raise error
        self._view.tell(error)

    def images_changed(self) -> None:
        """Something is kept of images that was not before."""
        self._view.images_changed()
        self.refresh()
        self.on_page()

    def open_images(self, image_id: int, ids: Sequence[int] | None = None) -> None:
        """Label them: those that are shown, beginning with this one."""
        if self.dataset is not None:
            self._view.hand_over(self.dataset, self._ids if ids is None else ids, image_id)

    # ---- the folder

    def rescan(self) -> None:
        """Look through the dataset's folder again."""
        dataset = self.dataset
        if dataset is None or not self.gate.lets(Permission.REVIEW):
            return
        self._jobs.start(
            translate("Datasets", "Looking through the folder"),
            translate("Datasets", "Images read until then are kept."),
            lambda progress, is_cancelled: self._needs.datasets.rescan(
                dataset, progress=progress, is_cancelled=is_cancelled
            ),
            self._rescanned,
        )

    def _rescanned(self, found: Scan) -> None:
        self.images_changed()
        self._view.say(scan_line(found))
        if found.faults or found.missing:
            self._view.tell(_told(found))


def _told(found: Scan) -> Trouble:
    names = found.missing or [fault.path for fault in found.faults]
    what = say("{count} images are gone or cannot be read.", count=len(found.missing) + len(found.faults))
    meaning = say("{names}. What was labelled on them is kept.", names=", ".join(map(short_path, names[:3])))
    detail = "\n".join([*found.missing, *(told(fault.trouble.sentence) for fault in found.faults)])
    return Trouble(what, meaning, "Bring the files back and look through the folder again.", detail=detail)
