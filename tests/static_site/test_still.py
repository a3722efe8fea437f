from toolkit.static_site.still import still, unfolded, with_addresses, writes_here


def same(link):
    return link


def test_a_button_that_would_do_nothing_is_taken_out_with_its_empty_group():
    button = '<button data-action="numbers">CSV</button>'
    html = f'<div><div class="govuk-button-group">{button}</div>Hi</div>'
    assert still(html, same, (), ()) == "<div>Hi</div>"


def test_a_button_whose_result_was_worked_out_stays():
    html = '<button data-action="check">Check</button>'
    assert still(html, same, {"check"}, ()) == html


def test_what_only_the_live_toolkit_has_is_taken_out():
    assert still("<p>a</p><p data-live-only>b</p>", same, (), ()) == "<p>a</p>"


def test_text_that_a_result_is_worked_out_from_can_be_read_and_not_changed():
    assert " readonly" in still('<textarea name="rule">x</textarea>', same, (), ())
    assert "readonly" not in still('<textarea data-live="yes">x</textarea>', same, (), ())


def test_only_a_box_to_write_in_counts_as_one():
    assert writes_here("<textarea></textarea>")
    assert not writes_here('<textarea readonly=""></textarea><input name="a">')


def test_addresses_are_changed_wherever_they_stand():
    html = '<p><a href="/a">x</a> <img src="/b"></p>'
    changed = '<p><a href="to/a">x</a> <img src="to/b"></p>'
    assert still(html, lambda link: f"to{link}", (), ()) == changed


def test_a_whole_page_keeps_its_doctype_and_says_where_its_assets_are():
    head = '<head><meta name="toolkit-assets" content="/x/"></head>'
    page = f"<!DOCTYPE html><html>{head}<body></body></html>"
    changed = with_addresses(page, lambda link: f"assets/{link.rpartition('/')[2]}")
    assert changed.startswith("<!DOCTYPE html>\n<html>")
    assert 'content="assets/"' in changed


def test_on_paper_every_part_is_open():
    assert unfolded("<details><p>a</p></details>") == '<details open=""><p>a</p></details>'
