from firmware_config.image import cloud_init
from runtime.settings.branch import Branch
from runtime.settings.devices import Network
from runtime.settings.model import Settings

WHEEL = "aan_de_beurt-0.1.0-py3-none-any.whl"


def user_data(*keys: str, proxy: str | None = None) -> str:
    settings = Settings(branch=Branch(id="hengelo", name="Hengelo"), network=Network(proxy=proxy))
    return cloud_init.user_data(settings, WHEEL, keys)


def test_the_first_start_begins_our_installation_from_the_card() -> None:
    rows = user_data().splitlines()
    assert rows[0] == "#cloud-config"
    assert rows[-1] == (
        '  - ["env", "PYTHONPATH=/boot/firmware/beurt/release/wheels/aan_de_beurt-0.1.0-py3-none-any.whl", '
        '"python3", "-m", "firmware_config.first_boot.install", "--begin"]'
    )


def test_cloud_init_keeps_its_hands_off_the_name_and_restarts_nothing() -> None:
    told = user_data()
    assert "preserve_hostname: true" in told
    for trap in ("manage_etc_hosts", "rpi:", "enable_ssh", "hostname: "):
        assert trap not in told.replace("preserve_hostname: ", "")


def test_nobody_can_log_in_unless_a_key_is_given() -> None:
    assert "ssh_authorized_keys" not in user_data()
    assert 'ssh_authorized_keys:\n      - "ssh-ed25519 AAAA it"' in user_data("ssh-ed25519 AAAA it")
    assert "lock_passwd: true" in user_data("ssh-ed25519 AAAA it")


def test_packages_come_through_the_branchs_proxy() -> None:
    assert 'http_proxy: "http://192.0.2.9:3128"' in user_data(proxy="http://192.0.2.9:3128")


def test_each_card_is_a_box_of_its_own_to_cloud_init() -> None:
    assert 'instance-id: "beurt-1"' in cloud_init.meta_data("beurt-1")
