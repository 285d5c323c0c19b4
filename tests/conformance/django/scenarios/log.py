"""LOGGING: what a project's own handlers hear."""

from base import URLS, VIEWS, case, do, write

MINE = """import logging
LINES = []
class Keep(logging.Handler):
    def emit(self, record):
        text = self.format(record)
        LINES.append(text.split('\\n')[0] + (' and a traceback' if 'Traceback (most' in text else ''))
"""
BOOM = VIEWS + """

def boom(request):
    raise ValueError('boom')


def refuse(request):
    from django.core.exceptions import SuspiciousOperation
    raise SuspiciousOperation('odd')


def deny(request):
    from django.core.exceptions import PermissionDenied
    raise PermissionDenied('no')


def gone(request):
    raise Http404('gone')


def own(request):
    import logging
    logging.getLogger(__name__).warning('mine %s', 1)
    logging.getLogger('shop.cart').info('cart')
    return HttpResponse('own')
"""
ROUTES = URLS.replace("urlpatterns = [", "urlpatterns = [\n    path('boom/', views.boom),\n    path('refuse/', views.refuse),\n    path('own/', views.own),\n    path('deny/', views.deny),\n    path('gone/', views.gone),")
FILES = {"mine.py": MINE, "views.py": BOOM, "urls.py": ROUTES}
KEEP = "'handlers': {'keep': {'class': 'mine.Keep', 'formatter': 'brief'}}, 'formatters': {'brief': {'format': '%(levelname)s %(name)s %(message)s'}}"
QUIET = KEEP.replace("'formatter'", "'filters': ['quiet'], 'formatter'")
ASK = "import mine;;list(mine.LINES);;mine.LINES.clear()"
WAYS = {
    "root": f"LOGGING = {{'version': 1, 'disable_existing_loggers': False, {KEEP}, 'root': {{'handlers': ['keep'], 'level': 'INFO'}}}}\n",
    "django": f"LOGGING = {{'version': 1, 'disable_existing_loggers': False, {KEEP}, 'loggers': {{'django': {{'handlers': ['keep'], 'level': 'WARNING'}}}}}}\n",
    "errors": f"LOGGING = {{'version': 1, 'disable_existing_loggers': False, {KEEP}, 'loggers': {{'django.request': {{'handlers': ['keep'], 'level': 'ERROR', 'propagate': False}}}}}}\n",
    "disabled": f"LOGGING = {{'version': 1, {KEEP}, 'root': {{'handlers': ['keep'], 'level': 'INFO'}}}}\n",
    "shop": f"LOGGING = {{'version': 1, 'disable_existing_loggers': False, {KEEP}, 'loggers': {{'shop': {{'handlers': ['keep'], 'level': 'DEBUG'}}}}}}\n",
    "filter": f"LOGGING = {{'version': 1, 'disable_existing_loggers': False, 'filters': {{'quiet': {{'()': 'django.utils.log.RequireDebugFalse'}}}}, {QUIET}, 'root': {{'handlers': ['keep']}}}}\n",
    "none": "LOGGING_CONFIG = None\n",
    "default": "import copy\nfrom django.utils.log import DEFAULT_LOGGING\nLOGGING = copy.deepcopy(DEFAULT_LOGGING)\nLOGGING['handlers']['keep'] = {'class': 'mine.Keep'}\nLOGGING['loggers']['django']['handlers'] = ['keep']\n",
}
BROKEN = {
    "class": "LOGGING = {'version': 1, 'handlers': {'keep': {'class': 'mine.Nobody'}}, 'root': {'handlers': ['keep']}}\n",
    "handler": "LOGGING = {'version': 1, 'root': {'handlers': ['nobody']}}\n",
    "version": "LOGGING = {'handlers': {}}\n",
    "level": "LOGGING = {'version': 1, 'root': {'level': 'LOUD'}}\n",
}
STEPS = [
    {"visit": "/missing/"}, {"visit": "/boom/"}, {"visit": "/refuse/"}, {"visit": "/own/"}, {"visit": "/deny/"}, {"visit": "/gone/"}, do(ASK),
    do("session['a'] = 1"), {"sql": "update django_session set session_data = 'junk'"}, do("session.get('a')"), do(ASK),
    {"shell": "import logging\nd = logging.getLogger('django')\nprint(d.disabled, d.propagate, logging.getLogger('django.request').disabled, logging.getLogger().level)"},
]  # fmt: skip

write([case(f"log/{name}", STEPS, files=FILES, extra_settings=text) for name, text in WAYS.items()])
write([case(f"log/broken-{name}", [{"visit": "/plain/"}], files=FILES, extra_settings=text, migrate=False) for name, text in BROKEN.items()])
