"""Field encryption and blind indexes (pasientjournalloven § 22: sikring av helseopplysninger)."""

import hashlib
import hmac

from cryptography.fernet import Fernet, MultiFernet


class Vault:
    """Encrypts short texts and makes searchable fingerprints of them.

    `keys` are url-safe base64 Fernet keys, newest first: old ones only decrypt.
    """

    def __init__(self, keys: tuple[str, ...], index_key: str) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])
        self._index_key = index_key.encode()

    def encrypt(self, text: str) -> bytes:
        return self._fernet.encrypt(text.encode())

    def decrypt(self, token: bytes) -> str:
        return self._fernet.decrypt(bytes(token)).decode()

    def fingerprint(self, text: str) -> bytes:
        """Return a keyed hash: equal texts give equal fingerprints, and nothing else can be read from
        them.
        """
        return hmac.new(self._index_key, text.encode(), hashlib.sha256).digest()
