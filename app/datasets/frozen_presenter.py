"""Snapshots and golden sets: freezing, and whether they are still what was frozen."""

from collections.abc import Sequence

from app.datasets.jobs import Jobs
from app.datasets.ports import DatasetsNeeds
from app.datasets.presenter import DatasetsPresenter
from app.datasets.shown import DatasetsView, FreezeAsked, FrozenRow, FrozenView, Page
from app.i18n import translate
from app.session import Permission
from labeling.datasets import Comparison, compare_files
from labeling.records.datasets import FrozenKind, FrozenSet
from vision.inspection import Trouble


class FrozenPresenter:
    """Lives in the window's thread."""

    def __init__(
        self,
        view: DatasetsView,
        page: FrozenView,
        presenter: DatasetsPresenter,
        needs: DatasetsNeeds,
        jobs: Jobs,
    ) -> None:
        self._view, self._page, self._presenter, self._needs, self._jobs = view, page, presenter, needs, jobs
        self._rows: list[FrozenRow] = []
        self._chosen = ""
        self._asked: tuple[FreezeAsked, Sequence[int]] | None = None

    # ---- the list

    def enter(self) -> None:
        """List what was frozen of the dataset in hand; each is checked against its fingerprint while it is read."""
        dataset = self._presenter.dataset
        if dataset is None:
            return

        def show(rows: list[FrozenRow]) -> None:
            self._rows = [row for row in rows if row.frozen is None or row.frozen.dataset == dataset.name]
            names = [row.name for row in self._rows]
            self._chosen = self._chosen if self._chosen in names else next(iter(names), "")
            self._page.show_sets(self._rows, self._chosen)
            self._show_chosen()

        self._needs.working.run(self._read, show, self._presenter.failed)

    def choose(self, name: str) -> None:
        """Look at one."""
        self._chosen = name
        self._show_chosen()

    def check(self) -> None:
        """Read every file of the chosen set, and compare it with what was frozen."""
        row = self._row()
        if row is None or row.frozen is None:
            return
        frozen = row.frozen

        def done(compared: Comparison) -> None:
            if self._chosen == frozen.name:
                self._page.show_set(FrozenRow(name=frozen.name, kind=frozen.kind, frozen=frozen), compared)

        self._jobs.start(
            translate("Datasets", "Comparing the files with what was frozen"),
            translate("Datasets", "What was compared until then is shown."),
            lambda progress, is_cancelled: compare_files(frozen, self._needs.datasets, progress, is_cancelled),
            done,
        )

    def open_image(self, image_id: int) -> None:
        """Look at an image of the chosen set in Annotate; the set itself stays as it is."""
        row = self._row()
        if row is not None and row.frozen is not None:
            self._presenter.open_images(image_id, [line.image_id for line in row.frozen.images])

    # ---- freezing

    def ask(self, kind: FrozenKind, chosen: Sequence[int], shown: Sequence[int]) -> None:
        """A name, and for a golden set a signature, before anything is frozen."""
        permission = Permission.RELEASE if kind is FrozenKind.GOLDEN else Permission.REVIEW
        if not self._presenter.gate.lets(permission):
            return
        asked = FreezeAsked(
            kind=kind,
            count=len(chosen or shown),
            is_chosen=bool(chosen),
            signed_by=self._needs.person.operator,
            day=f"{self._needs.now().astimezone():%Y-%m-%d}",
        )
        self._asked = asked, list(chosen or shown)
        self._view.ask_freeze(asked)

    def freeze(self, name: str, by: str) -> None:
        """Freeze what was asked for; `by` counts only while nobody is signed in."""
        dataset = self._presenter.dataset
        if self._asked is None or dataset is None:
            return
        asked, ids = self._asked
        who = self._needs.person.operator or by.strip()
        if not who and asked.kind is FrozenKind.GOLDEN:
            self._view.tell(Trouble("A golden set is signed.", "Nothing is frozen.", "Sign in, or write a name."))
            return

        def done(frozen: FrozenSet) -> None:
            self._chosen = frozen.name
            self._presenter.turn_to(Page.FROZEN)
            self._view.say(translate("Datasets", "{name} is frozen.").format(name=frozen.name))

        self._jobs.start(
            translate("Datasets", "Freezing"),
            "",
            lambda progress, is_cancelled: self._needs.frozen.freeze(
                asked.kind, name, dataset, ids, who or self._needs.person.who
            ),
            done,
        )

    # ---- inside

    def _read(self) -> list[FrozenRow]:
        return [self._load(name, kind) for kind in reversed(FrozenKind) for name in self._needs.frozen.names(kind)]

    def _load(self, name: str, kind: FrozenKind) -> FrozenRow:
        try:
            return FrozenRow(name=name, kind=kind, frozen=self._needs.frozen.load(name))
        except Trouble as trouble:
            return FrozenRow(name=name, kind=kind, trouble=trouble)

    def _row(self) -> FrozenRow | None:
        return next((row for row in self._rows if row.name == self._chosen), None)

    def _show_chosen(self) -> None:
        row = self._row()
        if row is not None:
            self._page.show_set(row, None)
