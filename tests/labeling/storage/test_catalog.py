"""Defect catalogs: names in any script, colours apart, and a history that renaming and merging keep."""

from dataclasses import replace

import pytest

from labeling.catalog import PALETTE, CatalogTrouble, DefectClass, Example, NameTrouble, Severity
from labeling.storage import CatalogBook
from vision.inspection import ManualClock
from vision.storage import Store


@pytest.fixture
def book(store: Store, clock: ManualClock) -> CatalogBook:
    return CatalogBook(store.database, clock)


def test_classes_get_the_designs_colours_and_the_keys_in_order(book: CatalogBook) -> None:
    added = [book.add("flange", f"class {number}", "Ada") for number in range(12)]
    assert tuple(one.colour for one in added[:6]) == PALETTE
    assert len({one.colour for one in added}) == 12
    assert [one.key for one in added] == [1, 2, 3, 4, 5, 6, 7, 8, 9, None, None, None]
    assert book.catalog("flange").classes == tuple(added)


def test_a_product_has_its_own_classes(book: CatalogBook) -> None:
    book.add("flange", "crack", "Ada")
    book.add("tile", "crack", "Ada")
    assert book.products() == ["flange", "tile"]
    assert book.catalog("board").classes == ()


@pytest.mark.parametrize(("name", "again"), [("Riß", "RISS"), ("e\u0301clat", "ÉCLAT"), ("ひび割れ", " ひび割れ "), ("ШОВ", "шов")])  # fmt: skip
def test_the_same_name_in_another_spelling_is_refused(book: CatalogBook, name: str, again: str) -> None:
    first = book.add("flange", name, "Ada")
    with pytest.raises(CatalogTrouble, match="already"):
        book.add("flange", again, "Ada")
    assert book.catalog("flange").named(again) == first


@pytest.mark.parametrize("name", ["", "   ", "a\nb", "x" * 81, "\u202eevil"])
def test_a_name_that_cannot_be_read_is_refused(book: CatalogBook, name: str) -> None:
    with pytest.raises(NameTrouble, match="cannot be used"):
        book.add("flange", name, "Ada")


def test_everything_but_the_id_can_change_and_comes_back(book: CatalogBook) -> None:
    crack = book.add("flange", "crack", "Ada", severity=Severity.CRITICAL, sentence="Longer than 1 mm.")
    example = Example(image_id=7, left=1, top=2, width=30, height=40)
    wanted = replace(crack, name="Haarriss", colour="#112233", key=9, severity=Severity.MINOR, example=example)
    assert book.change(wanted, "Bo") == wanted
    assert book.catalog("flange").classes == (wanted,)
    add, change = book.history(crack.id)
    assert (add.who, add.before) == ("Ada", None)
    assert (change.who, change.before["name"], change.after["name"]) == ("Bo", "crack", "Haarriss")


def test_two_classes_never_share_a_name_or_a_key(book: CatalogBook) -> None:
    crack, dent = book.add("flange", "crack", "Ada"), book.add("flange", "dent", "Ada")
    with pytest.raises(CatalogTrouble, match="Key 1 belongs to crack"):
        book.change(replace(dent, key=crack.key), "Ada")
    with pytest.raises(CatalogTrouble, match="defect class crack already"):
        book.change(replace(dent, name="Crack"), "Ada")
    assert book.change(replace(dent, name="Dent"), "Ada").name == "Dent"


def test_a_merged_class_stands_for_the_other(book: CatalogBook) -> None:
    hair, crack, split = (book.add("flange", name, "Ada") for name in ("hair", "crack", "split"))
    book.merge("flange", hair.id, crack.id, "Bo")
    book.merge("flange", crack.id, split.id, "Bo")
    catalog = book.catalog("flange")
    assert catalog.current == (split,)
    assert catalog.find(hair.id) == catalog.find(crack.id) == split
    assert [entry.action for entry in book.history(hair.id)] == ["catalog.add", "catalog.merge"]
    assert book.add("flange", "hair", "Ada").id != hair.id  # the name is free again


def test_what_cannot_be_merged_is_told(book: CatalogBook) -> None:
    hair, crack = (book.add("flange", name, "Ada") for name in ("hair", "crack"))
    with pytest.raises(CatalogTrouble, match="into itself"):
        book.merge("flange", hair.id, hair.id, "Ada")
    with pytest.raises(CatalogTrouble, match="not in the catalog of flange") as told:
        book.merge("flange", hair.id, "nowhere", "Ada")
    assert "nowhere" not in told.value.what
    book.merge("flange", hair.id, crack.id, "Ada")
    with pytest.raises(CatalogTrouble, match="merged into crack"):
        book.merge("flange", crack.id, hair.id, "Ada")  # no circle
    with pytest.raises(CatalogTrouble, match="merged into crack"):
        book.change(hair, "Ada")


@pytest.mark.parametrize("wrong", [{"colour": "red"}, {"colour": "#12345"}, {"key": 0}, {"key": 10}])
def test_a_colour_and_a_key_are_what_they_say(wrong: dict[str, str | int]) -> None:
    with pytest.raises(CatalogTrouble):
        DefectClass(**({"id": "a", "product": "flange", "name": "crack", "colour": "#000000"} | wrong))
