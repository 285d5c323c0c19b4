"""AuthenticationMiddleware, and the one that asks everybody to log in."""

from _crumbtrail import host
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.middleware._hosted import HostedMiddleware
from django.utils.deprecation import MiddlewareMixin


class AuthenticationMiddleware(HostedMiddleware):
    path = "django.contrib.auth.middleware.AuthenticationMiddleware"


if host("version.has", "loginRequiredMiddleware"):

    class LoginRequiredMiddleware(MiddlewareMixin):
        """Every view is for those who are logged in, unless it says otherwise."""

        redirect_field_name = REDIRECT_FIELD_NAME

        def process_view(self, request, view_func, view_args, view_kwargs):
            if request.user.is_authenticated or not getattr(view_func, "login_required", True):
                return None
            return self.handle_no_permission(request, view_func)

        def get_login_url(self, view_func):
            from django.conf import settings
            from django.core.exceptions import ImproperlyConfigured

            login_url = getattr(view_func, "login_url", None) or settings.LOGIN_URL
            if not login_url:
                name = f"{self.__class__.__name__}"
                raise ImproperlyConfigured(
                    f"No login URL to redirect to. Define settings.LOGIN_URL or provide a login_url via the "
                    f"'django.contrib.auth.decorators.login_required' decorator. ({name})"
                )
            return str(login_url)

        def get_redirect_field_name(self, view_func):
            return getattr(view_func, "redirect_field_name", self.redirect_field_name)

        def handle_no_permission(self, request, view_func):
            from django.contrib.auth.decorators import _to_login

            return _to_login(request, self.get_login_url(view_func), self.get_redirect_field_name(view_func))
