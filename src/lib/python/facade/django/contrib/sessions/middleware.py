"""SessionMiddleware; what it decides is decided by the host."""

from _crumbtrail import host
from django.core.handlers import host as handlers
from django.utils.deprecation import MiddlewareMixin


class SessionMiddleware(MiddlewareMixin):
    def __init__(self, get_response=None):
        super().__init__(get_response)
        import importlib

        from django.conf import settings

        self.SessionStore = importlib.import_module(settings.SESSION_ENGINE).SessionStore

    def process_request(self, request):
        host("middleware.request", "django.contrib.sessions.middleware.SessionMiddleware", handlers.ref(request))

    def process_response(self, request, response):
        path = "django.contrib.sessions.middleware.SessionMiddleware"
        return handlers.of(host("middleware.response", path, handlers.ref(request), handlers.ref(response)))
