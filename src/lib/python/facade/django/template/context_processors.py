"""Variables that every template rendered with a request gets. The engine's options name them."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject, lazy


def csrf(request):
    """`csrf_token`, made when it is first shown; "NOTPROVIDED" without the middleware."""

    def token():
        from django.middleware.csrf import get_token

        made = get_token(request)
        return 'NOTPROVIDED' if made is None else made

    return {'csrf_token': SimpleLazyObject(token)}


def _queries():
    from django.db import connections

    return [query for name in connections for query in connections[name].queries]


def debug(request):
    """Under DEBUG, for INTERNAL_IPS: `debug` and `sql_queries`."""
    if not (settings.DEBUG and request.META.get('REMOTE_ADDR') in settings.INTERNAL_IPS):
        return {}
    return {'debug': True, 'sql_queries': lazy(_queries, list)}


def i18n(request):
    from django.utils import translation

    return {
        'LANGUAGES': settings.LANGUAGES,
        'LANGUAGE_CODE': translation.get_language(),
        'LANGUAGE_BIDI': translation.get_language_bidi(),
    }


def tz(request):
    from django.utils import timezone

    return {'TIME_ZONE': timezone.get_current_timezone_name()}


def static(request):
    from django.templatetags.static import url_setting

    return {'STATIC_URL': url_setting('STATIC_URL')}


def media(request):
    from django.templatetags.static import url_setting

    return {'MEDIA_URL': url_setting('MEDIA_URL')}


def request(request):
    return {'request': request}
