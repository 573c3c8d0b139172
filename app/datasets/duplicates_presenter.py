"""Near-duplicates: which images look nearly the same, and which one of them is kept."""

from collections.abc import Callable, Sequence

from app.datasets.jobs import Jobs
from app.datasets.ports import DatasetsNeeds
from app.datasets.presenter import DatasetsPresenter
from app.datasets.shown import DuplicatesView, GroupRow
from app.i18n import translate
from app.session import Permission
from labeling.annotation import LabelState
from labeling.datasets import near_duplicates
from labeling.records.datasets import DatasetImage, ImageQuery

TAG = "duplicate"
"""One word for every language: tags are data, and another station reads them."""


class DuplicatesPresenter:
    """Lives in the window's thread."""

    def __init__(self, view: DuplicatesView, presenter: DatasetsPresenter, needs: DatasetsNeeds, jobs: Jobs) -> None:
        self._view, self._presenter, self._needs, self._jobs = view, presenter, needs, jobs
        self._groups: list[list[DatasetImage]] = []
        self._chosen = 0

    def enter(self) -> None:
        """Find the groups of the dataset in hand."""
        dataset = self._presenter.dataset
        if dataset is None:
            return
        self._view.show_looking()

        def find() -> list[list[DatasetImage]]:
            images = self._needs.datasets.book.page(dataset.id, ImageQuery(is_missing=False), limit=-1)
            known = {image.id: image for image in images}
            groups = near_duplicates({key: image.file.look for key, image in known.items()})
            return [sorted((known[key] for key in group), key=_worth) for group in groups]

        def found(groups: list[list[DatasetImage]]) -> None:
            if self._presenter.dataset is not None and self._presenter.dataset.id == dataset.id:
                self._groups, self._chosen = groups, min(self._chosen, max(0, len(groups) - 1))
                self._show()

        self._needs.working.run(find, found, self._presenter.failed)

    def choose(self, number: int) -> None:
        """Look at one group."""
        self._chosen = number
        self._show_group()

    def keep(self, image_id: int) -> None:
        """Keep this image of the chosen group and tag the others; the next group comes up."""
        if not self._groups or not self._presenter.gate.lets(Permission.REVIEW):
            return
        number = self._chosen

        def go_on() -> None:
            if self._chosen == number:  # nobody has gone to another group meanwhile
                self._chosen = min(number + 1, len(self._groups) - 1)

        self._tag([image.id for image in self._groups[number] if image.id != image_id], [image_id], go_on)

    def keep_first_of_all(self) -> None:
        """In every group that is not settled: keep its first image, which has most work in it, and tag the others."""
        if self._presenter.gate.lets(Permission.REVIEW):
            open_ones = [group for group in self._groups if not _is_settled(group)]
            self._tag([image.id for group in open_ones for image in group[1:]], [group[0].id for group in open_ones])

    def _tag(self, others: Sequence[int], kept: Sequence[int], tagged: Callable[[], None] = lambda: None) -> None:
        who, annotations = self._needs.person.who, self._needs.annotations

        def work() -> int:
            annotations.tag(kept, who, remove=[TAG])
            return annotations.tag(others, who, add=[TAG])

        def done(count: int) -> None:
            tagged()
            self._presenter.images_changed()
            self._presenter.told(translate("Datasets", 'Tagged "{tag}": {count} images').format(tag=TAG, count=count))

        self._jobs.start(translate("Datasets", "Tagging images"), "", lambda progress, is_cancelled: work(), done)

    def _show(self) -> None:
        rows = [GroupRow(first=group[0], count=len(group), is_settled=_is_settled(group)) for group in self._groups]
        self._view.show_groups(rows, self._chosen)
        self._show_group()

    def _show_group(self) -> None:
        if self._groups:
            group = self._groups[self._chosen]
            untagged = [image.id for image in group if TAG not in image.tags]
            self._view.show_group([image.id for image in group], (untagged or [group[0].id])[0])


def _worth(image: DatasetImage) -> tuple[bool, bool, int, str]:
    """Sorts what has most work in it to the front: kept before, labelled to the end, most marked."""
    return (TAG in image.tags, image.state is not LabelState.DONE, -sum(image.classes.values()), image.file.path)


def _is_settled(group: Sequence[DatasetImage]) -> bool:
    return sum(TAG in image.tags for image in group) == len(group) - 1
