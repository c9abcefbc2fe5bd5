"""A Piper that needs no model."""

import sys
from pathlib import Path
from textwrap import dedent

PROGRAM = """\
    #!{python} -SE
    import argparse, math, sys, time, wave
    from pathlib import Path

    options = argparse.ArgumentParser()
    options.add_argument("--model", type=Path, required=True)
    options.add_argument("--output_dir", type=Path, required=True)
    options.add_argument("--length_scale", type=float, default=1.0)
    chosen = options.parse_args()
    with open({started!r}, "a") as started:
        print(chosen.model.stem, file=started)
    print("INFO loaded", chosen.model, "for", chosen.output_dir, file=sys.stderr, flush=True)
    for line in sys.stdin:
        text = line.strip()
        if text == "stop":
            sys.exit("it cannot say stop")
        if text == "wait":
            time.sleep(60)
        path = chosen.output_dir / f"{{time.monotonic_ns()}}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(16_000)
            count = round(200 * len(text) * chosen.length_scale)
            swings = (round(9_000 * math.sin(index / 10)) for index in range(count))
            file.writeframes(b"".join(swing.to_bytes(2, "little", signed=True) for swing in swings))
        {tell}
"""
TELLS = {
    "path": "print(path, flush=True)",
    "log": 'print("INFO:__main__:Wrote", path, file=sys.stderr, flush=True)',
}
"""The older Piper prints the path, the newer one logs it."""


class PiperStandIn:
    """Stands in for piper, with its options and its answers: a tone, longer for a longer line."""

    def __init__(self, folder: Path, tells: str = "path") -> None:
        self._started = folder / "started"
        path = folder / "piper"
        path.write_text(dedent(PROGRAM).format(python=sys.executable, started=str(self._started), tell=TELLS[tells]))
        path.chmod(0o755)
        self.program = str(path)

    @property
    def started(self) -> list[str]:
        """The models that it was started with, each time."""
        return self._started.read_text().splitlines() if self._started.exists() else []


def add_model(folder: Path, name: str) -> Path:
    """Put a model there that only the stand-in can speak with."""
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / f"{name}.onnx"
    model.write_bytes(b"no model")
    Path(f"{model}.json").write_text("{}")
    return model
