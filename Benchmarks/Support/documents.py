"""Documents of any size."""

SCHEMA = """    Thing{n}:
      type: object
      description: Thing number {n}.
      required: [id, name]
      properties:
        id: {{type: integer, format: int64, readOnly: true}}
        name: {{type: string, minLength: 1, maxLength: 100}}
        created_at: {{type: string, format: date-time}}
        status: {{type: string, enum: [open, closed, in-progress]}}
        before: {{$ref: '#/components/schemas/Thing{before}'}}
        sizes: {{type: array, items: {{type: number}}}}
"""

PATH = """  /thing-{n}s:
    get:
      tags: [group-{group}]
      operationId: listThing{n}s
      parameters:
        - {{name: page_size, in: query, schema: {{type: integer, minimum: 1}}}}
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema: {{type: array, items: {{$ref: '#/components/schemas/Thing{n}'}}}}
"""


def document_of_schemas(count):
    """Returns a document with this number of object schemas, each of which refers to the previous one, and a path for every tenth."""
    paths = "".join(PATH.format(n=number, group=number // 100) for number in range(0, count, 10))
    schemas = "".join(SCHEMA.format(n=number, before=max(number - 1, 0)) for number in range(count))
    return (
        "openapi: 3.1.1\ninfo: {title: Things, version: 1.0.0}\npaths:\n" + paths + "components:\n  schemas:\n" + schemas)


HEAD = "openapi: 3.1.1\ninfo: {title: Things, version: 1.0.0}\n"
OBJECT = "{type: object, properties: {kind: {type: string}}}"
ANSWER = "responses: {'200': {description: OK}}"


def schemas(text):
    return HEAD + "paths: {}\ncomponents:\n  schemas:\n" + text


def lines(count, line):
    return "".join(line(number) + "\n" for number in range(count))


def reference(number):
    return f"{{$ref: '#/components/schemas/S{number}'}}"


def chain(count, schema):
    """Returns schemas each of which refers to the next one. The last one has no reference."""
    return schemas(lines(count, lambda n: f"    S{n}: {schema(reference(n + 1))}") + f"    S{count}: {OBJECT}\n")


# Documents of so many of one thing, by what they have many of.
MANY = {
    "paths": lambda count: HEAD + "paths:\n" + lines(
        count, lambda n: f"  /things{n}: {{get: {{operationId: getThing{n}, {ANSWER}}}}}"),
    "paths of one name": lambda count: HEAD + "paths:\n" + lines(
        count, lambda n: f"  '/things/{{x{n}}}/parts': {{get: {{operationId: getThing{n}, {ANSWER}}}}}"),
    "tags": lambda count: HEAD + "paths:\n" + lines(
        count, lambda n: f"  /things{n}: {{get: {{operationId: getThing{n}, tags: [tag {n}], {ANSWER}}}}}"),
    "parameters of one operation": lambda count: HEAD + "paths:\n  /things:\n    get:\n      " + ANSWER
    + "\n      parameters:\n" + lines(count, lambda n: f"        - {{name: p{n}, in: query, schema: {{type: string}}}}"),
    "properties of one schema": lambda count: schemas(
        "    Big:\n      type: object\n      properties:\n" + lines(count, lambda n: f"        p_{n}: {{type: string}}")),
    "properties whose names differ in signs": lambda count: schemas(
        "    Big:\n      type: object\n      properties:\n"
        + lines(count, lambda n: f"        '{n:b}a': {{type: string}}".replace("0", "-").replace("1", "."))),
    "values of enums": lambda count: schemas(
        "".join(
            f"    Kind{first}:\n      type: string\n      enum:\n"
            + "".join(f"        - value_{n}\n" for n in range(first, first + 1_000))
            for first in range(0, count, 1_000))),
    "branches of one choice": lambda count: schemas(
        "    Any:\n      oneOf:\n" + lines(count, lambda n: f"        - {reference(n)}")
        + lines(count, lambda n: f"    S{n}: {OBJECT}")),
    "references in a row": lambda count: chain(count, lambda next: next),
    "properties in a row": lambda count: chain(
        count, lambda next: f"{{type: object, required: [next], properties: {{next: {next}}}}}"),
    "compositions in a row": lambda count: chain(count, lambda next: f"{{allOf: [{next}, {OBJECT}]}}"),
}
