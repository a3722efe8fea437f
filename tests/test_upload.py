from toolkit.views.upload import chosen_files, files_input


def one(name, size, **more):
    return {"filename": name, "size": size, "limit": 1_000_000, **more}


def test_files_that_came_are_handed_on_and_the_others_named():
    files, told = chosen_files(
        {"files": [one("a.json", 2, text="{}"), one("b.json", 2_500_000), one("c.json", 900_000)]}
    )
    assert files == [("a.json", "{}")]
    assert told == [
        "b.json is too large: 2500 kB. A saved file has at most 1000 kB.",
        "c.json was left out, because these files are too large together. Load it by itself.",
    ]


def test_the_control_takes_several_files_within_limits():
    html = files_input("x", "people", label="Load <files>", hint="All.")
    assert " multiple" in html
    assert 'data-limit="1000000"' in html
    assert 'data-total="4000000"' in html
    assert "&lt;files&gt;" in html
