from console_house import common_house, house, make_house
from console_staff import browser, staff

__all__ = ["browser", "common_house", "house", "make_house", "staff"]
