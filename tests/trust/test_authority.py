import ssl
import stat
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from trusting import knock, pair

from trust import certificates, keys
from trust.authority import CERTIFICATE, KEY, Authority

NAMES = ("localhost", "127.0.0.1")


@pytest.fixture
def branch(tmp_path: Path) -> Authority:
    return Authority.create(tmp_path / "branch", "Aan de beurt hengelo")


def openssl(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True, check=False)


def test_an_authority_keeps_its_key_for_its_owner_and_is_loaded_again(tmp_path: Path) -> None:
    made = Authority.create(tmp_path / "it", "Beurt", "wachtzin van IT")
    assert stat.S_IMODE((tmp_path / "it" / KEY).stat().st_mode) == 0o600
    assert keys.is_locked(tmp_path / "it" / KEY)
    assert Authority.load(tmp_path / "it", "wachtzin van IT").certificate == made.certificate


def test_an_authority_is_never_made_over_another(branch: Authority) -> None:
    with pytest.raises(FileExistsError, match="already"):
        Authority.create(branch.folder, "another")


@pytest.mark.parametrize("passphrase", [None, "een andere"])
def test_a_key_does_not_open_with_another_passphrase(tmp_path: Path, passphrase: str | None) -> None:
    Authority.create(tmp_path, "Beurt", "wachtzin van IT")
    with pytest.raises(keys.UnusableKey, match=KEY):
        Authority.load(tmp_path, passphrase)


def test_a_key_of_another_authority_is_not_taken(tmp_path: Path, branch: Authority) -> None:
    Authority.create(tmp_path / "other", "other")
    (tmp_path / "other" / KEY).replace(branch.folder / KEY)
    with pytest.raises(keys.UnusableKey, match="not the key of"):
        Authority.load(branch.folder)


def test_openssl_finds_the_chain_in_order_with_its_strictest_rules(tmp_path: Path, branch: Authority) -> None:
    certificate, _ = pair(branch, tmp_path / "hub-1", names=NAMES, kinds=("server",))
    checked = openssl(
        "verify",
        *("-x509_strict", "-purpose", "sslserver", "-verify_ip", "127.0.0.1"),
        *("-CAfile", branch.folder / CERTIFICATE, certificate),
    )
    assert checked.stdout.endswith(": OK\n"), checked.stderr


def test_what_is_issued_is_valid_with_a_clock_of_2020(tmp_path: Path, branch: Authority) -> None:
    certificate, _ = pair(branch, tmp_path / "hub-1", kinds=("client",))
    moment = int(datetime(2020, 1, 2, tzinfo=UTC).timestamp())
    checked = openssl("verify", "-attime", moment, "-CAfile", branch.folder / CERTIFICATE, certificate)
    assert checked.returncode == 0, checked.stderr


def test_a_certificate_lasts_ninety_days(branch: Authority) -> None:
    now = datetime(2026, 11, 2, 9, tzinfo=UTC)
    certificate = branch.issue(keys.make().public_key(), "kiosk-1", "hengelo", now=now)
    assert certificate.not_valid_after_utc - now == timedelta(days=90)


def test_a_request_counts_for_its_key_only(branch: Authority) -> None:
    key = keys.make()
    certificate = branch.issue(keys.request(key, "hub-1", "elders"), "kiosk-1", "hengelo")
    assert keys.device_of(certificate.subject) == ("kiosk-1", "hengelo")
    assert certificate.public_key() == key.public_key()


def test_a_request_that_somebody_changed_is_refused(branch: Authority) -> None:
    request = bytearray(keys.request(keys.make(), "kiosk-1", "hengelo").public_bytes(keys.Encoding.DER))
    request[-1] ^= 1
    with pytest.raises(ValueError, match="not signed"):
        branch.issue(x509.load_der_x509_csr(bytes(request)), "kiosk-1", "hengelo")


def test_an_authority_below_vouches_for_its_permitted_names_only(tmp_path: Path) -> None:
    root = Authority.create(tmp_path / "it", "Beurt")
    branch = Authority.create(tmp_path / "branch", "hengelo", below=0)
    permitted = ("hengelo.beurt.internal", "10.0.0.0/8")
    vouched = root.certify(branch.key.public_key(), branch.certificate.subject, permitted=permitted)
    certificates.write(tmp_path / "vouched.crt", vouched)
    outcomes = {}
    names = ("kiosk-1.hengelo.beurt.internal", "10.1.2.3", "kiosk-1.almelo.beurt.internal", "192.0.2.1")
    for number, name in enumerate(names):
        certificate, _ = pair(branch, tmp_path / f"box-{number}", names=(name,), kinds=("server",))
        chain = ("-CAfile", root.folder / CERTIFICATE, "-untrusted", tmp_path / "vouched.crt", certificate)
        outcomes[name] = openssl("verify", "-x509_strict", *chain).returncode == 0
    assert list(outcomes.values()) == [True, True, False, False]


@pytest.fixture
def server(tmp_path: Path, branch: Authority) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*pair(branch, tmp_path / "hub-1", names=NAMES, kinds=("server",)))
    context.load_verify_locations(branch.folder / CERTIFICATE)
    context.verify_mode = ssl.CERT_REQUIRED
    return context


def test_two_that_the_branch_vouches_for_meet_over_tls(
    tmp_path: Path, branch: Authority, server: ssl.SSLContext
) -> None:
    client = pair(branch, tmp_path / "kiosk-1")
    assert knock(server, branch.folder / CERTIFICATE, client) == "welcome"


def test_an_expired_client_is_refused(tmp_path: Path, branch: Authority, server: ssl.SSLContext) -> None:
    client = pair(branch, tmp_path / "kiosk-1", now=datetime.now(UTC) - timedelta(days=91))
    assert "CERTIFICATE_EXPIRED" in knock(server, branch.folder / CERTIFICATE, client)


def test_a_foreign_client_is_refused(tmp_path: Path, branch: Authority, server: ssl.SSLContext) -> None:
    foreign = Authority.create(tmp_path / "foreign", "Aan de beurt hengelo")
    refused = knock(server, branch.folder / CERTIFICATE, pair(foreign, tmp_path / "kiosk-1"))
    assert "ALERT" in refused


def test_a_client_without_a_certificate_is_refused(branch: Authority, server: ssl.SSLContext) -> None:
    assert "CERTIFICATE_REQUIRED" in knock(server, branch.folder / CERTIFICATE, None)


def test_a_server_is_not_taken_for_a_client(tmp_path: Path, branch: Authority, server: ssl.SSLContext) -> None:
    client = pair(branch, tmp_path / "hub-2", names=NAMES, kinds=("server",))
    assert "ALERT" in knock(server, branch.folder / CERTIFICATE, client)


def test_a_server_under_another_name_is_refused(tmp_path: Path, branch: Authority, server: ssl.SSLContext) -> None:
    client = pair(branch, tmp_path / "kiosk-1")
    assert "Hostname mismatch" in knock(server, branch.folder / CERTIFICATE, client, name="elders.example")


def test_a_revoked_client_is_refused(tmp_path: Path, branch: Authority, server: ssl.SSLContext) -> None:
    client = pair(branch, tmp_path / "kiosk-1")
    assert branch.revoke(device="kiosk-1") == 1
    (tmp_path / "ca.crl").write_bytes(branch.crl())
    server.load_verify_locations(tmp_path / "ca.crl")
    server.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF
    assert "REVOKED" in knock(server, branch.folder / CERTIFICATE, client)
    assert knock(server, branch.folder / CERTIFICATE, pair(branch, tmp_path / "kiosk-2")) == "welcome"


def test_a_device_is_taken_back_once(branch: Authority) -> None:
    for _ in range(2):
        branch.issue(keys.make().public_key(), "kiosk-1", "hengelo")
    assert [branch.revoke(device=device) for device in ("kiosk-1", "kiosk-1", "kiosk-9")] == [2, 0, 0]


def test_openssl_reads_the_list_of_what_was_taken_back(tmp_path: Path, branch: Authority) -> None:
    (tmp_path / "ca.crl").write_bytes(branch.crl())
    read = openssl("crl", "-in", tmp_path / "ca.crl", "-CAfile", branch.folder / CERTIFICATE, "-noout", "-text")
    assert "verify OK" in read.stderr
    assert "No Revoked Certificates" in read.stdout
    assert "Last Update: Jan  1 00:00:00 2020" in read.stdout
