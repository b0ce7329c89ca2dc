from django.db import models
from rest_framework import routers, serializers, viewsets


class Sample(models.Model):
    big = models.BigIntegerField()
    whole = models.IntegerField()
    small = models.SmallIntegerField()
    natural = models.PositiveIntegerField()
    ratio = models.FloatField()
    flag = models.BooleanField()
    text = models.TextField()
    line = models.CharField(max_length=40)
    slug = models.SlugField(max_length=50)
    email = models.EmailField()
    link = models.URLField()
    token = models.UUIDField()
    address4 = models.GenericIPAddressField(protocol="IPv4")
    address6 = models.GenericIPAddressField(protocol="IPv6")
    moment = models.DateTimeField()
    day = models.DateField()
    time = models.TimeField()
    span = models.DurationField()
    payload = models.BinaryField()
    anything = models.JSONField()
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)
    absent = models.FloatField(blank=True, default=0.5)
    nothing = models.FloatField(null=True)


class SampleSerializer(serializers.ModelSerializer):
    anything = serializers.DictField(child=serializers.IntegerField())
    words = serializers.ListField(child=serializers.CharField(max_length=9), max_length=5)
    doubled = serializers.SerializerMethodField()

    class Meta:
        model = Sample
        fields = [
            "id", "big", "whole", "small", "natural", "ratio", "flag", "text", "line", "slug", "email", "link", "token",
            "address4", "address6", "moment", "day", "time", "span", "anything", "created", "changed", "absent",
            "nothing", "words", "doubled",
        ]

    def get_doubled(self, instance) -> float:
        return instance.ratio * 2


class SampleViewSet(viewsets.ModelViewSet):
    serializer_class = SampleSerializer
    queryset = Sample.objects.all()
    authentication_classes = []
    permission_classes = []


router = routers.SimpleRouter(trailing_slash=False)
router.register("samples", SampleViewSet)
urlpatterns = router.urls
