"""How long the history takes to open and to scroll with many records; prints figures, asserts nothing about time.

`python -m tests.benchmarks.bench_history [RECORDS]`
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from vision.inspection import InspectionRecord, Part, Verdict, ViewRecord, new_inspection_id
from vision.storage import Home, Intent, RecordQuery, Store, StoredFrame
from vision.storage.records import insert_intent, insert_record

START = datetime(2026, 1, 1, tzinfo=UTC)
REPEATS = 15
NG = frozenset({Verdict.NG})


def make_record(number: int, chance: random.Random) -> tuple[Intent, InspectionRecord]:
    intent = Intent(
        inspection_id=new_inspection_id(),
        time=START + timedelta(seconds=number),
        monotonic_s=float(number),
        part=Part(serial=f"P-{number:06d}", lot=f"L{number // 1000}"),
        operator="Ada",
        station="Station 3",
        recipe="flange",
        recipe_version=1,
        recipe_hash="r" * 64,
    )
    verdict = chance.choices(list(Verdict), [90, 5, 4, 1])[0]
    region = {"x": 1, "y": 2, "width": 3, "height": 4, "area_px": 12, "peak": 1.5}
    stored = StoredFrame(path=f"frames/2026/01/01/_/000000/{number}_top_x.png", sha256="i" * 64)
    view = ViewRecord(
        view="top",
        verdict=verdict,
        score=chance.random(),
        image=stored.path,
        image_hash=stored.sha256,
        map_summary={"regions": [region] * 3, "peak": 1.0, "mean": 0.1, "p99": 0.9},
        reason="2 regions above T1, upper right",
    )
    facts = {field.name: getattr(intent, field.name) for field in fields(intent)}
    record = InspectionRecord(
        sequence=number,
        verdict=verdict,
        score=view.score,
        reason=view.reason,
        views=(view,),
        latency_ms=20 + 5 * chance.random(),
        recorded_ms=40.0,
        **facts,
    )
    return intent, record


def fill(store: Store, count: int) -> None:
    """Many records in one transaction: what is measured is reading."""
    chance = random.Random(1)

    def work(db: Database) -> None:
        for number in range(1, count + 1):
            intent, record = make_record(number, chance)
            insert_intent(db, intent, "bench")
            insert_record(db, record, {})
        db.conn.execute("DELETE FROM intents")

    store.database.write(work)


def figure(name: str, ask: Callable[[], object]) -> None:
    """One line: the median and the slowest of some repeats, after a warm-up."""
    ask()
    times_ms = []
    for _ in range(REPEATS):
        started_s = time.perf_counter()
        ask()
        times_ms.append((time.perf_counter() - started_s) * 1000)
    print(f"{name:<44} median {statistics.median(times_ms):7.2f} ms   slowest {max(times_ms):7.2f} ms")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    newest = RecordQuery(oldest_first=False)
    with tempfile.TemporaryDirectory() as folder, Store(Home(Path(folder))) as store:
        fill(store, count)
        print(f"{count} records, {store.home.database.stat().st_size / 1e6:.1f} MB")
        figure("count and first page of 100", lambda: (store.count(newest), store.page(newest)))
        figure(
            "count and page, NG only",
            lambda: (store.count(RecordQuery(verdicts=NG)), store.page(RecordQuery(verdicts=NG))),
        )
        figure("page in the middle, by offset", lambda: store.page(newest, offset=count // 2))
        figure("page in the middle, by number", lambda: store.page(newest, after=count // 2))
        figure("verdict counts of one lot", lambda: store.verdict_counts(RecordQuery(lot="L3")))
        figure("count of a text search", lambda: store.count(RecordQuery(text="p-0042")))
        figure("first page of a text search", lambda: store.page(RecordQuery(text="p-0042", oldest_first=False)))
        figure("latest 20", lambda: store.latest(20))


if __name__ == "__main__":
    main()
