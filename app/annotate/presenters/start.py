"""The start page without widgets: which datasets there are, and making one of a folder."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from app.annotate.ports import AnnotateNeeds
from app.annotate.presenters.annotate import AnnotatePresenter, offered_name
from app.annotate.shown import AnnotateView
from app.i18n import translate
from app.session import Permission
from labeling.datasets import Scan
from labeling.records.datasets import Dataset, DatasetTrouble
from vision.inspection import Trouble, say

_NAMED = 3


class StartPresenter:
    """Between the datasets and the start page. Lives in the window's thread."""

    def __init__(
        self,
        view: AnnotateView,
        presenter: AnnotatePresenter,
        needs: AnnotateNeeds,
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        self._view, self._presenter, self._needs, self._post = view, presenter, needs, post
        self._cancelled = Event()
        self.is_creating = False

    def choose(self, name: str) -> None:
        """Open a dataset."""
        try:
            self._presenter.open_dataset(self._needs.datasets.book.find(name))
        except Trouble as trouble:
            self._view.tell(trouble)

    def take_folder(self, folder: Path) -> None:
        """A folder was chosen: what shall the dataset be called?"""
        products = sorted({*self._needs.models.recipes(), *self._needs.catalogs.products()})
        self._view.ask_name(folder, offered_name(folder), products)

    def create(self, name: str, folder: Path, product: str | None) -> None:
        """Make a dataset; every image is read once, in the background."""
        if self.is_creating:
            return
        try:
            self._needs.person.require(Permission.REVIEW)
            self._needs.datasets.book.check_free(name)
        except Trouble as trouble:
            self._view.tell(trouble)
            return
        self.is_creating, self._cancelled = True, Event()
        cancelled, who = self._cancelled, self._needs.person.who
        self._view.show_creating(translate("Annotate", "Reading the images"), 0, 0)
        self._needs.working.run(
            lambda: self._needs.datasets.create(
                name,
                folder,
                who,
                product=product,
                progress=lambda done, total: self._post(lambda: self._progress(done, total)),
                is_cancelled=cancelled.is_set,
            ),
            self._created,
            self._failed,
        )

    def cancel(self) -> None:
        """Stop reading; what was read until then becomes the dataset."""
        self._cancelled.set()

    def _progress(self, done: int, total: int) -> None:
        if self.is_creating:
            self._view.show_creating("", done, total)

    def _created(self, made: tuple[Dataset, Scan]) -> None:
        self.is_creating = False
        dataset, found = made
        if found.faults:
            what = say("{count} images cannot be read and are left out.", count=len(found.faults))
            names = ", ".join(fault.path for fault in found.faults[:_NAMED])
            detail = "\n".join(str(fault.trouble) for fault in found.faults)
            self._view.tell(DatasetTrouble(what, say("The first of them: {names}", names=names), detail=detail))
        if self._presenter.dataset is None:
            self._presenter.open_dataset(dataset)
        else:  # who draws elsewhere meanwhile stays there
            words = translate("Annotate", "{dataset} is ready: it is in the list of datasets.")
            self._view.say(words.format(dataset=dataset.name))

    def _failed(self, error: Exception) -> None:
        self.is_creating = False
        self._presenter.enter()
        if not isinstance(error, Trouble):
            raise error
        self._view.tell(error)
