import pytest

from toolkit.dataset import load_dataset, read_dataset
from toolkit.errors import ContentError

PACKAGE = """
name: homes
title: Made-up homes
description: Homes nobody lives in.
kind: synthetic
version: 1.0.0
licenses: [{name: CC0-1.0, title: Public domain}]
sources: [{title: Made up for a test}]
resources:
  - name: homes
    path: homes.csv
    schema:
      fields:
        - {name: id, type: string, description: A name., constraints: {required: true}}
        - {name: age, type: integer, description: In years.}
"""


@pytest.fixture
def folder(tmp_path):
    homes = tmp_path / "data" / "homes"
    homes.mkdir(parents=True)
    (homes / "datapackage.yaml").write_text(PACKAGE, encoding="utf-8")
    (homes / "homes.csv").write_text("id,age\na,40\nb,\n", encoding="utf-8")
    return homes


def change(folder, old, new):
    path = folder / "datapackage.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")


def test_a_data_set_says_what_it_is_beside_its_rows(folder):
    homes = read_dataset(folder)
    assert (homes.title, homes.kind, homes.licence) == ("Made-up homes", "synthetic", "CC0-1.0")
    assert homes.sources == ("Made up for a test",)
    assert homes["homes"].rows == ({"id": "a", "age": 40}, {"id": "b", "age": None})
    assert [column.description for column in homes["homes"].columns] == ["A name.", "In years."]


def test_an_undescribed_column_is_refused(folder):
    (folder / "homes.csv").write_text("id,age,rent\na,40,1\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"homes.csv has 1 problem:\n.*column 'rent': is not"):
        read_dataset(folder)


@pytest.mark.parametrize("line", ["kind: synthetic\n", "licenses:", "sources:", "title:"])
def test_a_data_set_has_to_say_what_it_is_and_where_it_comes_from(folder, line):
    change(folder, line, "")
    with pytest.raises(ContentError):
        read_dataset(folder)


def test_a_data_set_is_real_synthetic_or_derived(folder):
    change(folder, "kind: synthetic", "kind: invented")
    with pytest.raises(ContentError, match=r"kind: .*write real \(collected\), synthetic"):
        read_dataset(folder)


def test_the_name_is_that_of_the_folder(folder):
    change(folder, "name: homes\ntitle", "name: houses\ntitle")
    with pytest.raises(ContentError, match="name: is 'houses'; write the folder's: homes"):
        read_dataset(folder)


def test_a_csv_file_outside_the_folder_cannot_be_named(folder):
    change(folder, "homes.csv", "../homes.csv")
    with pytest.raises(ContentError, match="name a CSV file in the same folder"):
        read_dataset(folder)


def test_an_unknown_data_set_is_told_with_the_nearest_one(folder):
    with pytest.raises(LookupError, match="There is no data set 'home'; did you mean 'homes'"):
        load_dataset("home", folder.parents[1])


def test_an_unknown_table_is_told_with_the_nearest_one(folder):
    with pytest.raises(LookupError, match="'homes' has no table 'home'; did you mean 'homes'"):
        read_dataset(folder)["home"]


def test_rows_become_a_data_frame_in_one_line(folder):
    import pandas as pd

    frame = pd.DataFrame(read_dataset(folder)["homes"].rows)
    assert list(frame.columns) == ["id", "age"]
    assert frame["age"].sum() == 40
