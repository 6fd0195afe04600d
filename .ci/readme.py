#!/usr/bin/env python3
"""Runs the README's commands and compares what they print with what the README shows.

    python3 .ci/readme.py README.md [--then COMMAND]...

Starts the service as the README says (its ./mvnw spring-boot:run), runs each `$ command` of the blocks marked
```console, in order, in one folder of their own, and compares their output line by line. A line `...` stands for
any number of lines, and `...` within a line for any characters. Each COMMAND is run at the end with the service's URL.
"""
import argparse
import difflib
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

START = "./mvnw spring-boot:run"
URL = "http://localhost:8080"


def blocks(text):
    return re.findall(r"^```console\n(.*?)^```$", text, re.M | re.S)


def commands(block):
    """Pairs of a command and the lines that it should print."""
    pairs = []
    for line in block.splitlines():
        if line.startswith("$ "):
            pairs.append((line[2:], []))
        elif pairs and pairs[-1][0].endswith("\\"):
            pairs[-1] = (pairs[-1][0] + "\n" + line, [])
        elif pairs:
            pairs[-1][1].append(line)
    return pairs


def pattern(lines):
    parts = [r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(re.escape("..."), ".*") + r"\n" for line in lines]
    return re.compile("".join(parts))


def ready(process):
    began = time.monotonic()
    while time.monotonic() - began < 180:
        try:
            urllib.request.urlopen(URL + "/actuator/health/readiness", timeout=2).read()
            return
        except OSError:
            if process.poll() is not None:
                sys.exit(f"{START} ended before the service was ready")
            time.sleep(0.2)
    sys.exit(f"{START} was not ready after 180 s")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("readme", type=Path)
    options.add_argument("--then", action="append", default=[])
    args = options.parse_args()
    text = args.readme.read_text(encoding="utf-8")
    if START not in text:
        sys.exit(f"the README does not say {START}")
    pairs = [pair for block in blocks(text) for pair in commands(block)]
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", 8080)) == 0:
            sys.exit("port 8080 is taken: stop what listens there")
    service = subprocess.Popen(START.split(), start_new_session=True, stdout=subprocess.DEVNULL)
    failed = 0
    try:
        ready(service)
        with tempfile.TemporaryDirectory() as folder:
            for command, shown in pairs:
                run = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, timeout=120, env=dict(os.environ, PYTHONWARNINGS="ignore"))
                printed = run.stdout.replace("\r\n", "\n")
                if printed and not printed.endswith("\n"):
                    printed += "\n"
                if not pattern(shown).fullmatch(printed):
                    failed += 1
                    print(f"$ {command}\n(exit {run.returncode}) {run.stderr}")
                    sys.stdout.writelines(difflib.unified_diff([line + "\n" for line in shown], printed.splitlines(True), "README", "printed"))
        for then in args.then:
            subprocess.run([then, URL], check=True)
    finally:
        os.killpg(service.pid, signal.SIGTERM)
        service.wait(30)
    print(f"README: {len(pairs) - failed} passed, {failed} failed")
    if failed or not pairs:
        sys.exit(1)


if __name__ == "__main__":
    main()
