"""What a store has to say of the parts so far."""

from vision.inspection import Verdict
from vision.storage import RecordQuery, Store


def verdicts(store: Store) -> list[Verdict]:
    """In the order of the triggers."""
    return [record.verdict for record in store.records(RecordQuery())]
