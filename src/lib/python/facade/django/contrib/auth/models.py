"""Users."""


class AnonymousUser:
    id = pk = None
    username = ""
    is_staff = is_active = is_superuser = False
    is_anonymous = True
    is_authenticated = False

    def __str__(self):
        return "AnonymousUser"

    def get_username(self):
        return self.username
