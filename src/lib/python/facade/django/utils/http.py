"""Helpers for addresses, header dates, entity tags and redirect targets."""

import re
from urllib.parse import urlencode as _urlencode
from urllib.parse import urlsplit

from django import VERSION

RFC3986_GENDELIMS = ':/?#[]@'
RFC3986_SUBDELIMS = "!$&'()*+,;="
MAX_URL_LENGTH = 2048
MAX_URL_REDIRECT_LENGTH = 16384


def _no_none(key, value):
    if value is None:
        raise TypeError(
            f"Cannot encode None for key '{key}' in a query string. Did you mean to pass an empty "
            'string or omit the value?'
        )
    return value


def _values(key, value):
    """The values of one key, when each of several gets its own pair."""
    if isinstance(value, (str, bytes)):
        return value
    try:
        items = iter(value)
    except TypeError:
        return value
    return [item if isinstance(item, bytes) else str(_no_none(key, item)) for item in items]


def urlencode(query, doseq=False):
    """A query string out of a mapping, a QueryDict or pairs. Raises TypeError for None."""
    if hasattr(query, 'lists'):
        query = query.lists()
    elif hasattr(query, 'items'):
        query = query.items()
    pairs = [
        (key, _values(key, value) if doseq else value)
        for key, value in query
        if _no_none(key, value) is not None
    ]
    return _urlencode(pairs, doseq)


def http_date(epoch_seconds=None):
    """"Wed, 21 Oct 2015 07:28:00 GMT"."""
    from email.utils import formatdate

    return formatdate(epoch_seconds, usegmt=True)


_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split()
_CLOCK = r'(?P<hour>[0-9]{2}):(?P<min>[0-9]{2}):(?P<sec>[0-9]{2})'
# The three forms of RFC 9110: its own, RFC 850's and asctime's.
_HTTP_DATES = (
    rf'^\w{{3}}, (?P<day>[0-9]{{2}}) (?P<mon>\w{{3}}) (?P<year>[0-9]{{4}}) {_CLOCK} GMT$',
    rf'^\w{{6,9}}, (?P<day>[0-9]{{2}})-(?P<mon>\w{{3}})-(?P<year>[0-9]{{2}}) {_CLOCK} GMT$',
    rf'^\w{{3}} (?P<mon>\w{{3}}) (?P<day>[ 0-9][0-9]) {_CLOCK} (?P<year>[0-9]{{4}})$',
)


def _full_year(year):
    """A year of two digits in the hundred years that end in fifty years."""
    from datetime import datetime, timezone

    if year >= 100:
        return year
    this_year = datetime.now(tz=timezone.utc).year
    century = this_year - this_year % 100
    return year + century - (100 if year - this_year % 100 > 50 else 0)


def parse_http_date(date):
    """The seconds since the epoch that a header date stands for. Raises ValueError."""
    from datetime import datetime, timezone

    found = next(filter(None, (re.match(pattern, date) for pattern in _HTTP_DATES)), None)
    if found is None:
        raise ValueError(f'{date!r} is not in a valid HTTP date format')
    try:
        month = _MONTHS.index(found['mon'].lower()) + 1
        day, clock = int(found['day']), [int(found[part]) for part in ('hour', 'min', 'sec')]
        moment = datetime(_full_year(int(found['year'])), month, day, *clock, tzinfo=timezone.utc)
        return int(moment.timestamp())
    except Exception as error:
        raise ValueError(f'{date!r} is not a valid date') from error


def parse_http_date_safe(date):
    try:
        return parse_http_date(date)
    except Exception:
        return None


def base36_to_int(s):
    if len(s) > 13:
        raise ValueError('Base36 input too large')
    return int(s, 36)


def int_to_base36(i):
    if i < 0:
        raise ValueError('Negative base36 conversion input.')
    text = ''
    while True:
        i, digit = divmod(i, 36)
        text = '0123456789abcdefghijklmnopqrstuvwxyz'[digit] + text
        if i == 0:
            return text


def urlsafe_base64_encode(s):
    from base64 import urlsafe_b64encode

    return urlsafe_b64encode(s).rstrip(b'\n=').decode('ascii')


def urlsafe_base64_decode(s):
    from base64 import urlsafe_b64decode

    data = s.encode()
    try:
        return urlsafe_b64decode(data.ljust(len(data) + len(data) % 4, b'='))
    except (LookupError, ValueError) as error:
        raise ValueError(error) from error


_ETAG = re.compile(r'((?:W/)?"[^"]*")\Z')


def parse_etags(etag_str):
    """The entity tags of an If-Match or If-None-Match header, quotes kept."""
    if etag_str.strip() == '*':
        return ['*']
    found = (_ETAG.match(tag.strip()) for tag in etag_str.split(','))
    return [tag[1] for tag in found if tag]


def quote_etag(etag_str):
    return etag_str if _ETAG.match(etag_str) else f'"{etag_str}"'


def is_same_domain(host, pattern):
    """Whether the host is the pattern, or, for ".example.com", that domain or one under it."""
    if not pattern:
        return False
    pattern = pattern.lower()
    if pattern[0] == '.':
        return host.endswith(pattern) or host == pattern[1:]
    return pattern == host


def url_has_allowed_host_and_scheme(url, allowed_hosts, require_https=False):
    """Whether a redirect to that address stays on an allowed host, over http or https. Never for an empty one."""
    url = url.strip() if url is not None else url
    if not url:
        return False
    if allowed_hosts is None:
        allowed_hosts = set()
    elif isinstance(allowed_hosts, str):
        allowed_hosts = {allowed_hosts}
    # Browsers read a backslash as a slash.
    return all(
        _stays(candidate, allowed_hosts, require_https) for candidate in (url, url.replace('\\', '/'))
    )


def _stays(url, allowed_hosts, require_https):
    import unicodedata

    # Browsers see a host after three slashes, and skip control characters at the start.
    if url.startswith('///') or (VERSION >= (5, 0) and len(url) > MAX_URL_LENGTH):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if not parts.netloc and parts.scheme:
        return False
    if unicodedata.category(url[0])[0] == 'C':
        return False
    scheme = parts.scheme or ('http' if parts.netloc else '')
    schemes = ('https',) if require_https else ('http', 'https')
    return (not parts.netloc or parts.netloc in allowed_hosts) and (not scheme or scheme in schemes)


if VERSION < (4, 0):
    is_safe_url = url_has_allowed_host_and_scheme

    def urlquote(url, safe='/'):
        from urllib.parse import quote

        return quote(str(url), safe)

    def urlquote_plus(url, safe=''):
        from urllib.parse import quote_plus

        return quote_plus(str(url), safe)

    def urlunquote(quoted_url):
        from urllib.parse import unquote

        return unquote(str(quoted_url))

    def urlunquote_plus(quoted_url):
        from urllib.parse import unquote_plus

        return unquote_plus(str(quoted_url))


def escape_leading_slashes(url):
    """Two leading slashes would name another host; the second one is escaped."""
    return '/%2F' + url[2:] if url.startswith('//') else url


def _parameters(line):
    """The parts of a header value between semicolons; quoted ones keep theirs."""
    part, quoted, before = '', False, ''
    for char in line:
        if char == '"' and before != '\\':
            quoted = not quoted
        before = char
        if char == ';' and not quoted:
            yield part.strip()
            part = ''
        else:
            part += char
    yield part.strip()


def parse_header_parameters(line, max_length=10_000):
    """A value such as "text/html; charset=utf-8" as its first part and a dictionary. Raises ValueError."""
    if VERSION >= (6, 0) and max_length is not None and len(line) > max_length:
        raise ValueError('Unable to parse header parameters (value too long).')
    first, *rest = _parameters(line)
    options = {}
    for part in rest:
        name, mark, value = part.partition('=')
        if not mark:
            continue
        name, value = name.strip().lower(), value.strip()
        if len(value) >= 2 and value[0] == value[-1] == '"':
            value = value[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if name.endswith('*'):
            name = name[:-1]
            if part.count("'") == 2:
                value = _with_encoding(value)
        options[name] = value
    return first.lower(), options


def _with_encoding(value):
    """RFC 2231's form: encoding, language and percent-encoded text between apostrophes."""
    from urllib.parse import unquote

    encoding, _, text = value.split("'")
    return unquote(text, encoding=encoding)


def content_disposition_header(as_attachment, filename):
    """The Content-Disposition value for a file name (RFC 6266); None when there is nothing to say."""
    if not filename:
        return 'attachment' if as_attachment else None
    disposition = 'attachment' if as_attachment else 'inline'
    if re.match(r'^[\t \x21-\x7e]*$', filename):
        escaped = filename.replace('\\', '\\\\').replace('"', '\\"')
        return f'{disposition}; filename="{escaped}"'
    from urllib.parse import quote

    return f"{disposition}; filename*=utf-8''{quote(filename)}"
