"""kill -9 at random during add, code and link: nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

#: How often in all: the cases share them, so that two processes can do them side by side.
TIMES = 50


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
@pytest.mark.parametrize("seed", [1, 2])
def test_a_case_outlives_kill_9(tmp_path, seed):
    run = [sys.executable, "-m", "tests.case.killed", str(tmp_path), str(TIMES // 2), str(seed)]

    done = subprocess.run(run, capture_output=True, text=True, timeout=600, check=False)

    assert done.returncode == 0, done.stderr
    seen = ast.literal_eval(done.stdout.strip().splitlines()[-1])
    assert sum(seen.values()) == TIMES // 2
    assert len(seen) >= 2, f"it was killed in the middle of too few things: {seen}"
