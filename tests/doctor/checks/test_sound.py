from box_tree import BRANCH, BoxTree

from doctor.checks.sound import cards, judge_voices, look

CARDS = """\
 0 [vc4hdmi0       ]: vc4-hdmi - vc4-hdmi-0
                      vc4-hdmi-0
 1 [Device         ]: USB-Audio - USB Audio Device
                      C-Media Electronics Inc. USB Audio Device at usb-1.2, full speed
"""
SILENT = BRANCH.replace('device = "kiosk-1"', 'device = "kiosk-1"\nspeech = false')


def test_the_sound_cards_are_read_by_name(tree: BoxTree) -> None:
    tree.write("/proc/asound/cards", CARDS)
    assert cards(tree.machine) == ["vc4-hdmi - vc4-hdmi-0", "USB-Audio - USB Audio Device"]


def test_a_kernel_without_sound_cards_has_none(tree: BoxTree) -> None:
    tree.write("/proc/asound/cards", "--- no soundcards ---\n")
    assert cards(tree.machine) == []


def test_a_kiosk_that_should_speak_and_has_no_sound_card_is_a_warning(tree: BoxTree) -> None:
    found = {finding.subject: finding.level for finding in look(tree.box("kiosk-1"))}
    assert found["cards"] == "warning"
    assert "voices" in found


def test_a_box_that_is_to_be_silent_needs_none(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box("kiosk-1", branch=SILENT))] == ["not-here"]
    assert [finding.level for finding in look(tree.box("hub-1"))] == ["not-here"]


def test_the_branchs_own_language_must_have_a_voice_and_others_need_not() -> None:
    assert judge_voices(("nl", "ti"), frozenset({"nl"})).level == "good"
    assert "only in writing: ti" in judge_voices(("nl", "ti"), frozenset({"nl"})).what
    assert judge_voices(("nl", "en"), frozenset({"en"})).level == "warning"
