"""How values become columns and come back: times as sortable text, numbers finite, JSON without NaN, sentences
with what they were made of."""

import json
from datetime import UTC, datetime
from math import isfinite
from typing import Any

from vision.inspection import Sentence


def time_text(time: datetime) -> str:
    """ISO 8601 in UTC with microseconds, so that text order is time order. Raises ValueError without a time zone."""
    if time.tzinfo is None:
        raise ValueError(f"a stored time needs its time zone: {time}")
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def time_value(text: str) -> datetime:
    """The inverse of `time_text`."""
    return datetime.fromisoformat(text)


def finite(number: float | None) -> float | None:
    """None instead of NaN or infinity."""
    return float(number) if number is not None and isfinite(number) else None


def json_text(value: Any) -> str:
    """JSON with sorted keys; NaN and infinity become null, so that every reader accepts it."""
    return json.dumps(_clean(value), ensure_ascii=False, sort_keys=True, allow_nan=False)


def memo_text(text: str) -> str | None:
    """What a sentence was made of, as JSON; None for a text without values, which is its own template."""
    sentence = Sentence.of(text)
    return json_text(sentence.memo()) if sentence.values else None


def sentence_value(text: str, memo: str | None) -> Sentence:
    """A stored text as the sentence it was; the inverse of `memo_text`."""
    made = Sentence.of(text) if memo is None else Sentence.recall(json.loads(memo))
    return Sentence(text, made.template, made.values)


def _clean(value: Any) -> Any:
    if isinstance(value, float):
        return finite(value)
    if isinstance(value, dict):
        return {str(key): _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value
