from django.urls import path

import views

urlpatterns = [
    path('party/', views.party),
    path('show/', views.show),
    path('scores/', views.scores),
    path('replace/', views.replace),
]
