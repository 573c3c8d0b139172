"""The Studies screen on a home of its own, with a shelf of drawn parts; the background works at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from app.session import Session
from app.study.ports import ModelInUse, Place, StudyNeeds
from app.study.report import write_pdf
from app.study.screen import StudyParts, make_study_screen
from labeling.records.studies import GOOD, NOT_GOOD, Study, StudyPart
from labeling.study.images import PartImage
from labeling.study.planning import Candidate
from labeling.study.studies import Judge
from tests.app.history.background import AtOnce
from tests.app.setting_up import People, Person
from tests.labeling.study.twins import Desk, open_desk
from vision.inspection import Frame, Trouble
from vision.storage.operators import Role

KINDS = (GOOD, GOOD, GOOD, "crack", "fray", "blowhole")
EVA = Person(name="Eva", role=Role.QUALITY_ENGINEER)
INA = Person(name="Ina", role=Role.INSPECTOR)


@dataclass
class Parts:
    """Drawn plates; every part knows what it is."""

    count: int = 60
    by_class: bool = False
    unknown: int = 0

    def candidates(self) -> Sequence[Candidate]:
        known = [self._candidate(n, KINDS[n % len(KINDS)]) for n in range(self.count)]
        return [*known, *(self._candidate(self.count + n, None) for n in range(self.unknown))]

    def _candidate(self, number: int, kind: str | None) -> Candidate:
        reference = kind if kind is None or self.by_class or kind == GOOD else NOT_GOOD
        return Candidate(name=f"test/{kind}/{number:03d}.png", key=str(number), reference=reference)

    def image(self, candidate: Candidate) -> PartImage:
        number = int(candidate.key)
        random = np.random.default_rng(number)
        pixels = cv2.GaussianBlur(random.normal(130, 60, (240, 320)), (0, 0), 3) + random.normal(0, 4, (240, 320))
        kind = KINDS[number % len(KINDS)]
        if kind == "crack":
            cv2.line(pixels, (60, 40 + number), (250, 200), 30, 3)
        elif kind == "blowhole":
            cv2.circle(pixels, (90 + number, 120), 14, 40, -1)
        elif kind == "fray":
            cv2.ellipse(pixels, (160, 210), (60, 24), 0, 180, 360, 220, -1)
        return PartImage(frame=Frame(pixels=pixels.clip(0, 255).astype(np.uint8)))


@dataclass
class Screen:
    """The wired screen with everything around it."""

    desk: Desk
    people: People
    session: Session
    parts: StudyParts
    told: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    clock_s: float = 0.0

    def start(self, **changes: object) -> Study:
        """Plan and start a study with a few parts, through the planning page's presenter."""
        self.parts.presenter.plan()
        for field_name, value in ({"count": 6} | changes).items():
            self.parts.plan.change(**{field_name: value})
        self.parts.plan.start()
        return self.desk.studies.all()[0]

    def rate_all(self, study: Study, appraiser: str, wrong: float = 0.0, seed: int = 0) -> None:
        """Answer everything; a share of it wrongly."""
        random = np.random.default_rng(seed)
        while (turn := self.desk.studies.turn(study, appraiser)).part is not None:
            truth = turn.part.reference or GOOD
            others = [one for one in study.categories if one != truth]
            hard = turn.part.number % 5 == seed % 5
            slips = random.random() < wrong * (3 if hard else 0.3)
            self.desk.studies.answer(study, turn, others[int(random.integers(len(others)))] if slips else truth, 2.0)


def model_judge(model: ModelInUse) -> Judge:
    """A model that calls every seventh part wrong."""

    def judge(part: StudyPart, frame: Frame) -> str:
        truth = part.reference or GOOD
        return {GOOD: NOT_GOOD, NOT_GOOD: GOOD}[truth] if part.number % 7 == 0 else truth

    return judge


def open_screen(
    root: Path,
    *people: Person,
    judge: Callable[[ModelInUse], Judge] = model_judge,
    shelf: Callable[[bool], Parts] | None = None,
    has_parts: bool = True,
    background: AtOnce | None = None,
) -> Screen:
    desk, book = open_desk(root), People(*people)
    session = book.session()
    make = shelf or (lambda by_class: Parts(by_class=by_class))
    place = Place(name="Dataset Magnet tile", classes=("crack", "fray", "blowhole"), source=make)
    made: list[Screen] = []
    needs = StudyNeeds(
        studies=desk.studies,
        background=background or AtOnce(),  # type: ignore[arg-type]
        session=session,
        places=lambda: [place] if has_parts else [],
        people=lambda: [person.name for person in book.everyone() if person.active],
        operators=lambda: [person.name for person in book.everyone()],
        model=lambda: ModelInUse(recipe="Magnet tile 42", version=7),
        judge=judge,
        write_pdf=write_pdf,
        now=desk.clock.wall,
        clock_s=lambda: made[0].clock_s,
    )
    screen = Screen(desk=desk, people=book, session=session, parts=make_study_screen(needs))
    made.append(screen)
    screen.parts.view.told.connect(screen.told.append)
    screen.parts.view.trouble.connect(screen.troubles.append)
    session.subscribe(screen.parts.presenter.person_changed)
    return screen
