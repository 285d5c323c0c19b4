"""The view through which templates.test.ts runs cases inside a simulated server: cases as JSON in, answers out."""

import json

import runner
from django.http import HttpResponse
from django.urls import path


def run(request):
    return HttpResponse(json.dumps(runner.run_cases(json.loads(request.body))))


urlpatterns = [path('run/', run)]
