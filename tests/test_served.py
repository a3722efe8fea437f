import pytest
from bs4 import BeautifulSoup

from toolkit.views.served import kept, served_from, where_answers_go


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.8.0.1", "[::1]"])
def test_a_page_from_this_device_is_known_by_its_address(host):
    assert served_from(host, "linux") == "here"


@pytest.mark.parametrize(
    "host", ["", "tools.council.example", "localhost.example", "10.0.0.5", "192.168.1.2", "[::2]"]
)
def test_any_other_address_is_elsewhere_also_where_none_is_known(host):
    assert served_from(host, "linux") == "elsewhere"


def test_python_in_the_browser_is_in_the_browser_wherever_the_page_came_from():
    assert served_from("localhost", "emscripten") == "in the browser"
    assert served_from("pages.example", "emscripten") == "in the browser"


def test_only_a_page_from_this_device_says_that_answers_stay_on_it():
    assert "stay on it" in where_answers_go("here")
    assert "pass through the server" in where_answers_go("elsewhere")
    assert "never leave it" in where_answers_go("in the browser")
    assert "server" not in where_answers_go("here") + where_answers_go("in the browser")


@pytest.mark.parametrize("served", ["here", "elsewhere", "in the browser"])
def test_what_is_said_of_keeping_can_be_hidden_and_the_rest_stays(served):
    said = BeautifulSoup(where_answers_go(served), "html.parser")
    for sentence in said.select(".toolkit-kept"):
        sentence.decompose()
    left = said.get_text()
    assert "kept" not in left
    assert "until you delete" not in left
    assert "A file you download is yours to look after." in left


def test_a_sentence_on_keeping_is_escaped():
    assert kept("<b>") == '<span class="toolkit-kept">&lt;b&gt;</span>'
