from django.urls import path

import views

urlpatterns = [
    path('hello/', views.hello),
    path('tally/', views.tally),
    path('badge/', views.badge),
    path('who/', views.who),
]
