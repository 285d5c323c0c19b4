"""The base of class-style middleware, and the names of deprecation warnings."""

from django import VERSION


class RemovedInNextVersionWarning(DeprecationWarning):
    pass


class RemovedInDjango40Warning(DeprecationWarning):
    pass


class RemovedInDjango41Warning(PendingDeprecationWarning):
    pass


class RemovedInDjango50Warning(DeprecationWarning):
    pass


class RemovedInDjango51Warning(PendingDeprecationWarning):
    pass


class RemovedInDjango60Warning(DeprecationWarning):
    pass


class RemovedInDjango61Warning(PendingDeprecationWarning):
    pass


class MiddlewareMixin:
    """Middleware with process_request and process_response."""

    sync_capable = True
    async_capable = True

    if VERSION < (4, 0):

        def __init__(self, get_response=None):
            self.get_response = get_response
            super().__init__()
    else:

        def __init__(self, get_response):
            if get_response is None:
                raise ValueError("get_response must be provided.")
            self.get_response = get_response
            super().__init__()

    def __repr__(self):
        inner = getattr(self.get_response, "__qualname__", self.get_response.__class__.__name__)
        return f"<{self.__class__.__qualname__} get_response={inner}>"

    def __call__(self, request):
        response = None
        if hasattr(self, "process_request"):
            response = self.process_request(request)
        response = response or self.get_response(request)
        if hasattr(self, "process_response"):
            response = self.process_response(request, response)
        return response
