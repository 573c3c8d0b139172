"""Which parts judged OK are looked at all the same."""

import hmac
from dataclasses import dataclass
from functools import lru_cache

from labeling.records.reviews import AuditRate
from vision.inspection import InspectionRecord, Verdict

_DRAW, _PLACE = b"draw", b"place"


@dataclass(frozen=True, kw_only=True)
class AuditPlan:
    """The draw: a secret, and the rates by the parts from which they hold. The same parts are drawn every time."""

    salt: bytes
    rates: tuple[AuditRate, ...] = ()
    """In the order in which they were set."""

    @property
    def share(self) -> float:
        """The rate in force now; 0 without any."""
        return self.rates[-1].share if self.rates else 0.0

    @property
    def is_blind(self) -> bool:
        """True while verdict and score of waiting parts are hidden."""
        return self.share > 0

    def takes(self, record: InspectionRecord) -> bool:
        """True when this part was judged OK and is looked at all the same."""
        if record.verdict is not Verdict.OK:
            return False
        return self._chance(_DRAW, record.inspection_id) < self.share_at(record.sequence)

    def share_at(self, sequence: int) -> float:
        """The rate that was in force when a part was inspected."""
        holding = [rate.share for rate in self.rates if rate.after_sequence < sequence]
        return holding[-1] if holding else 0.0

    def chance_of_place(self, inspection_id: str) -> float:
        """0 to 1: where a drawn part stands among the flagged ones; says nothing about the part."""
        return self._chance(_PLACE, inspection_id)

    def _chance(self, purpose: bytes, inspection_id: str) -> float:
        return _chance(self.salt, purpose + inspection_id.encode())


@lru_cache(maxsize=20_000)
def _chance(salt: bytes, words: bytes) -> float:
    """0 to 1, the same for the same words; asked again whenever the list is sorted."""
    return int.from_bytes(hmac.digest(salt, words, "sha256")[:8], "big") / 2**64
