#!/usr/bin/env python3
"""Builds the service and lays it out as the image does, trains its AOT cache, proves that it is used, and measures
what it gains.

    python3 .ci/startup.py [--runs 5] [--rounds 100] [--keep FOLDER]

Needs a JDK 25, but no Docker: the commands are those of the Dockerfile, run in a temporary folder. Fails when the JVM
does not use the cache, or loads a tenth of its classes from elsewhere, or when the context that Spring has prepared is
not used, or is used in spite of a setting that changes it. Prints, for information: the time from the start of the
process to the first answer beside that of `java -jar` with the same jar, in turns, medians of RUNS each; and the memory
after ROUNDS times 100 mixed requests.
"""
import argparse
import json
import os
import re
import shlex
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
DOCKERFILE = (PROJECT / "Dockerfile").read_text(encoding="utf-8")


def jdk25():
    """The JDK 25 of JAVA_HOME, or one beside the JDK on the PATH."""
    homes = [Path(os.environ["JAVA_HOME"])] if "JAVA_HOME" in os.environ else []
    homes += sorted(Path(shutil.which("java")).resolve().parents[2].iterdir())
    for home in homes:
        if (home / "bin/javac").exists() and 'JAVA_VERSION="25' in (home / "release").read_text():
            return home / "bin"
    sys.exit("no JDK 25 beside the JDK on the PATH; set JAVA_HOME")


def instruction(pattern):
    return re.search(pattern, DOCKERFILE.replace("\\\n", " "), re.M).group(1)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def first_answer(command, folder):
    """Seconds from the start of the process to the first answer."""
    port = free_port()
    environment = dict(os.environ, SERVER_PORT=str(port))
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                with socket.create_connection(("127.0.0.1", port), 1) as connection:
                    connection.sendall(b"GET /sigmoid?x=0.5 HTTP/1.0\r\n\r\n")
                    answer = b"".join(iter(lambda: connection.recv(4096), b""))
                took = time.monotonic() - began
                assert b"0.6224593312018546" in answer, answer
                return took
            except OSError:
                if process.poll() is not None or time.monotonic() - began > 120:
                    sys.exit(f"no answer from {shlex.join(command)}")
                time.sleep(0.005)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def is_prepared(command, folder, **settings):
    """Whether the service starts with the prepared context. Its own port for the actuator answers, if it is to have one."""
    port = free_port()
    environment = dict(os.environ, SERVER_PORT=str(port), **settings)
    port = int(settings.get("MANAGEMENT_SERVER_PORT", port))
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        prepared = False
        for line in process.stdout:
            prepared |= "Starting AOT-processed" in line
            if "Started SigmoidApplication" in line:
                break
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/actuator/prometheus", timeout=30) as answer:
            assert b"sigmoid_" in answer.read()
        return prepared
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--rounds", type=int, default=100)
    options.add_argument("--keep", type=Path, help="an empty folder for the layout, which stays")
    args = options.parse_args()
    bin25 = jdk25()
    os.environ["PATH"] = f"{bin25}:{os.environ['PATH']}"
    java = str(bin25 / "java")
    build = shlex.split(instruction(r"^RUN (\./mvnw .*?) +&& "))
    entry = [java, *json.loads(instruction(r"^ENTRYPOINT (\[.*\])$"))[1:]]
    training = shlex.split(instruction(r"^RUN (java -cp /rehearsal Rehearsal .*AOTCacheOutput.*)$"))
    proof = shlex.split(instruction(r"^RUN --mount=\S+\s+(java -cp /rehearsal Rehearsal .*AOTMode=on.*)$"))
    with tempfile.TemporaryDirectory() as folder:
        app = args.keep or Path(folder, "app")
        rehearsal = str(Path(folder, "rehearsal"))

        def run(*command, **more):
            here = [part.replace("/rehearsal", rehearsal) for part in command]
            return subprocess.run(here, check=True, cwd=app, text=True, **more)

        source = Path(folder, "build")
        for part in ("mvnw", "pom.xml", ".mvn", "src/main"):
            copy = shutil.copytree if (PROJECT / part).is_dir() else shutil.copy
            (source / part).parent.mkdir(parents=True, exist_ok=True)
            copy(PROJECT / part, source / part)
        subprocess.run(build, check=True, cwd=source, env=dict(os.environ, JAVA_HOME=str(bin25.parent)))
        jar = source / "target/sigmoid.jar"
        subprocess.run([java, "-Djarmode=tools", "-jar", jar, "extract", "--layers", "--destination", f"{folder}/layers"], check=True)
        for layer in ("dependencies", "application"):
            shutil.copytree(f"{folder}/layers/{layer}", app, dirs_exist_ok=True)
        shutil.copy(PROJECT / "src/main/docker/jvm.options", app)
        subprocess.run([bin25 / "javac", "-d", rehearsal, PROJECT / "src/main/docker/Rehearsal.java"], check=True)
        run(*training, stdout=subprocess.DEVNULL)
        print(f"AOT cache of {(app / 'sigmoid.aot').stat().st_size / 1e6:.0f} MB")
        loaded = run(*proof[:-2], "-Xlog:class+load", *proof[-2:], stdout=subprocess.PIPE).stdout
        sources = re.findall(r"^\[.*\[class,load\].* source: (.*)$", loaded, re.M)
        kept = sum(source.startswith("shared objects file") for source in sources)
        print(f"the JVM uses it: {kept} of {len(sources)} classes come from it")
        if kept < 0.9 * len(sources):
            sys.exit("a tenth of the classes come from elsewhere")
        if not is_prepared(entry, app):
            sys.exit("the prepared context is not used")
        if is_prepared(entry, app, MANAGEMENT_SERVER_PORT=str(free_port())):
            sys.exit("the prepared context is used though it has no port for the actuator")
        print("the prepared context is used, but not where a setting changes it")
        plain, trained = [], []
        for _ in range(args.runs):
            plain.append(first_answer([java, "-jar", str(jar)], folder))
            trained.append(first_answer(entry, app))
        ratio = statistics.median(trained) / statistics.median(plain)
        print(f"start to first answer: {statistics.median(trained):.2f} s, java -jar {statistics.median(plain):.2f} s, "
              f"ratio {ratio:.2f} (medians of {args.runs})")
        print(*(f"{b:.2f}/{a:.2f}" for a, b in zip(plain, trained)))
        if args.rounds:
            output = run("java", "-cp", "/rehearsal", "Rehearsal", str(args.rounds), *entry, stdout=subprocess.PIPE).stdout
            print(*re.findall(r"^rehearsal: .*$", output, re.M))


if __name__ == "__main__":
    main()
