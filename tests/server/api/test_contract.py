"""The OpenAPI document is valid, and the service does what it says, whatever it is sent."""

import os
from collections.abc import Iterator

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import validate
from schemathesis.specs.openapi.checks import positive_data_acceptance

from server.app import create_app
from server.settings import Settings
from server.state import close
from server.store import open_store

EXAMPLES = int(os.environ.get("SYNCLINE_EXAMPLES", "10"))
"""Requests for each operation; more by hand: SYNCLINE_EXAMPLES=200."""

LOOKS = "/check"
"""Looks at companies would ask the network for made-up names."""

ALL = list(HealthCheck)

NOT_OURS = [positive_data_acceptance]
"""No schema says which texts are job ads: some are refused for what they mean."""

PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    own = Settings(data=tmp_path_factory.mktemp("contract"), port=0)
    store = open_store(own.database_url)
    app = create_app(own, store)
    yield app
    close(app)
    store.close()


def test_document_is_valid(service: Flask) -> None:
    document = service.test_client().get("/api/v1/openapi.json").json
    assert document
    validate(document)


def test_document_describes_every_route_of_the_api(service: Flask) -> None:
    document = service.test_client().get("/api/v1/openapi.json").json
    assert document
    own = {rule.rule for rule in service.url_map.iter_rules() if rule.rule.startswith("/api/v1/")}
    described_ones = {path.replace("{", "<").replace("}", ">") for path in document["paths"]}
    assert own - described_ones == {"/api/v1/openapi.json"}


def test_service_does_what_the_document_says(service: Flask) -> None:
    api = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", service)
    for found in api.exclude(path_regex=LOOKS).get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=EXAMPLES, derandomize=True, database=None, suppress_health_check=ALL)
        def does_it(case: schemathesis.Case) -> None:
            case.call_and_validate(headers=PLAIN, excluded_checks=NOT_OURS)

        does_it()
