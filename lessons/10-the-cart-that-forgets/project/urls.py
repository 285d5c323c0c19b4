from django.urls import path

import views

urlpatterns = [
    path('cart/', views.cart),
    path('add/<str:fruit>/', views.add),
    path('add-and-note/<str:fruit>/', views.add_and_note),
    path('pay/', views.pay),
    path('sorry/', views.sorry),
]
