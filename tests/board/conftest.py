import pytest
from paper_hub import PaperHub


@pytest.fixture
def hub() -> PaperHub:
    return PaperHub()
