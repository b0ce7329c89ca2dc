"""The same app with a number of models, for Concord, Django REST framework and FastAPI."""

# Each model: a key, eight fields of the usual kinds, and a relation to the model before it. Each has a list with search,
# ordering and pages, and create, retrieve, update, partial update and destroy.


def swift_app(count, folder):
    """Writes a file for each model, and one for the API."""
    for number in range(count):
        (folder / f"Thing{number}.swift").write_text(SWIFT_MODEL.format(n=number, before=max(number - 1, 0)))
    views = "".join(f"        Thing{number}ViewSet.self,\n" for number in range(count))
    (folder / "API.swift").write_text(SWIFT_API.replace("VIEWS", views))


def django_app(count, folder):
    """A project with one app, in which each class has a module: drf-spectacular parses a class's module for its docstring,
    which in one large file would cost the square of the number of models."""
    (folder / "manage.py").write_text(DJANGO_MANAGE)
    app = folder / "things"
    for part, head, text in [
        ("models", DJANGO_MODELS, DJANGO_MODEL), ("serializers", DJANGO_SERIALIZERS, DJANGO_SERIALIZER),
        ("views", DJANGO_VIEWS, DJANGO_VIEW_SET),
    ]:
        (app / part).mkdir(parents=True)
        (app / part / "__init__.py").write_text("".join(f"from .thing{n} import *\n" for n in range(count)))
        for n in range(count):
            (app / part / f"thing{n}.py").write_text(head.format(n=n) + text.format(n=n, before=max(n - 1, 0)))
    registrations = "".join(f'router.register("thing{n}s", views.Thing{n}ViewSet)\n' for n in range(count))
    (app / "__init__.py").write_text("")
    (app / "pages.py").write_text(DJANGO_PAGES)
    (app / "urls.py").write_text(DJANGO_URLS.replace("REGISTRATIONS", registrations))


def fastapi_app(count, folder):
    """Writes one file that prints its document."""
    parts = "".join(FASTAPI_MODEL.format(n=number) for number in range(count))
    (folder / "app.py").write_text(FASTAPI_HEAD + parts + FASTAPI_END)


SWIFT_API = """import Concord

/// Many things.
@API(title: "Things", version: "1.0.0")
enum ThingsAPI {
    static let authentication: [any Authentication] = [TokenAuthentication()]
    static let views: [any View.Type] = [
VIEWS    ]
}
"""

SWIFT_MODEL = """import Concord
import Foundation

/// Thing number {n}.
@Model
struct Thing{n} {{
    var id: Int
    /// What it is called.
    @Field(.unique, .minLength(1), .maxLength(100)) var name: String
    @Field(.maxLength(400)) var note: Nullable<String>?
    @Field(.minimum(0)) var count: Int32
    @Field(maxDigits: 8, decimalPlaces: 2) var price: Decimal
    var isActive: Bool = true
    var status: Status = .open
    @ForeignKey(onDelete: .cascade) var before: Thing{before}.ID
    @Field(.setOn(.create)) var created: Date

    enum Status: String {{ case open, closed }}
}}

/// Thing number {n}.
@Serializer(of: Thing{n}.self)
struct Thing{n}Serializer {{}}

/// All things of number {n}.
@View("/thing{n}s", .tags("things"))
struct Thing{n}ViewSet: ModelViewSet {{
    static let serializer = Thing{n}Serializer.self
    static let queryset = Thing{n}.objects.all()
    static let permissions: [any Permission] = [IsAuthenticatedOrReadOnly()]
    static let filters: [any FilterBackend<Thing{n}>] = [SearchFilter(\\.name), OrderingFilter(\\.name, \\.created)]
    static let pagination = PageNumberPagination(pageSize: 50)
}}
"""

DJANGO_MANAGE = """import sys

from django.conf import settings
from django.core.management import execute_from_command_line

settings.configure(
    INSTALLED_APPS=[
        "django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "rest_framework.authtoken",
        "drf_spectacular", "things",
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    ROOT_URLCONF="things.urls",
    USE_TZ=True,
    REST_FRAMEWORK={
        "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
        "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
    },
    SPECTACULAR_SETTINGS={"TITLE": "Things", "VERSION": "1.0.0"},
)
execute_from_command_line(sys.argv)
"""

DJANGO_MODELS = """from django.core import validators
from django.db import models
"""

DJANGO_MODEL = '''

class Thing{n}(models.Model):
    """Thing number {n}."""

    name = models.CharField(max_length=100, unique=True, help_text="What it is called.")
    note = models.CharField(max_length=400, null=True, blank=True)
    count = models.IntegerField(validators=[validators.MinValueValidator(0)])
    price = models.DecimalField(max_digits=8, decimal_places=2)
    is_active = models.BooleanField(default=True)
    status = models.CharField(max_length=10, choices=[("open", "Open"), ("closed", "Closed")], default="open")
    before = models.ForeignKey("Thing{before}", on_delete=models.CASCADE, related_name="+")
    created = models.DateTimeField(auto_now_add=True)
'''

DJANGO_SERIALIZERS = """from rest_framework import serializers

from ..models.thing{n} import Thing{n}
"""

DJANGO_SERIALIZER = '''

class Thing{n}Serializer(serializers.ModelSerializer):
    """Thing number {n}."""

    class Meta:
        model = Thing{n}
        fields = "__all__"
'''

DJANGO_PAGES = """from rest_framework import pagination


class Pages(pagination.PageNumberPagination):
    page_size = 50
"""

DJANGO_VIEWS = """from rest_framework import filters, permissions, viewsets

from ..models.thing{n} import Thing{n}
from ..pages import Pages
from ..serializers.thing{n} import Thing{n}Serializer
"""

DJANGO_VIEW_SET = '''

class Thing{n}ViewSet(viewsets.ModelViewSet):
    """All things of number {n}."""

    serializer_class = Thing{n}Serializer
    queryset = Thing{n}.objects.all()
    permission_classes = [permissions.IsAuthenticatedOrReadOnly]
    filter_backends = [filters.SearchFilter, filters.OrderingFilter]
    search_fields = ["name"]
    ordering_fields = ["name", "created"]
    pagination_class = Pages
'''

DJANGO_URLS = """from rest_framework import routers

from . import views

router = routers.SimpleRouter(trailing_slash=False)
REGISTRATIONSurlpatterns = router.urls
"""

FASTAPI_HEAD = '''import sys
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Generic, Literal, TypeVar

import yaml
from fastapi import Depends, FastAPI
from fastapi.security import APIKeyHeader
from pydantic import BaseModel, Field

app = FastAPI(title="Things", version="1.0.0")
token = Depends(APIKeyHeader(name="Authorization"))
T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    count: int
    next: str | None
    previous: str | None
    results: list[T]
'''

FASTAPI_MODEL = '''

class Thing{n}Request(BaseModel):
    """Thing number {n}."""

    name: Annotated[str, Field(min_length=1, max_length=100, description="What it is called.")]
    note: Annotated[str | None, Field(max_length=400)] = None
    count: Annotated[int, Field(ge=0)]
    price: Annotated[Decimal, Field(max_digits=8, decimal_places=2)]
    is_active: bool = True
    status: Literal["open", "closed"] = "open"
    before: int


class Thing{n}(Thing{n}Request):
    """Thing number {n}."""

    id: int
    created: datetime


class PatchedThing{n}(BaseModel):
    """Thing number {n}."""

    name: Annotated[str | None, Field(min_length=1, max_length=100, description="What it is called.")] = None
    note: Annotated[str | None, Field(max_length=400)] = None
    count: Annotated[int | None, Field(ge=0)] = None
    price: Annotated[Decimal | None, Field(max_digits=8, decimal_places=2)] = None
    is_active: bool | None = None
    status: Literal["open", "closed"] | None = None
    before: int | None = None


@app.get("/thing{n}s", tags=["things"])
def list_thing{n}s(
    search: str | None = None, ordering: Literal["name", "-name", "created", "-created"] | None = None, page: int = 1
) -> Page[Thing{n}]:
    """All things of number {n}."""
    raise NotImplementedError


@app.post("/thing{n}s", tags=["things"], status_code=201, dependencies=[token])
def create_thing{n}(thing: Thing{n}Request) -> Thing{n}:
    """All things of number {n}."""
    raise NotImplementedError


@app.get("/thing{n}s/{{id}}", tags=["things"])
def retrieve_thing{n}(id: int) -> Thing{n}:
    """All things of number {n}."""
    raise NotImplementedError


@app.put("/thing{n}s/{{id}}", tags=["things"], dependencies=[token])
def update_thing{n}(id: int, thing: Thing{n}Request) -> Thing{n}:
    """All things of number {n}."""
    raise NotImplementedError


@app.patch("/thing{n}s/{{id}}", tags=["things"], dependencies=[token])
def partially_update_thing{n}(id: int, thing: PatchedThing{n}) -> Thing{n}:
    """All things of number {n}."""
    raise NotImplementedError


@app.delete("/thing{n}s/{{id}}", tags=["things"], status_code=204, dependencies=[token])
def destroy_thing{n}(id: int) -> None:
    """All things of number {n}."""
    raise NotImplementedError
'''

FASTAPI_END = """

with open(sys.argv[1], "w", encoding="utf-8") as file:
    yaml.dump(app.openapi(), file, Dumper=yaml.CSafeDumper, sort_keys=False)
"""
