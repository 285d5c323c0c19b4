"""View decorators about methods: `require_GET`, `require_POST`, `require_safe`, `require_http_methods`."""

import logging
from functools import wraps
from inspect import iscoroutinefunction

_logger = logging.getLogger('django.request')


def require_http_methods(request_method_list):
    """A view for these methods only; others are answered 405."""

    def refusal(request):
        if request.method in request_method_list:
            return None
        from django.http import HttpResponseNotAllowed

        response = HttpResponseNotAllowed(request_method_list)
        _logger.warning(
            'Method Not Allowed (%s): %s',
            request.method,
            request.path,
            extra={'status_code': 405, 'request': request},
        )
        return response

    def decorate(view):
        if iscoroutinefunction(view):

            async def checked(request, *args, **kwargs):
                refused = refusal(request)
                return await view(request, *args, **kwargs) if refused is None else refused

        else:

            def checked(request, *args, **kwargs):
                refused = refusal(request)
                return view(request, *args, **kwargs) if refused is None else refused

        return wraps(view)(checked)

    return decorate


require_GET = require_http_methods(['GET'])
require_POST = require_http_methods(['POST'])
require_safe = require_http_methods(['GET', 'HEAD'])
