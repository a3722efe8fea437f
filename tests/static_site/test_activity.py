import json

from toolkit.static_site.activity import as_script, make_activity


def screen(html, figures=None, said=""):
    return {"html": html, "figures": figures or {}, "said": said}


def dial(**changed):
    usual = {
        "name": "s",
        "positions": ["0", "1"],
        "start": 0,
        "press": [],
        "slides": True,
        "all": 2,
    }
    return usual | changed


def rehearsed(**changed):
    chart = {"data": [1], "layout": {}}
    usual = {
        "dials": [dial()],
        "start": "0",
        "screens": {
            "0": screen('<p>same</p>\n<a href="/x">one</a>', {"c": chart}),
            "1": screen('<p>same</p>\n<a href="/x">two</a>', {"c": chart}, "Two."),
        },
        "jumps": {},
        "folded": "",
    }
    return usual | changed


def to_y(link):
    return "/y"


def test_what_screens_share_is_written_once():
    data = make_activity(rehearsed(), to_y).data
    assert data["lines"] == ["<p>same</p>", '<a href="/y">one</a>', '<a href="/y">two</a>']
    assert data["screens"] == {"0": [[0, 1], {"c": 0}, ""], "1": [[0, 2], {"c": 0}, "Two."]}
    assert len(data["charts"]) == 1


def test_the_opening_screen_keeps_its_addresses_for_its_page_to_change():
    assert 'href="/x"' in make_activity(rehearsed(), to_y).html


def test_values_between_those_worked_out_lead_to_the_nearest():
    assert make_activity(rehearsed(dials=[dial(all=9)]), to_y).nearest
    assert not make_activity(rehearsed(), to_y).nearest


def test_where_not_every_combination_was_worked_out_one_control_moves_at_a_time():
    both = [dial(), dial(name="t")]
    screens = {key: screen("") for key in ("0,0", "0,1", "1,0")}
    found = make_activity(rehearsed(dials=both, screens=screens, start="0,0"), to_y)
    assert found.alone
    assert found.results == 3


def test_what_is_folded_is_a_screen_of_its_own_whose_button_opens_it():
    folded = '<button data-action="skip-prediction">Go on</button>'
    data = make_activity(rehearsed(folded=folded), to_y).data
    [line] = data["screens"]["folded"][0]
    assert data["lines"][line] == folded


def test_an_activity_says_where_the_live_one_offers_other_samples():
    button = '<button data-action="another-sample">Another</button>'
    screens = {"0": screen(f"<p>a</p>{button}"), "1": screen("")}
    found = make_activity(rehearsed(screens=screens), to_y)
    assert found.live_only
    assert "another-sample" not in found.html


def test_paper_has_only_the_chart_it_opens_with():
    opening = make_activity(rehearsed(), to_y).opening().data
    assert opening["screens"] == {"0": [[], {"c": 0}, ""]}
    assert (opening["lines"], opening["dials"]) == ([], [])


def test_a_script_holds_the_results_by_the_number_of_their_place():
    script = as_script({"2": make_activity(rehearsed(), to_y)})
    assert script.startswith("globalThis.toolkitActivities = {")
    held = json.loads(script.removeprefix("globalThis.toolkitActivities = ").rstrip(";\n"))
    assert list(held) == ["2"]
