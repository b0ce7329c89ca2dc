from django.db import models
from django.urls import path
from rest_framework import generics, serializers


class Status(models.TextChoices):
    ACTIVE = "active"
    RETIRED = "retired"


class Priority(models.IntegerChoices):
    LOW = 1
    HIGH = 2


class Machine(models.Model):
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.ACTIVE)
    priority = models.IntegerField(choices=Priority.choices)
    former = models.CharField(max_length=10, choices=Status.choices, null=True)


class MachineSerializer(serializers.ModelSerializer):
    class Meta:
        model = Machine
        fields = ["status", "priority", "former"]


class Machines(generics.ListCreateAPIView):
    serializer_class = MachineSerializer
    queryset = Machine.objects.all()
    authentication_classes = []
    permission_classes = []


urlpatterns = [path("machines", Machines.as_view())]
