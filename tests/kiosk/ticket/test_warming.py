import subprocess
import sys

PROGRAM = """
import sys
from time import perf_counter
from kiosk.ticket.compose import compose
from kiosk.ticket.warming import warm_up
from runtime.settings.model import Branch, Kiosk, Printer, Settings

kiosk = Kiosk(printer=Printer(profile="TM-T20II"))
settings = Settings(branch=Branch(id="a", name="A", languages=("nl", "ar")))
assert "babel.dates" not in sys.modules and "PIL.ImageFont" not in sys.modules
warm_up(settings, kiosk)
assert "babel.dates" in sys.modules and "PIL.ImageFont" in sys.modules
assert "escpos.printer" not in sys.modules and "kivy" not in sys.modules
"""


def test_what_takes_time_to_load_waits_for_the_warming_up() -> None:
    done = subprocess.run([sys.executable, "-W", "error", "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
