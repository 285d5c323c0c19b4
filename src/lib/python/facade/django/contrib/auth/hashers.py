"""Passwords made unreadable. The host computes; what an encoded password is made of stands here."""

import importlib
import math
import warnings

from _crumbtrail import host
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.crypto import RANDOM_STRING_CHARS, constant_time_compare, get_random_string
from django.utils.module_loading import import_string

UNUSABLE_PASSWORD_PREFIX = "!"
UNUSABLE_PASSWORD_SUFFIX_LENGTH = 40


def is_password_usable(encoded):
    return encoded is None or not encoded.startswith(UNUSABLE_PASSWORD_PREFIX)


def verify_password(password, encoded, preferred="default"):
    """Whether the password is right, and whether it should be encoded anew."""
    if password is None or not is_password_usable(encoded):
        return False, False
    preferred = get_hasher(preferred)
    try:
        hasher = identify_hasher(encoded)
    except ValueError:
        return False, False
    must_update = hasher.algorithm != preferred.algorithm or preferred.must_update(encoded)
    return hasher.verify(password, encoded), must_update


def check_password(password, encoded, setter=None, preferred="default"):
    """Whether the password is right; the setter is called when it should be encoded anew."""
    correct, must_update = verify_password(password, encoded, preferred)
    if setter and correct and must_update:
        setter(password)
    return correct


async def acheck_password(password, encoded, setter=None, preferred="default"):
    correct, must_update = verify_password(password, encoded, preferred)
    if setter and correct and must_update:
        await setter(password)
    return correct


def make_password(password, salt=None, hasher="default"):
    """The password encoded; None gives one that nothing matches."""
    if password is None:
        return UNUSABLE_PASSWORD_PREFIX + get_random_string(UNUSABLE_PASSWORD_SUFFIX_LENGTH)
    if not isinstance(password, (bytes, str)):
        raise TypeError(f"Password must be a string or bytes, got {type(password).__qualname__}.")
    hasher = get_hasher(hasher)
    return hasher.encode(password, salt or hasher.salt())


def get_hashers():
    hashers = []
    for path in settings.PASSWORD_HASHERS:
        hasher = import_string(path)()
        if not getattr(hasher, "algorithm"):
            raise ImproperlyConfigured(f"hasher doesn't specify an algorithm name: {path}")
        hashers.append(hasher)
    return hashers


def get_hashers_by_algorithm():
    return {hasher.algorithm: hasher for hasher in get_hashers()}


def get_hasher(algorithm="default"):
    if hasattr(algorithm, "algorithm"):
        return algorithm
    if algorithm == "default":
        return get_hashers()[0]
    try:
        return get_hashers_by_algorithm()[algorithm]
    except KeyError:
        raise ValueError(
            f"Unknown password hashing algorithm '{algorithm}'. "
            "Did you specify it in the PASSWORD_HASHERS setting?"
        ) from None


def identify_hasher(encoded):
    """The hasher that an encoded password names."""
    if (len(encoded) == 32 and "$" not in encoded) or (len(encoded) == 37 and encoded.startswith("md5$$")):
        algorithm = "unsalted_md5"
    elif len(encoded) == 46 and encoded.startswith("sha1$$"):
        algorithm = "unsalted_sha1"
    else:
        algorithm = encoded.split("$", 1)[0]
    return get_hasher(algorithm)


def mask_hash(hash, show=6, char="*"):
    return hash[:show] + char * len(hash[show:])


def must_update_salt(salt, expected_entropy):
    return len(salt) * math.log2(len(RANDOM_STRING_CHARS)) < expected_entropy


def _text(password):
    return password.decode() if isinstance(password, bytes) else password


class BasePasswordHasher:
    algorithm = None
    library = None
    salt_entropy = 128

    def _load_library(self):
        if self.library is None:
            raise ValueError(f"Hasher {self.__class__.__name__!r} doesn't specify a library attribute")
        name = self.library[0] if isinstance(self.library, (tuple, list)) else self.library
        try:
            return importlib.import_module(name)
        except ImportError as error:
            raise ValueError(f"Couldn't load {self.__class__.__name__!r} algorithm library: {error}") from None

    def salt(self):
        return get_random_string(math.ceil(self.salt_entropy / math.log2(len(RANDOM_STRING_CHARS))))

    def verify(self, password, encoded):
        raise NotImplementedError("subclasses of BasePasswordHasher must provide a verify() method")

    def _check_encode_args(self, password, salt):
        if host("version.has", "assertsQueries"):
            assert password is not None
            assert salt and "$" not in salt
        if password is None:
            raise TypeError("password must be provided.")
        if not salt or "$" in salt:
            raise ValueError("salt must be provided and cannot contain $.")

    def encode(self, password, salt):
        raise NotImplementedError("subclasses of BasePasswordHasher must provide an encode() method")

    def decode(self, encoded):
        raise NotImplementedError("subclasses of BasePasswordHasher must provide a decode() method.")

    def must_update(self, encoded):
        return False

    def harden_runtime(self, password, encoded):
        warnings.warn("subclasses of BasePasswordHasher should provide a harden_runtime() method")


class PBKDF2PasswordHasher(BasePasswordHasher):
    """pbkdf2_sha256$iterations$salt$hash"""

    algorithm = "pbkdf2_sha256"
    iterations = host("auth.iterations")

    def encode(self, password, salt, iterations=None):
        self._check_encode_args(password, salt)
        iterations = iterations or self.iterations
        hash_ = host("auth.hash", self.algorithm, _text(password), salt, iterations)
        return f"{self.algorithm}${iterations}${salt}${hash_}"

    def decode(self, encoded):
        algorithm, iterations, salt, hash_ = encoded.split("$", 3)
        assert algorithm == self.algorithm
        return {"algorithm": algorithm, "hash": hash_, "iterations": int(iterations), "salt": salt}

    def verify(self, password, encoded):
        decoded = self.decode(encoded)
        return constant_time_compare(encoded, self.encode(password, decoded["salt"], decoded["iterations"]))

    def safe_summary(self, encoded):
        decoded = self.decode(encoded)
        return {
            "algorithm": decoded["algorithm"], "iterations": decoded["iterations"],
            "salt": mask_hash(decoded["salt"]), "hash": mask_hash(decoded["hash"]),
        }

    def must_update(self, encoded):
        decoded = self.decode(encoded)
        return decoded["iterations"] != self.iterations or must_update_salt(decoded["salt"], self.salt_entropy)

    def harden_runtime(self, password, encoded):
        pass


class PBKDF2SHA1PasswordHasher(PBKDF2PasswordHasher):
    algorithm = "pbkdf2_sha1"


class _NeedsLibrary(BasePasswordHasher):
    def encode(self, password, salt):
        self._load_library()

    def verify(self, password, encoded):
        self._load_library()

    def salt(self):
        self._load_library()

    def harden_runtime(self, password, encoded):
        pass


class Argon2PasswordHasher(_NeedsLibrary):
    algorithm = "argon2"
    library = "argon2"


class BCryptSHA256PasswordHasher(_NeedsLibrary):
    algorithm = "bcrypt_sha256"
    library = ("bcrypt", "bcrypt")
    rounds = 12


class BCryptPasswordHasher(BCryptSHA256PasswordHasher):
    algorithm = "bcrypt"


class _Digest(BasePasswordHasher):
    """algorithm$salt$hexadecimal"""

    def encode(self, password, salt):
        self._check_encode_args(password, salt)
        if not host("version.has", "digestsBytes"):
            salt + password  # a TypeError for bytes
        return f"{self.algorithm}${salt}${host('auth.hash', self.algorithm, _text(password), salt, 0)}"

    def decode(self, encoded):
        algorithm, salt, hash_ = encoded.split("$", 2)
        assert algorithm == self.algorithm
        return {"algorithm": algorithm, "hash": hash_, "salt": salt}

    def verify(self, password, encoded):
        return constant_time_compare(encoded, self.encode(password, self.decode(encoded)["salt"]))

    def safe_summary(self, encoded):
        decoded = self.decode(encoded)
        return {
            "algorithm": decoded["algorithm"], "salt": mask_hash(decoded["salt"], show=2),
            "hash": mask_hash(decoded["hash"]),
        }

    def must_update(self, encoded):
        return must_update_salt(self.decode(encoded)["salt"], self.salt_entropy)

    def harden_runtime(self, password, encoded):
        pass


class MD5PasswordHasher(_Digest):
    algorithm = "md5"


class _Unsalted(BasePasswordHasher):
    digest = prefix = None

    def salt(self):
        return ""

    def encode(self, password, salt):
        if salt != "":
            raise ValueError("salt must be empty.")
        return self.prefix + host("auth.hash", self.digest, _text(password), "", 0)

    def decode(self, encoded):
        return {"algorithm": self.algorithm, "hash": encoded.removeprefix(self.prefix), "salt": None}

    def verify(self, password, encoded):
        hash_ = host("auth.hash", self.digest, _text(password), "", 0)
        return constant_time_compare(encoded, self.prefix + hash_) or constant_time_compare(
            encoded.removeprefix("md5$$"), self.prefix + hash_
        )

    def harden_runtime(self, password, encoded):
        pass


if host("version.has", "scryptHasher"):

    class ScryptPasswordHasher(BasePasswordHasher):
        """scrypt$work factor$salt$block size$parallelism$hash"""

        algorithm = "scrypt"
        block_size = 8
        maxmem = 0
        parallelism = host("auth.scrypt_parallelism")
        work_factor = 2**14

        def encode(self, password, salt, n=None, r=None, p=None):
            self._check_encode_args(password, salt)
            n, r, p = n or self.work_factor, r or self.block_size, p or self.parallelism
            hash_ = host("auth.hash", "scrypt", _text(password), salt, n, r, p)
            return f"{self.algorithm}${n}${salt}${r}${p}${hash_}"

        def decode(self, encoded):
            algorithm, factor, salt, size, parallelism, hash_ = encoded.split("$", 6)
            assert algorithm == self.algorithm
            return {
                "algorithm": algorithm, "work_factor": int(factor), "salt": salt, "block_size": int(size),
                "parallelism": int(parallelism), "hash": hash_,
            }

        def verify(self, password, encoded):
            decoded = self.decode(encoded)
            factors = (decoded["work_factor"], decoded["block_size"], decoded["parallelism"])
            return constant_time_compare(self.encode(password, decoded["salt"], *factors), encoded)

        def must_update(self, encoded):
            decoded = self.decode(encoded)
            return (
                decoded["work_factor"] != self.work_factor or decoded["block_size"] != self.block_size
                or decoded["parallelism"] != self.parallelism
            )

        def harden_runtime(self, password, encoded):
            pass


if host("version.has", "oldPasswordHashers"):

    class SHA1PasswordHasher(_Digest):
        algorithm = "sha1"

    class UnsaltedSHA1PasswordHasher(_Unsalted):
        algorithm, digest, prefix = "unsalted_sha1", "sha1", "sha1$$"

    class UnsaltedMD5PasswordHasher(_Unsalted):
        algorithm, digest, prefix = "unsalted_md5", "md5", ""

    class CryptPasswordHasher(_NeedsLibrary):
        algorithm = "crypt"
        library = "crypt"


