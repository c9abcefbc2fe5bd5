"""The topics of a branch that names none of its own."""

from runtime.settings.branch import Topic


def _topic(name: str, dutch: str, english: str) -> Topic:
    return Topic(id=name, picture=name, names={"nl": dutch, "en": english})


CATALOGUE = (
    _topic("digid", "DigiD en inloggen", "DigiD and logging in"),
    _topic("brief", "Brief of formulier", "Letter or form"),
    _topic("geld", "Geld en werk", "Money and work"),
    _topic("wonen", "Wonen en gemeente", "Home and municipality"),
    _topic("zorg", "Zorg", "Health care"),
    _topic("reizen", "Reizen en rijbewijs", "Travel and driving"),
    _topic("telefoon", "Telefoon en computer", "Phone and computer"),
    _topic("leren", "Leren en oefenen", "Learn and practise"),
)
