from console_house import browser, common_house, house, make_house, staff

__all__ = ["browser", "common_house", "house", "make_house", "staff"]
