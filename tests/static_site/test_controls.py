from toolkit.static_site.controls import read_dials

SLIDER = """<button data-step="-5" data-for="share">-</button>
<input name="share" type="number" value="25">
<button data-step="5" data-for="share">+</button>
<input type="range" name="share" min="0" max="12" value="5" step="1">"""
RADIOS = """<div class="toolkit-question">
<input type="radio" name="{0}" value="a"><input type="radio" name="{0}" value="b">
<button data-action="check" data-value="{0}">Check</button></div>"""


def test_a_slider_moves_by_its_buttons_step_and_reaches_its_end():
    [dial] = read_dials(SLIDER)
    assert dial.positions == ("0", "5", "10", "12")
    assert (dial.name, dial.start, dial.slides, dial.all) == ("share", 1, True, 13)


def test_radio_buttons_begin_with_none_chosen():
    [dial] = read_dials('<input type="radio" name="r" value="x">')
    assert (dial.positions, dial.start, dial.press) == ((None, "x"), 0, ())


def test_each_question_of_a_quiz_waits_for_its_own_button():
    dials = read_dials(RADIOS.format("q1") + RADIOS.format("q2"))
    assert [dial.press for dial in dials] == [("check", "q1"), ("check", "q2")]


def test_boxes_are_ticked_in_every_way():
    [dial] = read_dials(
        '<div><input type="checkbox" name="fixes" value="a">'
        '<input type="checkbox" name="fixes" value="b">'
        '<button data-action="try-fixes">Try</button></div>'
    )
    assert dial.positions == ([], ["a"], ["b"], ["a", "b"])
    assert dial.press == ("try-fixes", "")


def test_a_list_begins_where_it_stands():
    [dial] = read_dials(
        '<select name="who"><option value="a">A</option>'
        '<option value="b" selected>B</option></select>'
    )
    assert (dial.positions, dial.start) == (("a", "b"), 1)


def test_a_text_is_worked_out_for_what_stands_in_it_and_for_our_examples():
    [dial] = read_dials(
        '<input name="text" value="hello"><button data-action="use-example" '
        'data-value="text=0">bins &amp; tax</button>'
    )
    assert dial.positions == ("hello", "bins & tax")


def test_a_place_to_write_has_no_results():
    written = '<input type="radio" name="r" value="x"><button data-action="add-to-notes">Add'
    assert read_dials(written) == ()
