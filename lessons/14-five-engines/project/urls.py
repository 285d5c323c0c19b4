from django.urls import path

import views

urlpatterns = [
    path('count/', views.count),
]
