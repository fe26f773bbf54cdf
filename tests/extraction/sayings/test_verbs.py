import re
from importlib import resources

import pytest

from sourced.extraction.sayings import verbs

HEAD = [
    line
    for line in resources.files("sourced.extraction.sayings")
    .joinpath("cues.tsv")
    .read_text("utf-8")
    .splitlines()
    if line.startswith("#")
]


@pytest.mark.parametrize(
    "form",
    [
        "says",
        "replies",
        "wrote",
        "written",
        "admitted",
        "admitting",
        "putting",
        "agreeing",
        "telling",
        "read",
        "tutting",
    ],
)
def test_all_forms_of_a_verb_come_from_its_line(form: str) -> None:
    assert form in verbs.table()


def test_the_head_of_the_table_explains_every_frame_that_a_verb_has() -> None:
    entries = [entry[1] for line in HEAD if (entry := re.match(r"#   (\S+(?: \S+)*)  ", line))]
    explained = {frame for entry in entries for frame in entry.split()}
    used = {frame for found in verbs.table().values() for _, verb in found for frame in verb.frames}
    assert used <= explained
