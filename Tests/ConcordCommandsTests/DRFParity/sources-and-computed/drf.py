from django.db import models
from django.urls import path
from rest_framework import generics, serializers


class Person(models.Model):
    name = models.CharField(max_length=30, help_text="As in the passport.")
    born = models.DateField()
    password = models.CharField(max_length=128)


class PersonSerializer(serializers.ModelSerializer):
    fullName = serializers.CharField(source="name", max_length=30)
    age = serializers.SerializerMethodField()
    nicknames = serializers.SerializerMethodField()
    visits = serializers.SerializerMethodField()
    score = serializers.SerializerMethodField()

    class Meta:
        model = Person
        fields = ["id", "born", "password", "fullName", "age", "nicknames", "visits", "score"]
        extra_kwargs = {"password": {"write_only": True}}

    def get_age(self, person) -> int:
        """How old they are."""

    def get_nicknames(self, person) -> list[str]:
        """What they are called by, if by anything."""

    def get_visits(self, person) -> dict[str, int]:
        """How often they were here, by year."""

    def get_score(self, person) -> float | None:
        pass


class People(generics.ListCreateAPIView):
    serializer_class = PersonSerializer
    queryset = Person.objects.all()
    authentication_classes = []
    permission_classes = []


urlpatterns = [path("people", People.as_view())]
