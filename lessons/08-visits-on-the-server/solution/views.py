from datetime import datetime

from django.http import HttpResponse


def count_visits(request):
    visits = request.session.get('visits', 1)
    last_visit = request.session.get('last_visit', str(datetime.now()))
    last_time = datetime.fromisoformat(last_visit)

    if (datetime.now() - last_time).days > 0:
        visits = visits + 1
        last_visit = str(datetime.now())

    request.session['visits'] = visits
    request.session['last_visit'] = last_visit


def index(request):
    count_visits(request)
    return HttpResponse('Rango says hey there partner!')


def about(request):
    count_visits(request)
    visits = request.session['visits']
    return HttpResponse(f'Rango was made by the Crumbtrail team. Visits: {visits}')
