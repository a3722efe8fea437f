from toolkit.views.store import Store
from toolkit.views.words import RESTORED_OLDER


def test_a_kept_value_can_be_read_back_and_removed():
    store = Store("lesson")
    store.set("q1", "yes")
    assert store.values == {"q1": "yes"}
    store.set("q1", None)
    assert store.values == {}


def test_what_the_browser_kept_for_this_version_is_taken_over_without_a_word():
    store = Store("lesson", version=2)
    assert store.restore({"version": 2, "values": {"q1": "yes"}}) == ""
    assert store.values == {"q1": "yes"}


def test_nothing_kept_changes_nothing():
    store = Store("lesson")
    store.set("q1", "yes")
    assert store.restore(None) == ""
    assert store.values == {"q1": "yes"}


def test_values_of_an_older_version_are_explained_when_nobody_can_carry_them_over():
    store = Store("lesson", version=2)
    assert store.restore({"version": 1, "values": {"q1": "yes"}}) == RESTORED_OLDER
    assert store.values == {}


def test_values_of_an_older_version_are_carried_over_by_the_migration():
    store = Store("lesson", 2, lambda version, values: ({"q2": values["q1"]}, f"from {version}"))
    assert store.restore({"version": 1, "values": {"q1": "yes"}}) == "from 1"
    assert store.values == {"q2": "yes"}


def test_values_of_a_newer_version_are_never_put_through_a_migration():
    store = Store("lesson", 2, lambda version, values: (values, ""))
    assert store.restore({"version": 3, "values": {"q1": "yes"}}) == RESTORED_OLDER
    assert store.values == {}


def test_a_loss_is_explained_once_however_many_pages_ask():
    store = Store("lesson", version=2)
    saved = {"version": 1, "values": {"q1": "yes"}}
    assert [bool(store.restore(saved)) for _ in range(3)] == [True, False, False]


def test_forgetting_empties_the_store_and_tells_every_page():
    store, told = Store("lesson"), []
    store.join(lambda: None, told.append)
    store.set("q1", "yes")
    store.forget()
    assert (store.values, told) == ({}, [False])
