"""The organisation's provider: where it is, and whether what it signed is good."""

from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import quote

import httpx
from authlib.common.errors import AuthlibBaseError
from authlib.common.urls import add_params_to_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization

from console.oidc.pending import Pending
from runtime.settings.model import Oidc

ANSWER_S: Final = 5.0
ALGORITHMS: Final = ("RS256", "PS256", "ES256", "EdDSA")
CLOCKS_APART_S: Final = 60


class NotSignedIn(Exception):  # noqa: N818 - it says what came of it
    """The provider did not say that this is somebody of the organisation."""


async def where_to(oidc: Oidc, pending: Pending, come_back: str) -> str:
    """The address to which the browser goes; of the person nothing is asked for.

    Raises:
        NotSignedIn: the provider is not there.
    """
    about = await _about(oidc)
    asked = {
        "response_type": "code",
        "scope": "openid",
        "client_id": oidc.client_id,
        "redirect_uri": come_back,
        "state": pending.state,
        "nonce": pending.nonce,
        "code_challenge": create_s256_code_challenge(pending.verifier),
        "code_challenge_method": "S256",
    }
    return str(add_params_to_uri(_address(about, "authorization_endpoint"), list(asked.items())))


async def check(oidc: Oidc, pending: Pending, code: str, come_back: str) -> None:
    """Return when the provider signed that this is somebody of the organisation; who it is is looked at by nobody.

    Raises:
        NotSignedIn: it did not, or what it signed is not for this.
    """
    about = await _about(oidc)
    asked = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": come_back,
        "client_id": oidc.client_id,
        "code_verifier": pending.verifier,
    }
    answer = await _ask("POST", _address(about, "token_endpoint"), asked, _secret(oidc))
    keys = await _ask("GET", _address(about, "jwks_uri"))
    _validate(oidc, pending, str(answer.get("id_token", "")), keys)


def _validate(oidc: Oidc, pending: Pending, id_token: str, keys: dict[str, Any]) -> None:
    options = {
        "iss": {"essential": True, "value": oidc.issuer.rstrip("/")},
        "aud": {"essential": True, "value": oidc.client_id},
    }
    try:
        signed = jwt.decode(id_token, KeySet.import_key_set(cast("KeySetSerialization", keys)), algorithms=ALGORITHMS)
        signed.claims["iss"] = str(signed.claims.get("iss", "")).rstrip("/")
        CodeIDToken(
            signed.claims, signed.header, options, {"nonce": pending.nonce, "client_id": oidc.client_id}
        ).validate(leeway=CLOCKS_APART_S)
    except (AuthlibBaseError, JoseError, ValueError, KeyError, TypeError) as fault:
        raise NotSignedIn(type(fault).__name__) from None


async def _about(oidc: Oidc) -> dict[str, Any]:
    issuer = oidc.issuer.rstrip("/")
    about = await _ask("GET", f"{issuer}/.well-known/openid-configuration")
    if str(about.get("issuer", "")).rstrip("/") != issuer:
        raise NotSignedIn("the provider says that it is another one")
    return about


def _address(about: dict[str, Any], name: str) -> str:
    address = about.get(name)
    if not isinstance(address, str) or not address.startswith(("https://", "http://")):
        raise NotSignedIn(f"the provider tells no {name}")
    return address


def _secret(oidc: Oidc) -> httpx.BasicAuth | None:
    if oidc.client_secret_file is None:
        return None
    try:
        secret = Path(oidc.client_secret_file).read_text("utf-8").strip()
    except OSError as fault:
        raise NotSignedIn(f"console.oidc.client_secret_file: {fault.strerror}") from None
    # As RFC 6749 §2.3.1 has it, both parts are encoded first.
    return httpx.BasicAuth(quote(oidc.client_id, safe=""), quote(secret, safe=""))


async def _ask(
    method: str, address: str, form: dict[str, str] | None = None, auth: httpx.BasicAuth | None = None
) -> dict[str, Any]:
    try:
        async with httpx.AsyncClient(timeout=ANSWER_S, follow_redirects=False, auth=auth) as client:
            answer = await client.request(method, address, data=form)
            found = answer.json() if answer.is_success else None
    except (httpx.HTTPError, ValueError) as fault:
        raise NotSignedIn(type(fault).__name__) from None
    if not isinstance(found, dict):
        raise NotSignedIn(f"the provider answered {answer.status_code}")
    return found
