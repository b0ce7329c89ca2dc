"""Measures the cost of processes, and prints tables."""

import dataclasses
import os
import subprocess
import sys


@dataclasses.dataclass
class Cost:
    """The user CPU time and peak memory of a process and the child processes that it waited for."""

    seconds: float
    mebibytes: float


def cost(command, directory=None):
    """Runs a command and returns its cost."""
    process = subprocess.Popen(
        [str(word) for word in command], cwd=directory, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.stderr.write(said.decode(errors="replace")[-4000:])
        raise SystemExit(f"{command[0]} exited {process.returncode}")
    return Cost(usage.ru_utime, usage.ru_maxrss / 1024)


def least(runs, command, directory=None):
    """Returns the minimum of several runs."""
    costs = [cost(command, directory) for _ in range(runs)]
    return Cost(min(one.seconds for one in costs), min(one.mebibytes for one in costs))


def table(*rows_of_headings_then_rows):
    """Prints a Markdown table. Further headings are its first row."""
    *headings, rows = rows_of_headings_then_rows
    print("| " + " | ".join(headings[0]) + " |")
    print("|" + "---|" * len(headings[0]))
    for row in headings[1:] + rows:
        print("| " + " | ".join(row) + " |")
