from pathlib import Path

import pytest
from box_tree import BoxTree


@pytest.fixture
def tree(tmp_path: Path) -> BoxTree:
    return BoxTree(tmp_path / "box")
