from django.urls import path

import views

urlpatterns = [
    path('cart/', views.cart),
    path('add/<str:fruit>/', views.add),
    path('empty/', views.empty),
    path('leave/', views.leave),
]
