# SPDX-License-Identifier: EUPL-1.2
"""Registers partners with a running server and writes their profiles, as `recours partner add` does.

Usage: partners.py OPERATOR_PROFILE_DIR ENDPOINT OUT_DIR KIND:SLUG… [--mandate ASSOCIATION:SIREN]

Each partner's key is made here, by `openssl req`; the server sees a certificate request only.
"""
import argparse
import json
import pathlib
import subprocess

from recours_wire import Connection, message, new_key


def add_partner(operator, endpoint, directory, kind, slug, siren="", key=("ec", "-pkeyopt", "ec_paramgen_curve:P-256")):
    directory.mkdir(mode=0o700, parents=True)
    request = subprocess.run(
        ["openssl", "req", "-new", "-newkey", *key, "-nodes", "-subj", f"/CN={slug}", "-keyout",
         directory / "key.pem"],
        check=True, capture_output=True, text=True).stdout
    added = operator.unary(
        "PartnerService/AddPartner",
        message("v1.AddPartnerRequest")(
            kind=f"PARTNER_KIND_{kind.upper()}", slug=slug, name=slug, siren=siren, certificate_request_pem=request),
        "AddPartnerResponse", new_key())
    (directory / "key.pem").chmod(0o600)
    (directory / "certificate.pem").write_text(added.certificate_pem)
    (directory / "trust.pem").write_text(added.trust_pem)
    (directory / "profile.json").write_text(json.dumps({
        "endpoint": endpoint, "certificate": "certificate.pem", "key": "key.pem", "trust": "trust.pem"}))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("operator")
    parser.add_argument("endpoint")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("partners", nargs="+")
    parser.add_argument("--mandate", action="append", default=[])
    options = parser.parse_args()
    operator = Connection(options.operator, options.endpoint)
    for partner in options.partners:
        kind, slug = partner.split(":")
        add_partner(operator, options.endpoint, options.out / slug, kind, slug)
    mandates = [message("v1.Mandate")(association=association, siren=siren, **{"from": "2018-01-01"})
                for association, siren in (mandate.split(":") for mandate in options.mandate)]
    if mandates:
        [outcome] = operator.stream("PartnerService/ImportMandates", mandates, "ImportMandatesResponse")
        assert outcome.refused == 0, outcome


if __name__ == "__main__":
    main()
