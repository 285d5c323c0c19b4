"""The header X-Frame-Options view by view."""

from django.views.decorators._after import after


def _with_header(value):
    def change(request, response):
        if response.get("X-Frame-Options") is None:
            response["X-Frame-Options"] = value

    return lambda view: after(view, change)


xframe_options_deny = _with_header("DENY")
xframe_options_sameorigin = _with_header("SAMEORIGIN")


def xframe_options_exempt(view):
    """Any page may show this one in a frame."""

    def change(request, response):
        response.xframe_options_exempt = True

    return after(view, change)
