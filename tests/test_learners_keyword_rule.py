from toolkit.learners.keyword_rule import Verdict, apply_rule, parse_lines

RULE = (("bins", "bin waste"), ("tax", "bill"))


def test_the_topic_with_most_words_wins_and_the_words_are_named():
    assert apply_rule(RULE, "Bill for my bin: waste!") == Verdict("bins", ("bin", "waste"))


def test_of_two_topics_with_as_many_words_the_earlier_wins():
    assert apply_rule(RULE, "the bill for my bin").topic == "bins"


def test_without_one_of_its_words_the_rule_is_silent():
    assert apply_rule(RULE, "binned bills") == Verdict("", ())


def test_a_word_that_is_repeated_counts_once():
    assert apply_rule((("bins", "bin"), ("tax", "bill tax")), "bin bin bill tax").topic == "tax"


def test_lines_that_cannot_be_read_are_each_told_with_what_to_do():
    pairs, problems = parse_lines(["Bins: a", "bns: b", "tax:", "hello"], ["bins", "tax"])
    assert pairs == (("bins", "a"),)
    assert problems == (
        "Line 2 was left out: “bns” is not a team: did you mean 'bins'.",
        "Line 3 was left out: write some words after “tax:”.",
        "Line 4 was left out: start it with a team and a colon, for example “bins:”.",
    )


def test_what_a_topic_is_called_can_be_said():
    _, (problem,) = parse_lines(["zzz: b"], ["library"], noun="page")
    assert "“zzz” is not a page: use one of: library." in problem
