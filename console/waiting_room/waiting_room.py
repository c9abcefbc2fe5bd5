"""The board's page as one thing: what it follows, and what it sounds like."""

import logging

from board.branch import phrases, quiet
from console.bridge import Bridge
from console.waiting_room.following import Following
from console.waiting_room.sounds import Sounds
from runtime.logs import RateLimited
from runtime.settings.model import Settings
from voices.voices import Voices
from wire.link import Link
from wire.message import Message
from wire.payload import Unreadable

_warnings = RateLimited(logging.getLogger(__name__))


class WaitingRoom:
    """Make it before the link starts."""

    def __init__(self, settings: Settings, link: Link, bridge: Bridge, voices: Voices) -> None:
        self.following = Following(settings)
        self.sounds = Sounds(voices, phrases(settings).of, quiet(settings), settings.calling.volume)
        hop = bridge.hop
        link.subscribe(link.topics.state("board"), lambda message: hop(self._hear_board, message))
        link.subscribe(link.topics.status(settings.hub.device), lambda message: hop(self._hear_hub, message))

    def _hear_board(self, message: Message) -> None:
        try:
            self.following.hear_board(message)
        except (Unreadable, ValueError) as fault:
            _warnings.warning(message.topic, "%s: dropped, %s", message.topic, fault)

    def _hear_hub(self, message: Message) -> None:
        try:
            self.following.hear_hub(message)
        except (Unreadable, ValueError) as fault:
            _warnings.warning(message.topic, "%s: dropped, %s", message.topic, fault)
