"""Turning the addresses in a text into links."""

import html
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from django import VERSION
from django.utils.html import escape
from django.utils.http import MAX_URL_LENGTH, RFC3986_GENDELIMS, RFC3986_SUBDELIMS
from django.utils.safestring import SafeData, mark_safe

_WITH_SCHEME = re.compile(r'^https?://\[?\w', re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(
    r'^www\.|^(?!http)\w[^@]+\.(com|edu|gov|int|mil|net|org)($|/.*)$', re.IGNORECASE
)
_EMAIL = re.compile(
    r"^[-!#$%&'*+/=?^_`{}|~0-9A-Z]+(\.[-!#$%&'*+/=?^_`{}|~0-9A-Z]+)*"
    r'@(?:[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?\.)+(?:[A-Z0-9-]{2,63}(?<!-))$',
    re.IGNORECASE,
)
_TRAILING = '.,:;!'
_PAIRS = (('(', ')'), ('[', ']'))


def _requote(text):
    return quote(unquote(text), safe=RFC3986_SUBDELIMS + RFC3986_GENDELIMS + '~')


def _host(netloc):
    """A host with letters outside ASCII: percent-encoded since 5.2, in Punycode before."""
    if VERSION >= (5, 2):
        return _requote(netloc)
    return netloc.encode('idna').decode('ascii')


def smart_urlquote(url):
    """Percent-encodes an address, whether or not it was so already."""
    try:
        scheme, netloc, path, query, fragment = urlsplit(url)
        netloc = _host(netloc)
    except ValueError:
        return _requote(url)
    if query:
        query = urlencode(
            [(unquote(name), unquote(value)) for name, value in parse_qsl(query, keep_blank_values=True)]
        )
    return urlunsplit((scheme, netloc, _requote(path), query, _requote(fragment)))


def _without_closers(middle):
    """Cuts off the closing brackets that nothing opens: (rest, cut)."""
    cut = ''
    for opening, closing in _PAIRS:
        surplus = middle.count(closing) - middle.count(opening)
        if surplus > 0 and middle.endswith(closing):
            middle, cut = middle[:-surplus], middle[-surplus:] + cut
    return middle, cut


def _without_marks(middle):
    """Cuts off punctuation at the end; a semicolon that ends an entity stays: (rest, cut)."""
    ampersand = middle.rfind('&')
    rest = middle.rstrip(_TRAILING if ampersand == -1 else _TRAILING.replace(';', ''))
    cut = middle[len(rest) :]
    if rest.endswith(';'):
        entity = rest[ampersand:]
        plain = html.unescape(entity)
        if plain == entity or plain.endswith(';'):
            shorter = rest.rstrip(_TRAILING)
            keep = len(shorter)
            if ampersand > -1 and len(rest) - len(rest.rstrip(';')) > 1:
                keep = rest.index(';', len(shorter)) + 1
            rest, cut = rest[:keep], rest[keep:] + cut
    return rest, cut


def _trim(word):
    """The word as (brackets and such before, address, punctuation after)."""
    middle = word.lstrip(''.join(opening for opening, _ in _PAIRS))
    lead, trail = word[: len(word) - len(middle)], ''
    while middle:
        rest, brackets = _without_closers(middle)
        rest, marks = _without_marks(rest)
        if rest == middle:
            break
        # From 4.0 to 5.2 Django forgets what it cut off before a bracket.
        forgets = bool(brackets) and (4, 0) <= VERSION < (6, 0)
        after = '' if forgets else trail
        middle, trail = rest, marks + brackets + after
    return lead, middle, trail


def _is_mail_address(middle):
    if ':' in middle or '@' not in middle:
        return False
    if VERSION >= (5, 2):
        return bool(_EMAIL.match(middle))
    local, _, domain = middle.partition('@')
    return bool(local) and '.' in domain and domain[0] != '.' and '@' not in domain


def _mail_address(middle):
    local, domain = middle.rsplit('@', 1)
    if VERSION >= (5, 2):
        return f'mailto:{quote(local, safe="")}@{quote(domain, safe="")}'
    return f'mailto:{local}@{_host(domain)}'


def _address(middle, nofollow):
    """Where the word leads, and the attributes of its link; (None, '') when it is no address."""
    follow = ' rel="nofollow"' if nofollow else ''
    short = len(middle) <= MAX_URL_LENGTH
    if short and _WITH_SCHEME.match(middle):
        return smart_urlquote(html.unescape(middle)), follow
    if short and _WITHOUT_SCHEME.match(middle):
        return smart_urlquote(f'{_default_scheme()}://{html.unescape(middle)}'), follow
    if _is_mail_address(middle):
        return _mail_address(middle), ''
    return None, ''


def _default_scheme():
    if VERSION < (6, 0):
        return 'http'
    from django.conf import settings

    return 'https' if getattr(settings, 'URLIZE_ASSUME_HTTPS', False) else 'http'


def _link(word, safe, limit, nofollow, autoescape):
    lead, middle, trail = _trim(word)
    address, attributes = _address(middle, nofollow)
    if address is None:
        return None
    shown = middle if limit is None or len(middle) <= limit else middle[: max(0, limit - 1)] + '…'
    if autoescape and not safe:
        lead, shown, trail = escape(lead), escape(shown), escape(trail)
    return mark_safe(f'{lead}<a href="{escape(address)}"{attributes}>{shown}</a>{trail}')


def urlize(text, limit, nofollow, autoescape):
    """The text with its addresses as links, their shown text cut at `limit` characters."""
    safe = isinstance(text, SafeData)
    parts = []
    for word in re.split(r'''([\s<>"']+)''', str(text)):
        linked = None
        if '.' in word or '@' in word or ':' in word:
            linked = _link(word, safe, limit, nofollow, autoescape)
        if linked is None:
            linked = escape(word) if autoescape and not safe else word
        parts.append(linked)
    return ''.join(parts)
