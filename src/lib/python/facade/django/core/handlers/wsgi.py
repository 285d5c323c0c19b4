"""The application that a WSGI server calls."""

from django.core.handlers import base
from django.core.signals import request_finished, request_started
from django.http.request import WSGIRequest  # noqa: F401


class WSGIHandler(base.BaseHandler):
    request_class = WSGIRequest

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.load_middleware()

    def __call__(self, environ, start_response):
        request_started.send(sender=self.__class__, environ=environ)
        response = self.get_response(self.request_class(environ))
        cookies = [("Set-Cookie", morsel.output(header="").lstrip()) for morsel in response.cookies.values()]
        start_response(f"{response.status_code} {response.reason_phrase}", [*response.items(), *cookies])
        request_finished.send(sender=self.__class__)
        return response
