from app.history.paging import KEPT_PAGES, PAGE_ROWS, Listing, RecordPages
from tests.app.history.background import AtOnce, WhenTold
from tests.app.history.records import ListReader, make_record
from vision.inspection import Trouble
from vision.storage.records import RecordQuery

QUERY = RecordQuery(oldest_first=False)


def _pages(reader, background, count=None):
    first = reader.page(QUERY, after=None, offset=0, limit=PAGE_ROWS)
    return RecordPages(reader, background, Listing(query=QUERY, first_page=first, count=count or len(reader.records)))


def test_the_first_page_is_there_and_the_others_come_when_looked_at():
    reader, background = ListReader([make_record(n) for n in range(1, 1001)]), WhenTold()
    pages = _pages(reader, background)
    loaded = []
    pages.on_loaded = lambda first, last: loaded.append((first, last))
    assert pages.row(0).sequence == 1000
    assert pages.row(500) is None
    background.work_off()
    assert loaded == [(500, 599)]
    assert pages.row(500).sequence == 500


def test_a_page_on_the_way_is_asked_for_once():
    reader, background = ListReader([make_record(n) for n in range(1, 1001)]), WhenTold()
    pages = _pages(reader, background)
    for row in range(500, 560):
        assert pages.row(row) is None
    assert len(background.waiting) == 1


def test_parts_inspected_later_do_not_push_the_rows_down():
    reader = ListReader([make_record(n) for n in range(1, 301)])
    pages = _pages(reader, AtOnce())
    reader.records.insert(0, make_record(301))
    pages.row(150)
    assert pages.row(150).sequence == 150


def test_memory_stays_bounded():
    reader = ListReader([make_record(n) for n in range(1, PAGE_ROWS * (KEPT_PAGES + 5) + 1)])
    pages = _pages(reader, AtOnce())
    for row in range(0, len(reader.records), PAGE_ROWS):
        pages.row(row)
    read = reader.pages_read
    assert pages.row(len(reader.records) - 1) is not None
    assert reader.pages_read == read, "the page looked at last is kept"
    pages.row(0)
    assert reader.pages_read == read + 1, "the page looked at first was forgotten"


def test_a_failing_disk_is_told_once():
    class Broken(ListReader):
        def page(self, query, *, after, offset, limit):
            if offset:
                raise Trouble("The database cannot be read.")
            return super().page(query, after=after, offset=offset, limit=limit)

    pages = _pages(Broken([make_record(n) for n in range(1, 301)]), AtOnce())
    told = []
    pages.on_trouble = told.append
    for _ in range(3):
        assert pages.row(200) is None
    assert [str(trouble) for trouble in told] == ["The database cannot be read."]
