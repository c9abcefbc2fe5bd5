"""The phrases to be heard."""

from typing import Final

from litestar import get
from litestar.datastructures import CacheControlHeader
from litestar.exceptions import NotFoundException
from litestar.response import Response

from console.room import InRoom

KEPT: Final = CacheControlHeader(max_age=3600, private=True)


@get("/zinnen/{language:str}/{place:int}", cache_control=KEPT)
async def phrase_sound(room: InRoom, language: str, place: int) -> Response[bytes]:
    """One phrase in a language."""
    wav = await room.heard.wav(language, place)
    if wav is None:
        raise NotFoundException
    return Response(wav, media_type="audio/wav")


HANDLERS: Final = (phrase_sound,)
