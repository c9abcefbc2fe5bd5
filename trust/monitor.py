"""What a computer of IT needs to look at a branch through its broker: papers for a monitor, who may look only."""

import shutil
from pathlib import Path
from typing import Final

from runtime.settings.model import Settings
from trust import certificates, files, keys, names
from trust.authority import Authority

DAYS: Final = 365
"""Nothing renews them: whoever looks comes for new ones once a year."""


class NoMonitor(Exception):  # noqa: N818 - it says what the account is
    """The account is a device's, or is not in the branch file; the text says which."""


def give(settings: Settings, authority: Authority, etc: Path, out: Path, account: str) -> None:
    """Put the branch's anchor, a key with its certificate and the password into a folder, as `beurt fleet` wants them.

    Raises:
        NoMonitor: the account is no monitor's.
        OSError: the folder is there already, or a file cannot be read or written.
    """
    known = settings.broker.accounts.get(account)
    if known is None or account in names.roles(settings):
        raise NoMonitor(f"{account} is no monitor: it needs [broker.accounts.{account}] and may be no device")
    password = files.read(known.password_file)
    out.mkdir(mode=0o700, parents=True)
    key = keys.make()
    certificate = authority.issue(key.public_key(), account, settings.branch.id, days=DAYS)
    shutil.copyfile(etc / "ca.crt", out / "ca.crt")
    files.write(out / account, password, files.OWNER_ONLY)
    keys.write(out / "devices" / f"{account}.key", key)
    certificates.write(out / "devices" / f"{account}.crt", certificate)
