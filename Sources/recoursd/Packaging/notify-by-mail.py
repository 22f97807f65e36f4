#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Sends a notification of Recours by mail: an example for notify.command.

    "notify": {"command": ["/usr/libexec/recours/notify-by-mail.py", "/etc/recours/addresses.json"]}

addresses.json names who gets what; a key is a kind of partner, or kind/slug, and the nearer one wins:

    {
      "from": "recours@example.org",
      "smtp": "localhost:25",
      "to": {
        "platform/amazon": ["desk@amazon.example"],
        "mediator": ["mediators@example.org"],
        "operator": ["root@example.org"]
      }
    }

Mail goes to a server by SMTP, or through "sendmail": ["/usr/sbin/sendmail", "-t", "-i"] if that is set
instead of "smtp". (Under the hardened unit Postfix's sendmail cannot raise its privileges: use SMTP.)

A recipient without an address is no failure: nothing is sent. Any other trouble ends with 75, and the
server tries again. The notification's id is the Message-ID, so that a repetition is recognised.
"""

import email.message
import json
import smtplib
import subprocess
import sys

TEMPORARY_FAILURE = 75
SUBJECTS = {
    "reminder": "échéance proche / a deadline comes near",
    "deadline_missed": "délai dépassé / a deadline has passed",
    "escalated": "dossier en médiation / a case is in mediation",
    "new_mediation": "nouvelle médiation / a new mediation",
    "mediator_overdue": "médiateur en retard / a mediator is late",
    "flagged": "signalement / a flag",
}


def addresses(table, recipient):
    """The addresses of kind/slug, else of the kind."""
    named = "{kind}/{slug}".format(**recipient)
    return table.get(named, table.get(recipient["kind"], []))


def letter(notification, sender, receivers):
    """The mail, in both languages."""
    message = email.message.EmailMessage()
    message["From"] = sender
    message["To"] = ", ".join(receivers)
    subject = SUBJECTS.get(notification["kind"], notification["kind"])
    message["Subject"] = "[Recours] {} : {}".format(notification["case_number"], subject)
    message["Message-ID"] = "<{}@{}>".format(notification["id"], sender.split("@")[-1])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("{text_fr}\n\n{text_en}\n".format(**notification))
    return message


def send(message, settings):
    """Hands the mail over; raises if it was not taken."""
    if "sendmail" in settings:
        subprocess.run(settings["sendmail"], input=bytes(message), check=True, timeout=25)
        return
    host, _, port = settings.get("smtp", "localhost:25").partition(":")
    with smtplib.SMTP(host, int(port or 25), timeout=20) as server:
        server.send_message(message)


def main():
    """Reads one notification from standard input and sends it."""
    notification = json.load(sys.stdin)
    with open(sys.argv[1], encoding="utf-8") as file:
        settings = json.load(file)
    receivers = addresses(settings["to"], notification["recipient"])
    if receivers:
        send(letter(notification, settings["from"], receivers), settings)


if __name__ == "__main__":
    try:
        main()
    except Exception as error:  # whatever it is, the server shall try again
        print("{}: {}".format(type(error).__name__, error), file=sys.stderr)
        sys.exit(TEMPORARY_FAILURE)
