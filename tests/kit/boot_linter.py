"""A linter for the two files by which a Raspberry Pi starts: there is no tool for them outside the Pi."""

import re

LONGEST_LINE = 98
"""The firmware drops what stands behind it."""

FILTERS = {"all", "none", "pi3", "pi3+", "pi4", "pi400", "pi5", "pi500", "pi02", "cm4", "cm5", "tryboot"}
NUMBERS = {
    *("disable_splash", "kernel_watchdog_timeout", "enable_uart", "usb_max_current_enable", "arm_boost", "arm_64bit"),
    *("camera_auto_detect", "display_auto_detect", "auto_initramfs", "max_framebuffers", "disable_fw_kms_setup"),
    *("disable_overscan", "otg_mode"),
}
PARAMETERS = {"audio", "watchdog", "uart0", "rtc_bbat_vchg", "i2c_arm", "spi"}
OVERLAYS = {"vc4-kms-v3d", "disable-bt", "dwc2"}
WORDS = {
    *(
        "quiet",
        "loglevel",
        "logo.nologo",
        "vt.global_cursor_default",
        "consoleblank",
        "video",
        "overlayroot",
        "console",
    ),
    *("root", "rootfstype", "fsck.repair", "rootwait", "cfg80211.ieee80211_regdom", "ds", "resize"),
}
VIDEO = re.compile(r"HDMI-A-[12]:\d{3,4}x\d{3,4}M@\d{2}D?")


def faults_of_config(text: str) -> list[str]:
    """What is wrong in a config.txt, a line each."""
    faults = [f"longer than {LONGEST_LINE}: {line}" for line in text.splitlines() if len(line) > LONGEST_LINE]
    return faults + [f"not known: {line}" for line in text.splitlines() if not _is_known(line.strip())]


def faults_of_cmdline(text: str) -> list[str]:
    """What is wrong in a cmdline.txt."""
    faults = [] if text.count("\n") == 1 and text.endswith("\n") and text.strip() else ["it is not one line"]
    keys = [word.partition("=")[0] for word in text.split()]
    faults += [f"not known: {key}" for key in keys if key not in WORDS]
    return faults + [f"no mode: {word}" for word in text.split() if word.startswith("video=") and not _is_mode(word)]


def _is_mode(word: str) -> bool:
    return VIDEO.fullmatch(word.removeprefix("video=")) is not None


def _is_known(line: str) -> bool:
    if not line or line.startswith("#"):
        return True
    if line.startswith("["):
        return line.endswith("]") and line[1:-1] in FILTERS
    key, is_set, value = line.partition("=")
    if not is_set:
        return False
    name, _, setting = value.partition("=")
    match key:
        case "dtoverlay":
            return value.partition(",")[0] in OVERLAYS
        case "dtparam":
            return name in PARAMETERS and bool(setting)
        case _:
            return key in NUMBERS and value.isdigit()
