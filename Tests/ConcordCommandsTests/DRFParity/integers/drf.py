from django.db import models
from django.urls import path
from rest_framework import generics, serializers


class Counter(models.Model):
    id = models.BigAutoField(primary_key=True)
    tiny = models.SmallIntegerField()
    usual = models.IntegerField()
    huge = models.BigIntegerField()


class CounterSerializer(serializers.ModelSerializer):
    plain = serializers.IntegerField()
    beyond = serializers.IntegerField(max_value=3_000_000_000)

    class Meta:
        model = Counter
        fields = ["id", "tiny", "usual", "huge", "plain", "beyond"]


class CounterDetail(generics.RetrieveUpdateAPIView):
    serializer_class = CounterSerializer
    queryset = Counter.objects.all()
    authentication_classes = []
    permission_classes = []


urlpatterns = [path("counters/<int:pk>", CounterDetail.as_view())]
