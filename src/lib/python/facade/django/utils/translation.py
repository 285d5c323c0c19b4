"""Translation without catalogues: every text is its own translation (the simulator speaks English)."""

from contextlib import ContextDecorator

from django import VERSION
from django.utils.functional import lazy

_active = []


def gettext(message):
    return str(message)


def gettext_noop(message):
    return message


def pgettext(context, message):
    return str(message)


def ngettext(singular, plural, number):
    return str(singular if number == 1 else plural)


def npgettext(context, singular, plural, number):
    return ngettext(singular, plural, number)


gettext_lazy = lazy(gettext, str)
pgettext_lazy = lazy(pgettext, str)


class _PluralText(str):
    """A text whose number comes later, as an argument of `%`."""

    def __new__(cls, singular, plural, number_name):
        text = super().__new__(cls, plural)
        text.forms, text.number_name = (singular, plural), number_name
        return text

    def __mod__(self, values):
        name = self.number_name
        number = values[name] if isinstance(values, dict) and name is not None else values
        return ngettext(*self.forms, number) % values


def ngettext_lazy(singular, plural, number=None):
    if isinstance(number, int):
        return lazy(ngettext, str)(singular, plural, number)
    return _PluralText(singular, plural, number)


def npgettext_lazy(context, singular, plural, number=None):
    return ngettext_lazy(singular, plural, number)


if VERSION < (4, 0):
    ugettext, ugettext_lazy, ugettext_noop = gettext, gettext_lazy, gettext_noop
    ungettext, ungettext_lazy = ngettext, ngettext_lazy


def activate(language):
    if language:
        _active[:] = [language]


def deactivate():
    _active.clear()


def deactivate_all():
    _active[:] = [None]


def get_language():
    """The language in force: the activated one, or LANGUAGE_CODE."""
    if _active:
        return _active[0]
    from django.conf import settings

    return settings.LANGUAGE_CODE


class override(ContextDecorator):
    """Another language for the length of a with statement."""

    def __init__(self, language, deactivate=False):
        self.language, self.deactivate = language, deactivate

    def __enter__(self):
        self.before = list(_active)
        if self.language is None:
            deactivate_all()
        else:
            activate(self.language)

    def __exit__(self, *exc):
        _active[:] = [] if self.deactivate else self.before


_RIGHT_TO_LEFT = ('he', 'ar', 'ar-dz', 'ckb', 'fa', 'ug', 'ur')


def get_language_bidi():
    return (get_language() or '').split('-')[0] in _RIGHT_TO_LEFT


def get_language_from_request(request, check_path=False):
    return get_language()


def check_for_language(lang_code):
    return bool(lang_code)


def get_supported_language_variant(lang_code, strict=False):
    return lang_code


def to_locale(language):
    """"en-us" as "en_US"."""
    lang, _, country = language.lower().partition('-')
    if not country:
        return language[:3].lower() + language[3:]
    country, _, tail = country.partition('-')
    country = country.title() if len(country) > 2 else country.upper()
    return f'{lang}_{country}' + (f'-{tail}' if tail else '')


def to_language(locale):
    """"en_US" as "en-us"."""
    return locale.lower().replace('_', '-')


def trim_whitespace(text):
    """The lines of a text joined by single spaces, as `blocktranslate trimmed` does."""
    lines = text.strip().splitlines()
    return ' '.join(stripped for stripped in (line.strip() for line in lines))


def get_language_info(lang_code):
    names = {'en': 'English', 'en-us': 'English', 'en-gb': 'British English'}
    if lang_code not in names:
        raise KeyError(f'Unknown language code {lang_code}.')
    name = names[lang_code]
    return {
        'bidi': False, 'code': lang_code, 'name': name, 'name_local': name, 'name_translated': name,
    }
