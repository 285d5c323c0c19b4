"""Middleware whose work the host does; a subclass in a project may add to it."""

from _crumbtrail import host
from django.core.handlers import host as handlers
from django.utils.deprecation import MiddlewareMixin


class HostedMiddleware(MiddlewareMixin):
    """Asks the host under its dotted path."""

    path = None

    def process_request(self, request):
        number = host("middleware.request", self.path, handlers.ref(request))
        return None if number is None else handlers.of(number)

    def process_response(self, request, response):
        return handlers.of(host("middleware.response", self.path, handlers.ref(request), handlers.ref(response)))
