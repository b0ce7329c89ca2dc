from django.db import models
from django.urls import path
from rest_framework import generics, serializers


class OrderState(models.TextChoices):
    OPEN = "open", "Not yet paid"
    CLOSED = "closed", "Paid"


class DoorState(models.TextChoices):
    OPEN = "open", "One can walk through"
    CLOSED = "closed", "One can't"


class TicketState(models.TextChoices):
    OPEN = "open"
    WAITING = "waiting"


class Order(models.Model):
    state = models.CharField(max_length=10, choices=OrderState.choices)


class Door(models.Model):
    state = models.CharField(max_length=10, choices=DoorState.choices)


class Ticket(models.Model):
    state = models.CharField(max_length=10, choices=TicketState.choices)


class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["state"]


class DoorSerializer(serializers.ModelSerializer):
    class Meta:
        model = Door
        fields = ["state"]


class TicketSerializer(serializers.ModelSerializer):
    class Meta:
        model = Ticket
        fields = ["state"]


class Orders(generics.ListAPIView):
    serializer_class = OrderSerializer
    queryset = Order.objects.all()
    authentication_classes = []
    permission_classes = []


class Doors(generics.ListAPIView):
    serializer_class = DoorSerializer
    queryset = Door.objects.all()
    authentication_classes = []
    permission_classes = []


class Tickets(generics.ListAPIView):
    serializer_class = TicketSerializer
    queryset = Ticket.objects.all()
    authentication_classes = []
    permission_classes = []


urlpatterns = [
    path("orders", Orders.as_view()),
    path("doors", Doors.as_view()),
    path("tickets", Tickets.as_view()),
]
