# SPDX-License-Identifier: EUPL-1.2
"""Certificates for the database's connections: servers are known by their addresses, clients by their roles."""
import shutil
import subprocess

CURVE = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]


class Authority:
    def __init__(self, directory, name):
        directory.mkdir()
        self.certificate, self.key = directory / f"{name}.pem", directory / f"{name}.key"
        openssl("req", "-x509", *CURVE, "-days", "2", "-subj", f"/CN={name}", "-keyout", self.key,
                "-out", self.certificate)

    def issue(self, directory, common_name, address=None, owner="root"):
        """`NAME.pem`, `NAME.key` and the authority's own `ca.pem`, in a directory that is there."""
        certificate, key = directory / f"{common_name}.pem", directory / f"{common_name}.key"
        request = openssl("req", "-new", *CURVE, "-subj", f"/CN={common_name}", "-keyout", key,
                          *(["-addext", f"subjectAltName=IP:{address}"] if address else []))
        openssl("x509", "-req", "-days", "2", "-CA", self.certificate, "-CAkey", self.key, "-copy_extensions", "copy",
                "-out", certificate, text=request)
        shutil.copy(self.certificate, directory / "ca.pem")
        key.chmod(0o600)
        for file in (certificate, key):
            shutil.chown(file, owner, owner)


def openssl(*words, text=None):
    return subprocess.run(["openssl", *map(str, words)], input=text, check=True, capture_output=True, text=True).stdout


def client_words(directory, role):
    """For a connection string: who is believed, and who comes."""
    return (f"sslmode=verify-full sslrootcert={directory}/ca.pem "
            f"sslcert={directory}/{role}.pem sslkey={directory}/{role}.key")
