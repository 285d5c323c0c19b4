"""What is told of logins."""

from django.dispatch import Signal

user_logged_in = Signal()
user_login_failed = Signal()
user_logged_out = Signal()


def _update_last_login(sender, user, **kwargs):
    from django.utils import timezone

    if hasattr(user, "last_login"):
        user.last_login = timezone.now()
        user.save(update_fields=["last_login"])


user_logged_in.connect(_update_last_login, dispatch_uid="update_last_login")
