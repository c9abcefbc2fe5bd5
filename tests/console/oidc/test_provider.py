import time
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from console.oidc.pending import Pending
from console.oidc.provider import NotSignedIn, _validate
from runtime.settings.model import Oidc

OIDC = Oidc(issuer="https://login.example.org/", client_id="beurt")
PENDING = Pending(0)
KEY = RSAKey.generate_key(2048, {"kid": "one"}, private=True)
KEYS: dict[str, Any] = dict(KeySet([KEY]).as_dict(private=False))
GOOD = {"iss": "https://login.example.org", "aud": "beurt", "sub": "somebody", "nonce": PENDING.nonce}


def signed(key: RSAKey = KEY, **claims: Any) -> str:
    now_s = int(time.time())
    return jwt.encode({"alg": "RS256", "kid": "one"}, GOOD | {"iat": now_s, "exp": now_s + 60} | claims, key)


def test_what_the_provider_signed_for_this_browser_is_good() -> None:
    _validate(OIDC, PENDING, signed(), KEYS)


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.example"},
        {"aud": "another"},
        {"nonce": "of somebody else"},
        {"exp": 1},
        {"exp": None},
        {"iat": None},
    ],
)
def test_what_was_signed_for_something_else_is_refused(claims: dict[str, Any]) -> None:
    with pytest.raises(NotSignedIn):
        _validate(OIDC, PENDING, signed(**claims), KEYS)


def test_what_another_one_signed_is_refused() -> None:
    stranger = RSAKey.generate_key(2048, {"kid": "one"}, private=True)
    with pytest.raises(NotSignedIn):
        _validate(OIDC, PENDING, signed(stranger), KEYS)


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."])
def test_what_nobody_signed_is_refused(token: str) -> None:
    with pytest.raises(NotSignedIn):
        _validate(OIDC, PENDING, token, KEYS)


def test_a_refusal_does_not_tell_who_it_was_about() -> None:
    with pytest.raises(NotSignedIn) as refused:
        _validate(OIDC, PENDING, signed(sub="jansen", aud="another"), KEYS)
    assert "jansen" not in str(refused.value)
