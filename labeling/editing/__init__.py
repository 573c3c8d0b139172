"""Editing: one image under the hand; undo without limit, and a journal that survives a power cut.

* `EditSession`: what tools and people do to an annotation, stroke by stroke, with proposals
* `Edit`, `DefectChange`, `applied`: one stroke as a value, done and undone
* `JournalTrouble`: strokes that are not safe on disk
"""

from labeling.editing.edit import DefectChange, Edit, applied
from labeling.editing.journal import JournalTrouble
from labeling.editing.session import EditSession, Proposal

__all__ = ["DefectChange", "Edit", "EditSession", "JournalTrouble", "Proposal", "applied"]
