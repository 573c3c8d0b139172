"""Known trouble: every failure that a person can act on, in three sentences.

A `Trouble` is told to the user as it stands; anything else that escapes is a bug, logged with its trace and shown as
a bug. Each package derives its own from it (`CameraTrouble`, `StorageTrouble`, ...), so a caller can catch a family.
"""

from vision.inspection.sentence import Sentence, join


class Trouble(Exception):
    """What happened, what it means for the part in front of you, and what to do.

    Args:
        what: one sentence in the present tense, naming the file, camera or lot.
        meaning: what it means for the part or the data; empty when nothing is at stake.
        remedy: what the person can do now.
        detail: technical text for the log and the "Details" fold; never translated.

    The three are literals, or made by `say` when they hold values, so that screens can tell them in their language.
    """

    def __init__(self, what: str, meaning: str = "", remedy: str = "", *, detail: str = "") -> None:
        super().__init__(what)
        self.what = Sentence.of(what)
        self.meaning = Sentence.of(meaning)
        self.remedy = Sentence.of(remedy)
        self.detail = detail

    @property
    def sentence(self) -> Sentence:
        """The three in one, for a record's reason."""
        return join(self.what, self.meaning, self.remedy)

    def __str__(self) -> str:
        return str(self.sentence)
