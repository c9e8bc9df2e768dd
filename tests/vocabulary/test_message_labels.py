"""Labels of key messages: lines that are nothing but one."""

import pytest

from ciextract.vocabulary.messages import message_label


@pytest.mark.parametrize(
    "line",
    ["Key messages", "Key message", "Key messages 4", "Key message four", "Key message 4 is the longest", "See key message 4",
     "Message", "Messages 2", "4", "Statement 4", "Key message 123", "Key message 4.1", "", "Key message four."],
)  # fmt: skip
def test_a_line_is_no_label(line):
    assert message_label(line) is None


@pytest.mark.parametrize(
    ("line", "number"),
    [("Key message 4", 4), ("KEY MESSAGE 12", 12), ("Key message 4:", 4), ("Key message 1 –", 1), ("  Message 3. ", 3)],
)
def test_a_line_is_a_label_with_its_number(line, number):
    assert message_label(line) == number
