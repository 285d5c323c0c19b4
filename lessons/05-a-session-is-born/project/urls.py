from django.urls import path

import views

urlpatterns = [
    path('about/', views.about),
    path('look/', views.look),
    path('count/', views.count),
]
