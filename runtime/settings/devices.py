"""What stands in a branch: broker, hub, kiosks, displays, console and network, as the branch file tells them."""

from msgspec import Struct

from runtime.settings.values import (
    Baud,
    Database,
    FilePath,
    Flow,
    IdleSeconds,
    KeypadLayout,
    Length,
    Letter,
    Listen,
    Name,
    NetworkKind,
    Percent,
    Port,
    PrinterKind,
    Qr,
    Text,
    Vlan,
    WebAddress,
    WidthDots,
)


class Account(Struct, frozen=True, kw_only=True):
    """A device's password at the broker; the device's name is its user name."""

    password_file: FilePath


class Broker(Struct, frozen=True, kw_only=True):
    """Where the programs meet; a `socket` goes before `host` and `port`."""

    host: Text = "127.0.0.1"
    port: Port = 1883
    socket: FilePath | None = None
    tls_ca: FilePath | None = None
    accounts: dict[str, Account] = {}


class Hub(Struct, frozen=True, kw_only=True):
    """The owner of the queue."""

    device: Name = "hub-1"
    database: Database = "sqlite:////var/lib/beurt/beurt.db"


class Screen(Struct, frozen=True, kw_only=True):
    """A screen's size in pixels and in millimetres (width, height), and from how far it is read."""

    pixels: tuple[Length, Length] = (1920, 1080)
    millimetres: tuple[Length, Length] = (344, 194)
    bottom_above_floor_mm: Length = 850
    viewing_distance_mm: Length = 600


class Printer(Struct, frozen=True, kw_only=True):
    """A receipt printer; `port` is a device node, `profile` a name that python-escpos knows."""

    kind: PrinterKind = "none"
    port: Text | None = None
    baud: Baud = 38400
    flow: Flow = "none"
    host: Text | None = None
    profile: Text = "default"
    width_dots: WidthDots = 576
    qr: Qr = "none"


class Audio(Struct, frozen=True, kw_only=True):
    """Where speech comes out, by ALSA or PipeWire name."""

    output: Text = "default"
    headset: Text | None = None
    volume: Percent = 55


class Keypad(Struct, frozen=True, kw_only=True):
    """The keys beside the screen."""

    layout: KeypadLayout = "arrows"


class Kiosk(Struct, frozen=True, kw_only=True):
    """A touchscreen for visitors; `spare_letter` is for the numbers that it gives by itself."""

    device: Name = "kiosk-1"
    spare_letter: Letter = "Z"
    idle_seconds: IdleSeconds = 90
    speech: bool = True
    audio: Audio = Audio()
    keypad: Keypad = Keypad()
    screen: Screen = Screen()
    printer: Printer = Printer()


class Display(Struct, frozen=True, kw_only=True):
    """The waiting room's screen."""

    device: Name = "display-1"
    sound: bool = True
    screen: Screen = Screen(millimetres=(1218, 685), bottom_above_floor_mm=1400, viewing_distance_mm=5000)


class ConsolePartner(Struct, frozen=True, kw_only=True):
    """Somebody from another organisation, who sees and calls these lines only."""

    lines: tuple[Name, ...]
    password_file: FilePath


class Oidc(Struct, frozen=True, kw_only=True):
    """Sign-in with the organisation's own accounts; a provider that knows the console as public asks for no secret."""

    issuer: WebAddress
    client_id: Text
    client_secret_file: FilePath | None = None


class Console(Struct, frozen=True, kw_only=True):
    """The staff's web page; `listen` is host:port."""

    device: Name = "console-1"
    listen: Listen = "127.0.0.1:8443"
    tls_certificate: FilePath | None = None
    tls_key: FilePath | None = None
    staff_password_file: FilePath | None = None
    coordinator_password_file: FilePath | None = None
    partners: dict[str, ConsolePartner] = {}
    oidc: Oidc | None = None


class Network(Struct, frozen=True, kw_only=True):
    """The network of the box itself; only the image maker reads it."""

    kind: NetworkKind = "wired"
    address: Text = "dhcp"
    gateway: Text | None = None
    dns: tuple[Text, ...] = ()
    vlan: Vlan | None = None
    proxy: WebAddress | None = None
    time_server: Text | None = None
