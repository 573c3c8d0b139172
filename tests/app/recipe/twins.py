"""Releases, teacher, camera and person without disk, model or login, for the Teach screen's tests."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from app.recipe.ports import (
    Draft,
    GoodPart,
    LearnedParts,
    ScoredPart,
    TakeOutOrder,
    TeachOrder,
    TeachStage,
    VersionNote,
    ViewEvidence,
)
from vision.inspection import Frame, Thresholds, Trouble
from vision.recipe import Basis, ModelReference, Recipe, View
from vision.teaching import calibrate, promised

LINES = Thresholds(t1=0.5, t2=0.62)
PROMISE = promised(24, calibrate([0.2 + n / 100 for n in range(24)]).promises.overkill, leaves_out=True)
GOOD = tuple(ScoredPart(name=f"good-{n}.png", score=0.2 + n / 100) for n in range(24))
LEARNED = tuple(GoodPart(key=f"/parts/good-{n}.png", score=part.score) for n, part in enumerate(GOOD))
DEFECTS = tuple(ScoredPart(name=f"bad-{n}.png", score=0.55 + n / 10, is_defect=True) for n in range(4))


def make_recipe(name: str = "Flange", version: int = 8) -> Recipe:
    model = ModelReference(kind="patchcore", file="model.safetensors", hash="0" * 64)
    view = View(name="view-1", image_width=8, image_height=6, model=model, t1=LINES.t1, t2=LINES.t2)
    return Recipe(name=name, version=version, created=datetime(2026, 5, 4, tzinfo=UTC), views=(view,))


def make_draft(parts: tuple[ScoredPart, ...] = GOOD + DEFECTS, odd: tuple[GoodPart, ...] = ()) -> Draft:
    evidence = ViewEvidence(view="view-1", parts=parts, suggested=LINES, promise=PROMISE)
    return Draft(
        recipe=make_recipe(),
        basis=Basis(active=7),
        files={"model.safetensors": b"memory"},
        evidence=(evidence,),
        remarks=("24 kept aside.",),
        odd=odd,
    )


class Person:
    """May do everything, or nothing."""

    def __init__(self, *, may: bool = True) -> None:
        self.who = "Kim"
        self.is_allowed = may

    def may(self, permission: object) -> bool:
        return self.is_allowed


class ListedReleases:
    """Releases in a list."""

    def __init__(self, recipe: Recipe | None = None) -> None:
        self.recipe = recipe or make_recipe()
        self.released: list[tuple[int, dict[str, Thresholds], str, str]] = []
        self.activated: list[tuple[str, int, str]] = []

    def names(self) -> list[str]:
        return ["Flange"]

    def standing(self, name: str) -> Recipe | None:
        return self.recipe if name == "Flange" else None

    def next_version(self, name: str) -> int:
        return 8 if name == "Flange" else 1

    def versions(self, name: str) -> tuple[VersionNote, ...]:
        made = datetime(2026, 5, 4, tzinfo=UTC)
        return (VersionNote(version=7, created=made, who="Kim", note="", is_active=True),)

    def reopen(self, name: str) -> Draft:
        return make_draft()

    def release(self, draft: Draft, lines: dict[str, Thresholds], note: str, who: str) -> int:
        self.released.append((draft.recipe.version, dict(lines), note, who))
        return draft.recipe.version

    def activate(self, name: str, version: int, who: str) -> None:
        self.activated.append((name, version, who))


class TwoModels:
    """Two kinds of model; the second takes no backbone."""

    def kinds(self) -> tuple[str, ...]:
        return ("patchcore", "padim")

    def backbones(self, kind: str | None) -> tuple[str, ...]:
        return () if kind == "padim" else ("embedded", "file:mine")

    def details(self, kind: str | None) -> tuple[float, ...]:
        return () if kind == "padim" else (0.0, 0.5, 1.0)

    def learns_one_by_one(self, kind: str) -> bool:
        return kind == "patchcore"


class QuickTeacher:
    """Tells one stage and gives a draft; None when cancelled, the trouble when it has one."""

    def __init__(self, trouble: Trouble | None = None) -> None:
        self.trouble = trouble
        self.odd: tuple[GoodPart, ...] = ()
        self.orders: list[TeachOrder] = []
        self.added: list[TeachOrder] = []
        self.taken_out: list[TakeOutOrder] = []

    def teach(
        self, order: TeachOrder, progress: Callable[[TeachStage], None], cancelled: Callable[[], bool]
    ) -> Draft | None:
        self.orders.append(order)
        progress(TeachStage(name="Looking at the good parts", done=1, total=2, share=0.5))
        if self.trouble:
            raise self.trouble
        return None if cancelled() else make_draft(odd=self.odd)

    def add(
        self, order: TeachOrder, progress: Callable[[TeachStage], None], cancelled: Callable[[], bool]
    ) -> Draft | None:
        self.added.append(order)
        return self.teach(order, progress, cancelled)

    def take_out(self, order: TakeOutOrder) -> Draft:
        self.taken_out.append(order)
        return make_draft()

    def learned(self, recipe: str, view: str | None) -> LearnedParts:
        return LearnedParts(parts=LEARNED, lines=LINES)


class TwoStored:
    """Two inspected parts whose frames are dark and bright."""

    def __init__(self, parts: tuple[GoodPart, ...] = LEARNED[:2]) -> None:
        self.parts = parts

    def doubted(self, recipe: str, view: str | None) -> LearnedParts:
        return LearnedParts(parts=self.parts, lines=LINES)

    def load(self, part: GoodPart) -> Frame:
        return Frame(pixels=np.full((6, 8), 50 * (1 + self.parts.index(part)), np.uint8))


class StillCamera:
    """Gives a frame when told to."""

    def __init__(self, why_not: str = "") -> None:
        self.why_not = why_not
        self.on_frame: Callable[[Frame, bool], None] | None = None
        self.on_trouble: Callable[[Trouble], None] | None = None
        self.by_trigger = False
        self.camera = ""

    def look_through(self, camera: str) -> None:
        self.camera = camera

    def start(
        self, on_frame: Callable[[Frame, bool], None], on_trouble: Callable[[Trouble], None], *, by_trigger: bool
    ) -> None:
        self.on_frame, self.on_trouble, self.by_trigger = on_frame, on_trouble, by_trigger

    def stop(self) -> None:
        self.on_frame = None

    def unavailable(self) -> str:
        return self.why_not

    def give(self, value: int, *, triggered: bool = False) -> None:
        assert self.on_frame is not None, "the camera is not lent"
        self.on_frame(Frame(pixels=np.full((6, 8), value, np.uint8)), triggered)


def write_images(folder: Path, good: int, broken: int = 0, size: tuple[int, int] = (24, 18)) -> Path:
    from vision.images import encode_png

    folder.mkdir(parents=True, exist_ok=True)
    for number in range(good):
        striped = np.tile((np.arange(size[0]) % 8 * 16 + number).astype(np.uint8), (size[1], 1))
        (folder / f"{number:03d}.png").write_bytes(encode_png(striped))
    for number in range(broken):
        (folder / f"broken-{number}.png").write_bytes(b"no image")
    return folder
