import pytest

from wire.topics import Topics

TOPICS = Topics("hengelo")


def test_every_topic_begins_with_the_branch() -> None:
    assert TOPICS.command("call-next") == "beurt/v1/hengelo/command/call-next"
    assert TOPICS.reply("kiosk-1") == "beurt/v1/hengelo/reply/kiosk-1"
    assert TOPICS.state("board") == "beurt/v1/hengelo/state/board"
    assert TOPICS.status("hub-1") == "beurt/v1/hengelo/device/hub-1/status"
    assert TOPICS.job("kiosk-1") == "beurt/v1/hengelo/device/kiosk-1/job"
    assert TOPICS.event == "beurt/v1/hengelo/event"


def test_filters_take_one_branch_only() -> None:
    assert TOPICS.commands == "beurt/v1/hengelo/command/#"
    assert TOPICS.states == "beurt/v1/hengelo/state/#"
    assert TOPICS.statuses == "beurt/v1/hengelo/device/+/status"


@pytest.mark.parametrize("branch", ["", "Hengelo", "a/b", "+", "#", "a\n"])
def test_a_branch_that_is_no_name_makes_no_topics(branch: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        Topics(branch)


def test_a_device_that_is_no_name_makes_no_topic() -> None:
    with pytest.raises(ValueError, match="no name"):
        TOPICS.status("kiosk/1")


def test_the_name_of_a_command_is_read_from_its_topic_known_or_not() -> None:
    assert TOPICS.command_name("beurt/v1/hengelo/command/call-next") == "call-next"
    assert TOPICS.command_name("beurt/v1/hengelo/command/a/b") == "a/b"
    assert TOPICS.command_name("beurt/v1/hengelo/command") is None
    assert TOPICS.command_name("beurt/v1/hengelo/command/") is None
    assert TOPICS.command_name("beurt/v1/enschede/command/call-next") is None


def test_only_the_reply_topic_of_one_client_takes_an_answer() -> None:
    assert TOPICS.is_reply("beurt/v1/hengelo/reply/kiosk-1")


@pytest.mark.parametrize(
    "topic",
    [
        "",
        "beurt/v1/hengelo/reply",
        "beurt/v1/hengelo/reply/",
        "beurt/v1/hengelo/reply/+",
        "beurt/v1/hengelo/reply/#",
        "beurt/v1/hengelo/reply/kiosk-1/x",
        "beurt/v1/hengelo/reply/Kiosk-1",
        "beurt/v1/hengelo/reply/kiosk-1\n",
        "beurt/v1/enschede/reply/kiosk-1",
        "beurt/v1/hengelo/state/board",
        "$SYS/reply/kiosk-1",
    ],
)
def test_no_other_topic_takes_an_answer(topic: str) -> None:
    assert not TOPICS.is_reply(topic)


def test_the_device_of_a_status_is_read_from_its_topic() -> None:
    assert TOPICS.status_device("beurt/v1/hengelo/device/kiosk-1/status") == "kiosk-1"
    assert TOPICS.status_device("beurt/v1/hengelo/device/kiosk-1/job") is None
    assert TOPICS.status_device("beurt/v1/hengelo/device/a/b/status") is None
    assert TOPICS.status_device("beurt/v1/hengelo/event") is None
