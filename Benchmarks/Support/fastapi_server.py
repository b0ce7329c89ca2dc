"""The app of Benchmarks/server in FastAPI: `uvicorn fastapi_server:app`."""

import datetime
import enum
import uuid

import fastapi
import pydantic

from stations import stations


class Status(enum.StrEnum):
    active = "active"
    retired = "retired"


class Station(pydantic.BaseModel):
    id: uuid.UUID
    name: str
    elevation: float
    status: Status
    created: datetime.datetime
    tags: list[str]


HUNDRED = [Station(**station) for station in stations(100)]
app = fastapi.FastAPI()


@app.get("/stations/{count}")
async def list_stations(count: int) -> list[Station]:
    return HUNDRED[:count]


@app.get("/station")
async def get_station() -> Station:
    return HUNDRED[0]


@app.post("/station", status_code=201)
async def create_station(station: Station) -> Station:
    return station
