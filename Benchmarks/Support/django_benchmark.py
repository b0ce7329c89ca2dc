"""The app of Benchmarks/database in Django REST framework: `django_benchmark.py TASK TIMES URL`."""

import sys
import urllib.parse

import django
from django.conf import settings

ROWS = 10_000


def configure(url):
    if url.startswith("postgres"):
        parts = urllib.parse.urlsplit(url)
        database = {
            "ENGINE": "django.db.backends.postgresql", "NAME": parts.path[1:], "USER": parts.username,
            "HOST": parts.hostname, "PORT": parts.port,
        }
    else:
        database = {"ENGINE": "django.db.backends.sqlite3", "NAME": url.removeprefix("sqlite:")}
    settings.configure(
        DATABASES={"default": database}, INSTALLED_APPS=["rest_framework"], USE_TZ=True, ROOT_URLCONF=__name__,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", ALLOWED_HOSTS=["*"],
        REST_FRAMEWORK={
            "DEFAULT_AUTHENTICATION_CLASSES": [], "UNAUTHENTICATED_USER": None,
            "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
        })
    django.setup()


def main(task, times, url):
    configure(url)
    import datetime

    from django.db import models, transaction
    from rest_framework import generics, pagination, serializers
    from rest_framework.test import APIRequestFactory

    class Owner(models.Model):
        email = models.TextField()

        class Meta:
            app_label = "benchmark"
            db_table = "owner"

    class Station(models.Model):
        name = models.TextField()
        elevation = models.FloatField(null=True)
        status = models.TextField()
        owner = models.ForeignKey(Owner, on_delete=models.PROTECT, db_column="owner")
        created = models.DateTimeField()

        class Meta:
            app_label = "benchmark"
            db_table = "station"

    class StationSerializer(serializers.ModelSerializer):
        class Meta:
            model = Station
            fields = "__all__"

    class Pages(pagination.PageNumberPagination):
        page_size = 20

    class Stations(generics.ListAPIView):
        serializer_class = StationSerializer
        queryset = Station.objects.order_by("id")
        pagination_class = Pages

    created = datetime.datetime(2023, 11, 14, 22, 13, 20, tzinfo=datetime.timezone.utc)
    view = Stations.as_view()
    factory = APIRequestFactory()

    def run():
        if task == "insert":
            stations = [
                Station(
                    name=f"Station {number}", elevation=number % 3000, status="active", owner_id=number % 100 + 1,
                    created=created) for number in range(ROWS)
            ]
            with transaction.atomic():
                Station.objects.bulk_create(stations, batch_size=333)
        elif task == "read":
            assert len(list(Station.objects.all()[:ROWS])) == ROWS
        elif task == "join":
            found = Station.objects.order_by("id").filter(owner__email__startswith="owner1", elevation__gte=100)[:ROWS]
            assert len(list(found)) > 0
        elif task == "update":
            assert Station.objects.filter(id__lte=ROWS).update(elevation=models.F("elevation") + 1) == ROWS
        elif task == "list":
            for _ in range(100):
                response = view(factory.get("/stations?page=7"))
                response.render()
                assert response.status_code == 200 and b"results" in response.content

    for _ in range(times):
        run()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
