import pytest
from box_tree import BoxTree

from doctor.telling.monitoring import Faulty, Monitoring, read


def of(tree: BoxTree, text: str) -> Monitoring:
    tree.write("/etc/beurt/monitoring.toml", text)
    return read(tree.machine)


def test_without_the_file_nobody_is_told(tree: BoxTree) -> None:
    assert read(tree.machine) == Monitoring()


def test_each_of_the_three_is_asked_for_by_its_own_table(tree: BoxTree) -> None:
    asked = of(
        tree,
        '[ntfy]\nurl = "https://ntfy.example.org/beurt"\ntoken_file = "/etc/beurt/secrets/ntfy"\n'
        '[uptime_kuma]\nurl = "https://kuma.example.org/api/push/abc"\n[home_assistant]\n',
    )
    assert asked.ntfy is not None
    assert asked.ntfy.token_file == "/etc/beurt/secrets/ntfy"
    assert asked.uptime_kuma is not None
    assert asked.home_assistant is not None
    assert asked.home_assistant.account == "home-assistant"


@pytest.mark.parametrize(
    "text",
    [
        "[ntfy",
        "[ntfy]\n",
        '[ntfy]\nurl = "file:///etc/passwd"\n',
        '[ntfy]\nurl = "https://"\n',
        '[ntfy]\nurl = "https:///path"\n',
        '[uptime_kuma]\nurl = "https://a b"\n',
        '[ntfy]\nurl = "https://x"\ntopic = "y"\n',
        '[home_assistant]\nprefix = "a/#"\n',
        "[other]\n",
        "a = " + "[" * 3000,
    ],
)
def test_a_file_that_is_wrong_is_told_by_name(tree: BoxTree, text: str) -> None:
    with pytest.raises(Faulty, match=r"monitoring\.toml"):
        of(tree, text)
