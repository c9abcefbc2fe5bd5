import pytest
from queue_driver import QueueDriver


@pytest.fixture
def day() -> QueueDriver:
    """A branch on an ordinary day, just started."""
    driver = QueueDriver()
    driver.start()
    return driver
