"""What starts and stops a real hub for an update, where there is no systemd to do it."""

import os
import signal
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]

OLD_BEURT = """\
#!/bin/sh
case "$1" in
    firmware) ;;
    *) cd "{project}" && exec "{python}" -m beurt "$@" ;;
esac
"""
SYSTEMCTL = """\
#!/bin/sh
pid=$(cat "{folder}/hub.pid")
is_alive() {{ test "$pid" -gt 1 && test -d "/proc/$pid" && ! grep -q '^State:.Z' "/proc/$pid/status"; }}
case "$1" in
    restart)
        # Nobody's number is 0: to signal that would end the whole group of processes.
        test "$pid" -gt 1 && kill "$pid" 2>/dev/null
        while is_alive; do sleep 0.05; done
        "{root}/current/bin/beurt" hub --config "{config}" >> "{folder}/hub.log" 2>&1 < /dev/null &
        echo $! > "{folder}/hub.pid" ;;
    is-active) test "$3" = beurt-hub.service && is_alive ;;
    start)
        case "$2" in
            beurt-judge.service) is_alive && cat "{folder}/report.json" > "{folder}/beurt-judged.json" ;;
            *) false ;;
        esac ;;
    show) echo 0 ;;
esac
"""


class StandInSystemd:
    """Named for what it is: one service, started from whatever version is in use."""

    def __init__(self, folder: Path, root: Path, config: Path) -> None:
        self._pid_file = folder / "hub.pid"
        self.old_beurt = OLD_BEURT.format(folder=folder, project=PROJECT, python=sys.executable)
        self._pid_file.write_text("0\n")
        (folder / "bin").mkdir()
        program = folder / "bin" / "systemctl"
        program.write_text(SYSTEMCTL.format(folder=folder, root=root, config=config))
        program.chmod(0o755)
        self.path = f"{folder / 'bin'}:{os.environ['PATH']}"

    @property
    def pid(self) -> int:
        return int(self._pid_file.read_text())

    def stop(self) -> None:
        """End the service, if it runs."""
        if self.pid > 1 and Path(f"/proc/{self.pid}").exists():
            os.kill(self.pid, signal.SIGTERM)
