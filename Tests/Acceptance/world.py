# SPDX-License-Identifier: EUPL-1.2
"""A real server in sandbox mode, its partners, and the command line through which everything is done, over TLS."""
import datetime
import itertools
import json
import os
import pathlib
import select
import signal
import subprocess
import time

FIRMS = ["831983333", "732829320"]
# The command line checks dates by the machine's day.
LAST_WEEK = (datetime.date.today() - datetime.timedelta(days=7)).isoformat()
STATEMENT = {
    "visibility": "CONTENT_DEMOTED", "ground": "TERMS", "legalOrTermsRef": "Conditions de vente, article 7.2",
    "facts": "La mesure suit un examen des annonces et du compte.", "source": "VOLUNTARY",
    "decidedOn": LAST_WEEK, "effectiveOn": LAST_WEEK,
    "explanation": "Nos conditions le prévoient, votre espace vendeur le détaille.",
    "automatedDecision": "PARTIALLY",
    "redress": {"internalComplaint": "Formulaire de réclamation", "mediators": ["CMAP", "Médiateur des entreprises"]}}


class Failed(Exception):
    """What a capability promises does not hold."""


class Refused(Exception):
    """The command line said no: its error's JSON."""

    def __init__(self, error):
        self.error = error
        super().__init__(f"{error.get('code')}: {error.get('message')}")

    @property
    def paths(self):
        return [violation["fieldPath"] for detail in self.error.get("details", [])
                for violation in detail.get("badRequest", {}).get("violations", [])]


def check(holds, text):
    if not holds:
        raise Failed(text)


class World:
    def __init__(self, binaries, directory):
        self.binaries, self.work = pathlib.Path(binaries), pathlib.Path(directory)
        self.numbers = itertools.count(1)
        initialise = [self.binaries / "recoursd", "init", self.work / "server"]
        subprocess.run(initialise, check=True, stdout=subprocess.DEVNULL)
        self.start()
        for kind, slug, name in [
                ("association", "ateliers", "Ateliers réunis"), ("platform", "amazon", "Amazon (bac à sable)"),
                ("platform", "wish", "Wish (bac à sable)"), ("platform", "alibaba", "Alibaba (bac à sable)"),
                ("mediator", "m-durand", "Mme Durand")]:
            self.cli("operator", "partner", "add", "--kind", kind, "--slug", slug, "--name", name, "--out",
                     str(self.work / slug), is_json=False)
        rows = [f"ateliers;{siren};2018-01-01;;{'0d' * 32}" for siren in FIRMS]
        mandates = self.write("mandates.csv", "association;siren;from;until;document_sha256\n" + "\n".join(rows) + "\n")
        self.cli("operator", "mandate", "import", mandates, is_json=False)

    # The server.

    def start(self):
        environment = {**os.environ, "RECOURS_CLOCK_SANDBOX": "true"}
        log = (self.work / "server.log").open("ab")
        self.server = subprocess.Popen(
            [self.binaries / "recoursd", "serve", "--config", self.work / "server", "--listen", "127.0.0.1:0",
             "--log-level", "error"], stdout=subprocess.PIPE, stderr=log, bufsize=0, env=environment)
        line = b""
        while not line.startswith(b"listening on ") and select.select([self.server.stdout], [], [], 30)[0]:
            line = self.server.stdout.readline()
            if not line:
                break
        if not line.startswith(b"listening on "):
            self.stop()
            raise SystemExit(f"the server did not listen; its log is {self.work / 'server.log'}")
        self.endpoint = line.decode().split()[2]

    def stop(self, how=signal.SIGKILL):
        if self.server.poll() is None:
            self.server.send_signal(how)
            self.server.wait()

    def advance(self, days):
        self.cli("operator", "clock", "advance", f"{days}d")

    def now_ms(self):
        return int(self.cli("operator", "clock", "show")["nowMs"])

    def day(self, later=0):
        """A date of the server's calendar, days from now."""
        moment = datetime.datetime.fromtimestamp(self.now_ms() / 1000, datetime.timezone.utc)
        return (moment + datetime.timedelta(hours=1, days=later)).date().isoformat()

    def next_month(self):
        """Goes on to a month that nothing happened in yet, and is days away from its end."""
        self.advance(32)
        while not 2 <= int(self.day()[-2:]) <= 20:
            self.advance(4)

    # The command line.

    def cli(self, who, *arguments, is_json=True, may_end_with=(0,)):
        """Runs `recours` as a partner; its JSON. Throws Refused with what it says."""
        profile = self.work / ("server/operator" if who == "operator" else who)
        command = [self.binaries / "recours", *arguments, "--quiet", "--profile", profile, "--endpoint", self.endpoint]
        run = subprocess.run(command + ["--json"] * is_json, capture_output=True, text=True)
        if run.returncode not in may_end_with:
            try:
                raise Refused(json.loads(run.stderr or run.stdout))
            except json.JSONDecodeError:
                raise Refused({"code": f"exit {run.returncode}", "message": run.stderr.strip()}) from None
        return json.loads(run.stdout) if is_json and run.stdout.strip() else run.stdout

    def write(self, name, content):
        path = self.work / name
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return str(path)

    # What most capabilities do.

    def draft(self, **changes):
        number = next(self.numbers)
        # Before the machine's day: the command line checks by it, and the sandbox may be ahead.
        incident = (datetime.date.today() - datetime.timedelta(days=5)).isoformat()
        draft = {
            "complainant": {"kind": "BUSINESS", "legalName": "Bijoux de l'Atelier", "siren": FIRMS[0], "size": "MICRO",
                            "nafCode": "3212Z", "contact": {"name": "Atelier", "email": "b@atelier.example.org"}},
            "platformId": "amazon", "platformAccountRef": f"FR{number}", "category": "DELISTING",
            "title": "Boutique fermée sans explication", "facts": "Toutes nos annonces ont disparu, sans motif.",
            "desiredRemedies": ["RELISTED"], "incidentOn": incident, "country": "FR", "language": "fr",
            "disclosure": "IDENTIFIED", "urgency": "STANDARD", "externalRef": f"S-{number}"}
        return {key: value for key, value in {**draft, **changes}.items() if value is not None}

    def submit(self, campaign=None, **changes):
        """Files a case; its public number."""
        file = self.write("case.json", self.draft(**changes))
        options = ["--campaign", campaign] if campaign else []
        return self.cli("ateliers", "submit", file, *options)["publicNumber"]

    def case(self, number, who="m-durand"):
        told = self.cli(who, "status", number)
        return told.get("caseFile", told)

    def respond(self, number, kind, who="amazon", **parts):
        answer = {"type": kind, "text": "Votre demande a été étudiée par une personne de notre service.", **parts}
        return self.cli(who, "respond", number, "--file", self.write("answer.json", answer))

    def figures(self, platform):
        """Counters of a platform by name, and its durations, as a mediator reads them."""
        told = self.cli("m-durand", "stats", "--platform", platform).get("lines", [])
        sums = [line for line in told if not line.get("category") and not line.get("month")]
        line = next((line for line in sums if line.get("platformId") == platform), sums[0] if sums else {})
        counts = {count["counter"]: int(count.get("count", 0)) for count in line.get("counts", [])}
        durations = {duration["kind"]: duration for duration in line.get("durations", [])}
        return counts, durations
