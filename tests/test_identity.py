"""Who runs this copy: read, checked for contrast, refused in plain words."""

from pathlib import Path

import pytest

from toolkit.errors import ContentError
from toolkit.identity import Colours, Contact, Identity, load_identity, read_identity

NEEDED = "name: Fenmoor AI\nrepository: fenmoor/toolkit\n"


def read(folder: Path, more: str = "") -> Identity:
    path = folder / "identity.yaml"
    path.write_text(NEEDED + more, "utf-8")
    return read_identity(path)


def problems(folder: Path, more: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read(folder, more)
    return [str(problem) for problem in caught.value.problems]


def test_a_name_and_a_repository_are_enough(tmp_path: Path) -> None:
    assert read(tmp_path) == Identity(name="Fenmoor AI", repository="fenmoor/toolkit")


def test_everything_that_can_be_set_is_read(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>", "utf-8")
    more = (
        "council: Fenmoor\nlogo: logo.svg\ncolours: {header: '#000000'}\n"
        "contact: {name: AI team, email: ai@fenmoor.gov.uk}\n"
        "corrections: {email: facts@fenmoor.gov.uk}\nprivacy: [One., Two.]\n"
    )
    assert read(tmp_path, more) == Identity(
        name="Fenmoor AI",
        council="Fenmoor",
        logo="logo.svg",
        colours=Colours(header="#000000"),
        contact=Contact("AI team", "ai@fenmoor.gov.uk"),
        corrections=Contact(email="facts@fenmoor.gov.uk"),
        privacy=("One.", "Two."),
        repository="fenmoor/toolkit",
    )


def test_a_line_left_empty_counts_as_not_set(tmp_path: Path) -> None:
    assert read(tmp_path, "council:\nlogo: ''\ncontact: {name: , email: }\n") == read(tmp_path)


def test_a_header_too_pale_for_white_text_is_refused_with_advice(tmp_path: Path) -> None:
    # On white it has 1.05 / 0.2345 = 4.478: just short, and not to be rounded up to 4.5.
    assert problems(tmp_path, "colours: {header: '#777777'}\n") == [
        "colours, header: #777777 has a contrast of 4.47 to 1 with the white text on it "
        "(#ffffff), but needs 4.5 to 1 or more; choose a darker colour"
    ]


def test_the_default_colours_pass(tmp_path: Path) -> None:
    assert read(tmp_path).colours == Colours()


@pytest.mark.parametrize("name", ["header", "link", "button"])
def test_each_colour_is_checked(tmp_path: Path, name: str) -> None:
    for problem in problems(tmp_path, f"colours: {{{name}: '#ffee00'}}\n"):
        assert problem.startswith(f"colours, {name}: #ffee00 has a contrast of 1.")


def test_a_link_must_be_read_on_the_pale_panels_too(tmp_path: Path) -> None:
    # #757575 is 4.61 to 1 on white but only 4.32 to 1 on the panels.
    (only,) = problems(tmp_path, "colours: {link: '#757575'}\n")
    assert "with the pale panels behind it (#f4f8fb)" in only


def test_a_colour_by_name_is_refused_with_the_way_to_write_it(tmp_path: Path) -> None:
    (only,) = problems(tmp_path, "colours: {header: navy}\n")
    assert only.startswith("colours, header: 'navy'")
    assert '"#16324f"' in only


def test_a_logo_that_is_not_there_is_named(tmp_path: Path) -> None:
    (only,) = problems(tmp_path, "logo: crest.svg\n")
    assert only.startswith("logo: there is no file 'crest.svg'")


@pytest.mark.parametrize("logo", ["../secret.svg", "/etc/logo.png", "logo.exe"])
def test_a_logo_lies_in_the_data_folder_and_is_a_picture(tmp_path: Path, logo: str) -> None:
    (only,) = problems(tmp_path, f"logo: {logo}\n")
    assert only.startswith("logo: ")


def test_a_line_with_a_wrong_name_is_pointed_out(tmp_path: Path) -> None:
    (only,) = problems(tmp_path, "councl: Fenmoor\n")
    assert "did you mean 'council'?" in only


def test_what_is_not_filled_in_yet_is_named() -> None:
    assert [problem.where for problem in Identity().unfinished] == [
        "contact, email",
        "corrections, email",
        "repository",
    ]


def test_nothing_is_named_once_all_is_filled_in() -> None:
    someone = Contact(name="Ada", email="ada@fenmoor.example")
    filled = Identity(contact=someone, corrections=someone, repository="fenmoor/toolkit")
    assert filled.unfinished == ()


def test_the_identity_that_is_shipped_can_be_read() -> None:
    assert load_identity().name == "Council AI Toolkit"


def test_whom_to_write_to_is_name_and_address_as_far_as_there_are_any():
    assert Contact("The team", "team@council.example").whom == "The team at team@council.example"
    assert Contact(email="team@council.example").whom == "team@council.example"
    assert Contact().whom == ""
