from datetime import datetime

from django.http import HttpResponse


def count_visits(request, response):
    visits = int(request.COOKIES.get('visits', '1'))
    last_visit = request.COOKIES.get('last_visit', str(datetime.now()))
    last_time = datetime.fromisoformat(last_visit)

    if (datetime.now() - last_time).days > 0:
        visits = visits + 1
        last_visit = str(datetime.now())

    response.set_cookie('visits', visits)
    response.set_cookie('last_visit', last_visit)


def index(request):
    response = HttpResponse('Rango says hey there partner!')
    count_visits(request, response)
    return response


def about(request):
    return HttpResponse('Rango was made by the Crumbtrail team.')
