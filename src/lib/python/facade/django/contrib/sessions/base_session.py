"""What a model of sessions has: the key, the data, the date."""

from django.db import models


class BaseSessionManager(models.Manager):
    def encode(self, session_dict):
        """The dictionary, serialized and signed, as text."""
        return self.model.get_session_store_class()().encode(session_dict)

    def save(self, session_key, session_dict, expire_date):
        session = self.model(session_key, self.encode(session_dict), expire_date)
        if session_dict:
            session.save()
        else:
            session.delete()
        return session


class AbstractBaseSession(models.Model):
    session_key = models.CharField("session key", max_length=40, primary_key=True)
    session_data = models.TextField("session data")
    expire_date = models.DateTimeField("expire date", db_index=True)

    objects = BaseSessionManager()

    class Meta:
        abstract = True
        verbose_name = "session"
        verbose_name_plural = "sessions"

    def __str__(self):
        return self.session_key

    @classmethod
    def get_session_store_class(cls):
        raise NotImplementedError

    def get_decoded(self):
        return self.get_session_store_class()().decode(self.session_data)
