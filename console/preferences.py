"""How one browser wants its pages: kept in a cookie of that browser, so that nobody needs an account for it."""

from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

COOKIE: Final = "beurt-keuze"
KEPT_S: Final = 400 * 24 * 3600
"""The longest that browsers keep a cookie."""

Theme = Literal["auto", "light", "dark"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What was chosen: light or dark, keys that press buttons, and how the page draws attention."""

    theme: Theme = "auto"
    keys: bool = True
    sound: bool = False
    notices: bool = False

    def changed(self, what: str) -> "Preferences":
        """The same with one thing switched, or with that theme; an unknown one changes nothing."""
        match what:
            case "auto" | "light" | "dark":
                return replace(self, theme=what)
            case "keys":
                return replace(self, keys=not self.keys)
            case "sound":
                return replace(self, sound=not self.sound)
            case "notices":
                return replace(self, notices=not self.notices)
        return self

    def written(self) -> str:
        """As the cookie holds it."""
        switched = (name for name in ("keys", "sound", "notices") if getattr(self, name))
        return ".".join((self.theme, *switched))


def read(cookie: str | None) -> Preferences:
    """What a cookie tells; whatever else it holds is passed over."""
    if cookie is None:
        return Preferences()
    words = cookie[:100].split(".")
    theme: Theme = next((theme for theme in THEMES if theme in words), "auto")
    return Preferences(theme, "keys" in words, "sound" in words, "notices" in words)
