from django.http import HttpResponse


def in_a_cookie(request):
    visits = int(request.COOKIES.get('visits', '0')) + 1
    response = HttpResponse(f'The cookie says: visit {visits}')
    response.set_cookie('visits', visits)
    return response


def in_a_session(request):
    visits = request.session.get('visits', 0) + 1
    request.session['visits'] = visits
    return HttpResponse(f'The session says: visit {visits}')


def diary_in_a_cookie(request):
    response = HttpResponse('5,000 letters for a cookie.')
    response.set_cookie('diary', 'x' * 5000, path='/diary-in-a-cookie/')
    return response


def diary_in_a_session(request):
    request.session['diary'] = 'x' * 5000
    return HttpResponse('5,000 letters for the session.')
