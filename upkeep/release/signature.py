"""The organisation's own Ed25519 key: made once, kept off the boxes, its public half on each of them."""

import os
import subprocess
import tempfile
from pathlib import Path

from upkeep.release.faults import ReleaseFault

SECRET, PUBLIC = "release.key", "release.pub"
SIGNATURE_BYTES = 64
OPENSSL = "/usr/bin/openssl"
OPENSSL_LIMIT_S = 30


def make_keys(folder: Path) -> tuple[Path, Path]:
    """A new pair in a folder: the secret half, for its owner only, and the public half; raises ReleaseFault."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _write(folder / SECRET, secret, 0o600)
        _write(folder / PUBLIC, public, 0o644)
    except FileExistsError as fault:
        raise ReleaseFault(f"{fault.filename} is there already; boxes trust it, so it is never overwritten") from fault
    return folder / SECRET, folder / PUBLIC


def sign(content: bytes, secret: Path) -> bytes:
    """The signature of some bytes; raises ReleaseFault where the key cannot be used."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(secret.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as fault:
        raise ReleaseFault(f"the key {secret} cannot be used: {fault}; `beurt release key` makes one") from fault
    if not isinstance(key, Ed25519PrivateKey):
        raise ReleaseFault(f"the key {secret} is no Ed25519 key; `beurt release key` makes one")
    return key.sign(content)


def is_good(content: bytes, signature: bytes, public: Path) -> bool:
    """Whether the owner of a public key signed these bytes; raises ReleaseFault where the key cannot be used."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        key = load_pem_public_key(public.read_bytes())
    except (OSError, ValueError) as fault:
        raise ReleaseFault(f"the key {public} cannot be used: {fault}") from fault
    if not isinstance(key, Ed25519PublicKey):
        raise ReleaseFault(f"the key {public} is no Ed25519 key")
    try:
        key.verify(signature, content)
    except InvalidSignature:
        return False
    return True


def is_good_to_openssl(content: bytes, signature: bytes, public: Path) -> bool:
    """The same, asked of Debian's openssl: a first boot has no package of ours yet."""
    if len(signature) != SIGNATURE_BYTES:
        return False
    with tempfile.TemporaryDirectory() as folder:
        signed, signed_with = Path(folder) / "content", Path(folder) / "signature"
        signed.write_bytes(content)
        signed_with.write_bytes(signature)
        given = ("-pubin", "-inkey", public, "-rawin", "-in", signed, "-sigfile", signed_with)
        asked = subprocess.run(  # noqa: S603 - Debian's own program, with names that are ours
            [OPENSSL, "pkeyutl", "-verify", *given], capture_output=True, timeout=OPENSSL_LIMIT_S, check=False
        )
    return asked.returncode == 0


def _write(file: Path, content: bytes, mode: int) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as target:
        target.write(content)
