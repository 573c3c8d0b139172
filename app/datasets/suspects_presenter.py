"""Suspect labels first: a second look at every labelled image."""

from app.datasets.jobs import IsCancelled, Jobs
from app.datasets.ports import DatasetsNeeds
from app.datasets.presenter import DatasetsPresenter
from app.datasets.shown import DatasetsView
from app.datasets.wording import classes_of
from app.i18n import translate
from app.session import Permission
from labeling.annotation import LabelState
from labeling.datasets import SecondLook, second_look
from labeling.datasets.scan import Progress
from labeling.records.datasets import Dataset, DatasetImage, ImageOrder, ImageQuery
from vision.images import read_image
from vision.inspection import Frame, Trouble, say

_LABELLED = ImageQuery(state=LabelState.DONE, is_missing=False)


class SuspectsPresenter:
    """Lives in the window's thread."""

    def __init__(self, view: DatasetsView, presenter: DatasetsPresenter, needs: DatasetsNeeds, jobs: Jobs) -> None:
        self._view, self._presenter, self._needs, self._jobs = view, presenter, needs, jobs

    def ask(self) -> None:
        """Whose model shall look?"""
        dataset = self._presenter.dataset
        if dataset is None or not self._presenter.gate.lets(Permission.REVIEW):
            return
        count = len(self._needs.datasets.book.ids(dataset.id, _LABELLED))
        if count < 2:
            what = say("Fewer than two images are labelled to the end.")
            self._view.tell(Trouble(what, "There is nothing to compare.", "Label some, then look again."))
            return
        recipes = self._needs.models.recipes()
        own = dataset.product if dataset.product in recipes else next(iter(recipes), None)
        self._view.ask_recipe(recipes, own, count)

    def look(self, recipe: str | None) -> None:
        """Let a recipe's model look; without one only what looks alike is compared."""
        dataset = self._presenter.dataset
        if dataset is not None:
            self._jobs.start(
                translate("Datasets", "A second look at the labels"),
                translate("Datasets", "Nothing is noted then."),
                lambda progress, is_cancelled: self._look(dataset, recipe, progress, is_cancelled),
                lambda found: self._looked(dataset, found),
            )

    def _look(
        self, dataset: Dataset, recipe: str | None, progress: Progress, is_cancelled: IsCancelled
    ) -> SecondLook | None:
        """In the background; what is found is stored before anybody is told."""
        book, catalog = self._needs.datasets.book, self._needs.catalogs.catalog(dataset.product)
        images = {image.id: image for image in book.page(dataset.id, _LABELLED, limit=-1)}
        classes = {key: classes_of(image, catalog) for key, image in images.items()}
        labels = {key: found[0].id if found else "" for key, found in classes.items()}
        eye = self._needs.models.eye(recipe)
        found = second_look(labels, lambda key: self._frame(dataset, images[key]), eye, progress, is_cancelled)
        if found is not None:
            unknown = dict.fromkeys(book.ids(dataset.id))
            book.note("suspicion", unknown | {key: doubt.suspicion for key, doubt in found.doubts.items()})
            seen = {key: doubt.score for key, doubt in found.doubts.items() if doubt.score is not None}
            book.note("score", seen)
        return found

    def _frame(self, dataset: Dataset, image: DatasetImage) -> Frame:
        pixels, bit_depth = read_image(self._needs.datasets.path(dataset, image))
        return Frame(pixels=pixels, bit_depth=bit_depth)

    def _looked(self, dataset: Dataset, found: SecondLook | None) -> None:
        if found is None or self._presenter.dataset is None or self._presenter.dataset.id != dataset.id:
            return
        self._presenter.reasons = {key: doubt.reason for key, doubt in found.doubts.items() if doubt.reason}
        self._presenter.query = ImageQuery(state=LabelState.DONE, order=ImageOrder.SUSPICION)
        self._presenter.images_changed()
        suspect = len(self._presenter.reasons)
        self._view.say(translate("Datasets", "Labels to look at again: {count}").format(count=suspect))
        if found.faults:
            what = say("{count} images could not be looked at.", count=len(found.faults))
            detail = "\n".join(str(trouble) for trouble in found.faults.values())
            self._view.tell(Trouble(what, "The others are in their order.", "Bring the files back.", detail=detail))
