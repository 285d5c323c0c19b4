from django.urls import path

import views

urlpatterns = [
    path('rango/', views.index),
    path('rango/about/', views.about),
]
