"""Between text and bytes, and between addresses with and without percent signs."""

import datetime
from urllib.parse import quote

from django import VERSION
from django.utils.functional import Promise


class DjangoUnicodeDecodeError(UnicodeDecodeError):
    def __str__(self):
        return f'{super().__str__()}. You passed in {self.object!r} ({type(self.object)})'


def is_protected_type(obj):
    """Whether `strings_only` leaves the value as it is: None, numbers, dates and times."""
    from decimal import Decimal

    return isinstance(obj, (type(None), int, float, Decimal, datetime.date, datetime.time))


def force_str(s, encoding='utf-8', strings_only=False, errors='strict'):
    if isinstance(s, str) and issubclass(type(s), str):
        return s
    if strings_only and is_protected_type(s):
        return s
    if not isinstance(s, bytes):
        return str(s)
    try:
        return str(s, encoding, errors)
    except UnicodeDecodeError as error:
        raise DjangoUnicodeDecodeError(*error.args) from None


def smart_str(s, encoding='utf-8', strings_only=False, errors='strict'):
    """As `force_str`, but a promised text stays a promise."""
    return s if isinstance(s, Promise) else force_str(s, encoding, strings_only, errors)


def force_bytes(s, encoding='utf-8', strings_only=False, errors='strict'):
    if isinstance(s, bytes):
        return s if encoding == 'utf-8' else s.decode('utf-8', errors).encode(encoding, errors)
    if strings_only and is_protected_type(s):
        return s
    if isinstance(s, memoryview):
        return bytes(s)
    return str(s).encode(encoding, errors)


def smart_bytes(s, encoding='utf-8', strings_only=False, errors='strict'):
    return s if isinstance(s, Promise) else force_bytes(s, encoding, strings_only, errors)


if VERSION < (4, 0):
    force_text, smart_text = force_str, smart_str

_IRI_SAFE = "/#%[]=:;$&()+,!?*@'~"


def iri_to_uri(iri):
    """Percent-encodes what an address may not hold; percent signs themselves stay (RFC 3987, section 3.1)."""
    if iri is None:
        return None
    return quote(str(iri) if isinstance(iri, Promise) else iri, safe=_IRI_SAFE)


def _decodable(code):
    """Octets that become characters again: RFC 3986's unreserved ones, and those of multi-byte characters."""
    return code >= 128 or chr(code).isalnum() or chr(code) in '-._~'


def uri_to_iri(uri):
    """The other way (RFC 3987, section 3.2): percent-encoded letters become letters where that is safe."""
    if uri is None:
        return None
    first, *rest = force_bytes(uri).split(b'%')
    parts = [first]
    for item in rest:
        try:
            code = int(item[:2], 16) if item[:2].isalnum() and len(item) > 1 else 0
        except ValueError:
            code = 0
        if code and _decodable(code):
            parts += (bytes((code,)), item[2:])
        else:
            parts += (b'%', item)
    return repercent_broken_unicode(b''.join(parts)).decode()


def repercent_broken_unicode(path):
    """Percent-encodes the octets that are not part of valid UTF-8."""
    done = b''
    while True:
        try:
            path.decode()
        except UnicodeDecodeError as error:
            broken = quote(path[error.start : error.end], safe=_IRI_SAFE.encode())
            done += path[: error.start] + broken.encode()
            path = path[error.end :]
        else:
            return done + path


def escape_uri_path(path):
    return quote(path, safe="/:@&+$,-_.!~*'()")


def filepath_to_uri(path):
    return None if path is None else quote(str(path).replace('\\', '/'), safe="/~!*()'")


def punycode(domain):
    return domain.encode('idna').decode('ascii')


def get_system_encoding():
    return 'utf-8'


DEFAULT_LOCALE_ENCODING = 'utf-8'
