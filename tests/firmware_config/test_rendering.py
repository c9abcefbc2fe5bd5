import re
from pathlib import Path, PurePosixPath

import pytest
from boot_linter import faults_of_cmdline, faults_of_config
from boxes import ALONE, DEVICES, every_kind, settings
from checkers import NFT, USBGUARD, Debian
from jinja2 import UndefinedError

from firmware_config.boot_files import with_block, with_changes
from firmware_config.box import Box, BoxFault
from firmware_config.rendering import DATA_PLACES, RenderedFile, _templates, mount_unit, render
from firmware_config.units import units

STOCK_CONFIG = """\
# For more options and information see
# http://rptl.io/configtxt
dtparam=audio=on
camera_auto_detect=1
display_auto_detect=1
auto_initramfs=1
dtoverlay=vc4-kms-v3d
max_framebuffers=2
disable_fw_kms_setup=1
arm_64bit=1
disable_overscan=1
arm_boost=1

[cm4]
otg_mode=1

[cm5]
dtoverlay=dwc2,dr_mode=host

[all]
"""
STOCK_LINE = "console=serial0,115200 console=tty1 root=PARTUUID=0a-02 rootfstype=ext4 fsck.repair=yes rootwait resize\n"
BOXES = every_kind()
NO_BROKER = PurePosixPath("etc/systemd/system/mosquitto.service.d/30-no-hub.conf")
SECURITY = Path(__file__).parents[2] / "docs/security.md"
HERE = Debian()
LATER = "runs in scripts/test-device, on Debian 12 and 13, where this computer has it not"

every_box = pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)


def text(box: Box, path: str) -> str:
    return render(box)[PurePosixPath(path)].text


def paths(box: Box) -> set[str]:
    return {str(path) for path in render(box)}


@every_box
def test_what_the_pi_starts_by_is_understood(box: Box) -> None:
    config = with_block(STOCK_CONFIG, text(box, "boot/firmware/config.txt"))
    assert faults_of_config(config) == []
    assert faults_of_cmdline(with_changes(STOCK_LINE, text(box, "boot/firmware/cmdline.txt"))) == []


@pytest.mark.parametrize(
    ("file", "is_wrong"),
    [
        ("disable_splash=yes", True),
        ("dtoverlay=no-such-thing", True),
        ("[pi6]", True),
        ("dtparam=watchdog", True),
        (f"# {'x' * 97}", True),
        ("just words", True),
        ("[pi5]\ndtparam=uart0=on", False),
    ],
)
def test_the_linter_of_what_the_pi_starts_by_sees_faults(file: str, *, is_wrong: bool) -> None:
    assert bool(faults_of_config(file)) is is_wrong


@pytest.mark.parametrize("line", ["quiet", "quiet\nquiet\n", "\n", "qiet\n", "video=HDMI-A-1:1920x1080\n"])
def test_the_linter_of_the_kernels_line_sees_faults(line: str) -> None:
    assert faults_of_cmdline(line)


@every_box
def test_the_broker_starts_by_it_without_a_word_of_warning(box: Box) -> None:
    files = render(box)
    if box.has_hub:
        assert HERE.broker_faults(files) == ""
    else:
        assert [path for path in files if "mosquitto" in str(path)] == [NO_BROKER]


def test_a_fault_in_the_brokers_file_is_seen() -> None:
    files = render(BOXES["all in one"])
    path = PurePosixPath("etc/mosquitto/conf.d/beurt.conf")
    files[path] = RenderedFile(f"{files[path].text}\nno_such_setting true\n")
    assert "no_such_setting" in HERE.broker_faults(files)


@every_box
@pytest.mark.skipif(not HERE.has(NFT), reason=f"nft: {LATER}")
def test_the_firewall_is_understood(box: Box) -> None:
    assert HERE.firewall_faults(render(box)) == ""


@every_box
@pytest.mark.skipif(not HERE.can_verify_rules(), reason=f"udevadm verify: {LATER}")
def test_the_rules_for_devices_are_understood(box: Box) -> None:
    assert HERE.rule_faults(render(box)) == ""


@pytest.mark.skipif(not HERE.has(USBGUARD), reason=f"usbguard-rule-parser: {LATER}")
def test_the_rules_of_usbguard_are_understood() -> None:
    assert HERE.usb_faults(render(BOXES["all in one, and guarded"])) == ""


def test_a_device_gets_in_only_where_it_is_nothing_besides() -> None:
    rules = text(BOXES["all in one, and guarded"], "etc/usbguard/rules.d/90-beurt.conf").splitlines()
    allowed = [rule for rule in rules if rule.startswith("allow with-interface")]
    # With "all-of" a printer that is a keyboard too would get in: that asks only for what must be among its interfaces.
    assert [rule for rule in allowed if "match-all" not in rule] == []
    assert not [rule for rule in allowed if "03:01:01" in rule or "08:" in rule]
    assert rules[-1] == "reject"


@pytest.mark.skipif(not HERE.has("systemd-sysusers"), reason=f"systemd-sysusers: {LATER}")
@pytest.mark.parametrize("box", [BOXES["all in one"], BOXES["only a display"]])
def test_the_users_are_made_by_systemd(box: Box) -> None:
    assert HERE.user_faults(render(box)) == ""


@every_box
def test_each_file_tells_why(box: Box) -> None:
    brought = {path for path, _ in units(box)}
    files = [(str(path), file.text) for path, file in render(box).items() if path not in brought]
    assert [path for path, text in files if "#" not in text and "<!--" not in text] == []


def test_two_screens_share_a_compositor_that_knows_whose_is_whose() -> None:
    both, alone = render(BOXES["all in one"]), render(BOXES["only a display"])
    shared = {"etc/beurt-screens/rc.xml", "etc/systemd/system/beurt-screens.service"}
    assert shared <= {str(path) for path in both}
    assert not shared & {str(path) for path in alone}
    rules = both[PurePosixPath("etc/beurt-screens/rc.xml")].text
    places = re.findall(r'identifier="([^"]+)"[^>]*>\s*<action name="MoveToOutput" output="([^"]+)"', rules)
    assert places == [("beurt-kiosk", "HDMI-A-1"), ("beurt-display", "HDMI-A-2")]
    for program in ("kiosk", "display"):
        path = PurePosixPath(f"etc/systemd/system/beurt-{program}.service.d/30-two-screens.conf")
        assert f"SDL_APP_ID=beurt-{program}" in both[path].text
        assert path not in alone


@pytest.mark.parametrize(
    ("devices", "unit", "turned"),
    [
        (("kiosk-1",), "beurt-kiosk", ["HDMI-A-1"]),
        (DEVICES, "beurt-screens", ["HDMI-A-1"]),
    ],
)
def test_the_picture_turns_with_the_screen_that_stands_upright(
    devices: tuple[str, ...], unit: str, turned: list[str]
) -> None:
    path = f"etc/systemd/system/{unit}.service.d/40-upright.conf"
    upright = render(Box(settings(kiosk_pixels=(1080, 1920)), devices))
    assert re.findall(r"--output (\S+) --transform 270;", upright[PurePosixPath(path)].text) == turned
    assert PurePosixPath(path) not in render(Box(settings(), devices))


def test_a_port_is_open_only_where_somebody_answers() -> None:
    assert "dport 8883" in text(BOXES["all in one"], "etc/nftables.conf")
    assert "dport 8443" in text(BOXES["all in one"], "etc/nftables.conf")
    for name in ("nothing outside", "only a display"):
        firewall = text(BOXES[name], "etc/nftables.conf")
        assert [line for line in firewall.splitlines() if "tcp dport" in line and "22" not in line] == []


def test_the_page_on_security_tells_every_port_that_is_open() -> None:
    table = SECURITY.read_text().split("## Ports")[1].split("\n### ")[0]
    for name in ("all in one", "pop-up"):
        ports = re.findall(r"dport ({[^}]+}|\d+)", text(BOXES[name], "etc/nftables.conf"))
        opened = {port for each in ports for port in re.findall(r"\d+", each)}
        assert {"22", "8443"} <= opened
        assert opened <= set(re.findall(r"\b\d+\b", table))


@every_box
def test_the_firewall_drops_what_it_does_not_know(box: Box) -> None:
    assert text(box, "etc/nftables.conf").count("policy drop;") == 2


def test_a_pop_up_hands_out_addresses_and_asks_nobody_the_time() -> None:
    box = BOXES["pop-up"]
    assert 'iifname "wlan*" udp dport { 53, 67 } accept' in text(box, "etc/nftables.conf")
    assert "NTP=\nFallbackNTP=\n" in text(box, "etc/systemd/timesyncd.conf.d/beurt.conf")


def test_the_branchs_own_time_server_is_asked() -> None:
    assert "NTP=192.0.2.123\n" in text(BOXES["only the hub"], "etc/systemd/timesyncd.conf.d/beurt.conf")
    assert "etc/systemd/timesyncd.conf.d/beurt.conf" not in paths(BOXES["all in one"])


def test_a_printer_on_the_pins_gets_the_serial_line_to_itself() -> None:
    pins = BOXES["all in one, and guarded"]
    assert "enable_uart=1" in text(pins, "boot/firmware/config.txt")
    line = with_changes(STOCK_LINE, text(pins, "boot/firmware/cmdline.txt"))
    assert "serial0" not in line
    assert "console=tty1" in line
    usb = BOXES["all in one"]
    assert "enable_uart" not in text(usb, "boot/firmware/config.txt")
    assert "serial0" in with_changes(STOCK_LINE, text(usb, "boot/firmware/cmdline.txt"))


def test_a_printer_has_one_name_and_only_where_there_is_one() -> None:
    rules = "etc/udev/rules.d/70-beurt-printer.rules"
    assert 'KERNEL=="lp[0-9]*"' in text(BOXES["all in one"], rules)
    assert "ttyUSB" in text(BOXES["only a kiosk, upright"], rules)
    assert rules not in paths(BOXES["nothing outside"])
    assert rules not in paths(BOXES["only a display"])


def test_only_a_kiosk_with_a_lamp_has_the_pins() -> None:
    rules = "etc/udev/rules.d/72-beurt-lamp.rules"
    assert 'GROUP:="beurt-kiosk"' in text(BOXES["with a lamp"], rules)
    assert rules not in paths(BOXES["all in one"])


def test_the_pins_are_no_printer_where_it_is_behind_an_adapter() -> None:
    rules = "etc/udev/rules.d/70-beurt-printer.rules"
    assert "ttyAMA0" in text(BOXES["with a lamp"], rules)
    assert "ttyAMA0" not in text(BOXES["only a kiosk, upright"], rules)


def test_touches_turn_with_an_upright_screen() -> None:
    rules = "etc/udev/rules.d/71-beurt-screen.rules"
    assert "LIBINPUT_CALIBRATION_MATRIX" in text(BOXES["only a kiosk, upright"], rules)
    assert "LIBINPUT_CALIBRATION_MATRIX" not in text(BOXES["all in one"], rules)


def test_only_the_box_with_the_hub_has_a_broker_and_its_secrets() -> None:
    assert "etc/mosquitto/conf.d/beurt.conf" in paths(BOXES["only the hub"])
    assert "etc/mosquitto/conf.d/beurt.conf" not in paths(BOXES["only a display"])
    owners = text(BOXES["only a display"], "etc/tmpfiles.d/beurt.conf")
    assert "/etc/beurt/secrets/display-1 0640 root beurt-display" in owners
    assert "broker.key" not in owners
    assert "hub-1" not in owners


def test_debians_own_broker_does_not_start_where_there_is_no_hub() -> None:
    assert "ConditionPathExists=/etc/mosquitto/conf.d/beurt.conf" in render(BOXES["only a display"])[NO_BROKER].text
    assert NO_BROKER not in render(BOXES["all in one"])


def test_what_is_for_one_program_is_shut_for_the_others() -> None:
    files = render(BOXES["all in one"])
    acl = files[PurePosixPath("etc/mosquitto/beurt.acl")]
    assert (acl.mode, acl.owner, acl.group) == (0o600, "mosquitto", "mosquitto")
    owners = files[PurePosixPath("etc/tmpfiles.d/beurt.conf")].text
    assert "z /etc/beurt/console.key 0640 root beurt-console\n" in owners
    assert "z /etc/beurt/secrets/service.argon2 0640 root beurt-kiosk\n" in owners
    assert "z /etc/beurt/secrets/hub-1 0640 root beurt-hub\n" in owners
    assert "z /etc/beurt/secrets/monitor 0640 root beurt-health\n" in owners


def test_home_assistant_is_told_only_where_it_has_an_account() -> None:
    assert "homeassistant" not in text(BOXES["all in one"], "etc/mosquitto/beurt.acl")
    rights = text(BOXES["with Home Assistant"], "etc/mosquitto/beurt.acl").split("user ")
    assert [part.split()[0] for part in rights if "topic write homeassistant/#" in part] == ["home-assistant"]
    assert [part.split()[0] for part in rights if "topic read homeassistant/#" in part] == ["monitor"]


def test_a_read_only_system_keeps_all_that_a_program_keeps() -> None:
    box = BOXES["all in one, and guarded"]
    kept = {
        f"/var/lib/{name}"
        for _, unit in units(box)
        for name in re.findall(r"^StateDirectory=(\S+)", unit, re.MULTILINE)
    }
    assert kept
    assert kept <= set(DATA_PLACES)
    line = with_changes(STOCK_LINE, text(box, "boot/firmware/cmdline.txt"))
    assert "overlayroot=tmpfs:recurse=0" in line.split()
    assert "overlayroot" not in with_changes(line, text(BOXES["all in one"], "boot/firmware/cmdline.txt"))


def test_a_program_with_data_waits_for_its_partition() -> None:
    for unit in ("beurt-hub", "beurt-kiosk", "mosquitto"):
        path = f"etc/systemd/system/{unit}.service.d/20-data.conf"
        assert "Requires=beurt-data.service" in text(BOXES["all in one, and guarded"], path)
        assert "Requires" not in text(BOXES["all in one"], path)


def test_each_place_with_data_is_mounted_from_the_partition_before_anything_uses_it() -> None:
    assert mount_unit("/var/lib/beurt-kiosk") == r"var-lib-beurt\x2dkiosk.mount"
    wanted = text(BOXES["all in one, and guarded"], "etc/systemd/system/local-fs.target.d/10-beurt.conf")
    for place in DATA_PLACES:
        unit = text(BOXES["all in one, and guarded"], f"etc/systemd/system/{mount_unit(place)}")
        assert f"What=/data{place}\nWhere={place}\n" in unit
        assert mount_unit(place) in wanted.split()


def test_no_password_stands_in_any_file() -> None:
    assert [path for path, file in render(BOXES["all in one"]).items() if "geheim" in file.text.lower()] == []


def test_a_hub_without_accounts_is_not_made() -> None:
    with pytest.raises(BoxFault, match=r"broker\.accounts\.hub-1 is missing"):
        render(Box(settings(broker=ALONE, accounts=()), DEVICES))
    assert render(Box(settings(broker=ALONE, accounts=()), ("display-1",)))


def test_a_template_that_asks_for_what_is_not_there_is_no_file() -> None:
    with pytest.raises(UndefinedError):
        _templates().from_string("{{ box.settings.no_such_thing }}").render(box=BOXES["all in one"])
