from sourced import suggestions

NAMES = ["harbour-strike.txt", "harbour.txt", "lindqvist-we-will-walk", "412-of-430-crew-members"]


def test_a_slip_of_the_finger_comes_before_a_part_that_fits() -> None:
    assert suggestions.nearest("harbur.txt", NAMES)[0] == "harbour.txt"
    assert suggestions.nearest("we-will-walk", NAMES) == ("lindqvist-we-will-walk",)


def test_of_a_name_that_must_be_whole_a_part_is_not_meant() -> None:
    assert suggestions.misspelt("harbour-stirke.txt", NAMES) == ("harbour-strike.txt",)
    assert suggestions.misspelt("crew-members", NAMES) == ()


def test_what_is_like_nothing_gets_other_advice() -> None:
    assert suggestions.meant(suggestions.nearest("zebra", NAMES), "take it out") == "take it out"
    assert suggestions.meant(["a", "b"], "take it out") == 'did you mean "a" or "b"?'
