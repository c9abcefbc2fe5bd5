"""A box that shows the staff's page and nothing else: a browser over the whole screen, at one address."""

import base64
import json
from collections.abc import Iterator
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from firmware_config.box import Box
from firmware_config.rendering import render
from runtime.settings.model import Settings
from runtime.settings.sense.places import is_loopback
from trust import names

UNIT: Final = "etc/systemd/system/beurt-page.service"
POLICY: Final = "etc/chromium/policies/managed/beurt.json"
USERS: Final = "etc/sysusers.d/beurt-page.conf"
PACKAGES: Final = """\
cage                        # one program on the whole screen
seatd                       # gives cage the screen and the touches, without a login
chromium                    # the staff's page
chromium-l10n               # and in Dutch what the browser itself says, such as that the page is not there
nftables                    # the firewall
fonts-noto-core             # letters
fonts-noto-color-emoji      # pictures
"""
_FROM_A_SCREEN: Final = (
    "etc/nftables.conf",
    "etc/sysctl.d/90-beurt.conf",
    "etc/systemd/journald.conf.d/beurt.conf",
    "etc/systemd/logind.conf.d/beurt.conf",
    "etc/systemd/system.conf.d/90-beurt-watchdog.conf",
)
_UNIT: Final = """\
[Unit]
Description=Aan de beurt: the staff's page, over the whole screen
After=seatd.service network-online.target getty@tty1.service
Wants=network-online.target
Requires=seatd.service
Conflicts=getty@tty1.service
# Never give up: nobody is there to start it again.
StartLimitIntervalSec=0

[Service]
User=beurt-page
Group=beurt-page
SupplementaryGroups=video render
ExecStart=/usr/bin/cage -d -- /usr/bin/chromium --kiosk --ozone-platform=wayland --no-first-run --incognito {address}
Restart=always
RestartSec=2
StateDirectory=beurt-page
StateDirectoryMode=0700
RuntimeDirectory=beurt-page
RuntimeDirectoryMode=0700
Environment=LIBSEAT_BACKEND=seatd XDG_RUNTIME_DIR=/run/beurt-page HOME=/var/lib/beurt-page LANGUAGE=nl
UMask=0077
LimitCORE=0
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
PrivateMounts=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
DevicePolicy=closed
DeviceAllow=char-drm rw
ProtectHostname=yes
ProtectClock=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
SocketBindDeny=any
RestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX
# The browser makes a sandbox of its own for each page, of namespaces.
RestrictNamespaces=user pid net
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
KeyringMode=private
SystemCallArchitectures=native
SystemCallFilter=@system-service chroot
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
"""


def address(settings: Settings) -> str:
    """Where the staff's page is; a console that no other machine reaches has none, which raises ValueError."""
    host, _, port = settings.console.listen.rpartition(":")
    if is_loopback(host):
        raise ValueError(f'console.listen: "{settings.console.listen}" is for its own machine only; set 0.0.0.0:8443')
    broker = settings.broker.host
    box = f"{names.host_name(settings.branch.id, settings.hub.device)}.local" if is_loopback(broker) else broker
    return f"https://{box}:{port}/"


def files(settings: Settings, organisation: x509.Certificate) -> Iterator[tuple[str, bytes]]:
    """The files of such a box, by their places on it."""
    where = address(settings)
    yield UNIT, _UNIT.format(address=where).encode()
    yield POLICY, f"{json.dumps(_policy(where, organisation), indent=2)}\n".encode()
    yield USERS, b'u beurt-page - "Aan de beurt, the page of staff" /var/lib/beurt-page\n'
    devices = [each.device for each in settings.displays] + [each.device for each in settings.kiosks]
    rendered = render(Box(settings, tuple(devices[:1]) or (settings.console.device,)))
    yield from ((str(path), file.text.encode()) for path, file in rendered.items() if str(path) in _FROM_A_SCREEN)


def _policy(where: str, organisation: x509.Certificate) -> dict[str, object]:
    """Chromium's rules: this page only, the organisation's authority, and nothing that is kept."""
    return {
        "CACertificates": [base64.b64encode(organisation.public_bytes(Encoding.DER)).decode()],
        "URLBlocklist": ["*"],
        "URLAllowlist": [where],
        "IncognitoModeAvailability": 2,
        "PasswordManagerEnabled": False,
        "AutofillAddressEnabled": False,
        "AutofillCreditCardEnabled": False,
        "TranslateEnabled": False,
        "DeveloperToolsAvailability": 2,
        "PrintingEnabled": False,
        "SyncDisabled": True,
        "MetricsReportingEnabled": False,
        "BackgroundModeEnabled": False,
        # Where the page is not there, no game instead.
        "AllowDinosaurEasterEgg": False,
    }
