"""One Django answers addresses: JSON in on stdin, facts of its pages out on stdout."""

import json
import os
import sys
import warnings

import facts

warnings.simplefilter('ignore')
os.environ['DJANGO_SETTINGS_MODULE'] = 'settings'
import logging  # noqa: E402

import django  # noqa: E402

django.setup()
logging.disable(logging.CRITICAL)
from django.test import Client  # noqa: E402

client = Client(enforce_csrf_checks=True, raise_request_exception=False, HTTP_HOST='127.0.0.1:8000')
answers = []
for path in json.load(sys.stdin):
    client.cookies.clear()
    method, _, address = path.rpartition(' ') if path.startswith('POST ') else ('', '', path)
    response = client.post(address) if method else client.get(address)
    answers.append(facts.of(response.status_code, response['Content-Type'], response.content.decode()))
print(json.dumps(answers))
