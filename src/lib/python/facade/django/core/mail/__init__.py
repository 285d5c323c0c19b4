"""Mail: nothing leaves this simulation. A message goes to standard output, or to `outbox` while tests run."""

from django.conf import settings

outbox = []


class EmailMessage:
    def __init__(self, subject="", body="", from_email=None, to=None, **options):
        self.subject, self.body = subject, body
        self.from_email = from_email or settings.DEFAULT_FROM_EMAIL
        self.to = list(to or [])

    def recipients(self):
        return list(self.to)

    def send(self, fail_silently=False):
        if not self.recipients():
            return 0
        if settings.EMAIL_BACKEND.endswith("locmem.EmailBackend"):
            outbox.append(self)
        else:
            print(f"Subject: {self.subject}\nFrom: {self.from_email}\nTo: {', '.join(self.to)}\n\n{self.body}")
        return 1


EmailMultiAlternatives = EmailMessage


def send_mail(subject, message, from_email, recipient_list, fail_silently=False, **options):
    return EmailMessage(subject, message, from_email, recipient_list).send()


def _to_people(people, subject, message):
    if people:
        EmailMessage(settings.EMAIL_SUBJECT_PREFIX + subject, message, settings.SERVER_EMAIL,
                     [person[1] if isinstance(person, (list, tuple)) else person for person in people]).send()


def mail_admins(subject, message, fail_silently=False, connection=None, html_message=None):
    _to_people(settings.ADMINS, subject, message)


def mail_managers(subject, message, fail_silently=False, connection=None, html_message=None):
    _to_people(settings.MANAGERS, subject, message)
