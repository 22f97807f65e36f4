# SPDX-License-Identifier: EUPL-1.2
"""Certificates of every wrong kind, made by `openssl`, and a client that shows them."""
import pathlib
import re
import subprocess
import tempfile

EC = ("ec", "-pkeyopt", "ec_paramgen_curve:P-256")
LEAF = ("basicConstraints=critical,CA:FALSE", "keyUsage=critical,digitalSignature", "extendedKeyUsage=clientAuth")


def openssl(*arguments, text=None):
    return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, input=text)


class Authority:
    """A certificate and its key, which signs others."""

    def __init__(self, certificate, key):
        self.certificate, self.key = pathlib.Path(certificate), pathlib.Path(key)

    @classmethod
    def new(cls, folder, name, subject="/CN=foreign", issuer=None, extensions=("basicConstraints=critical,CA:TRUE",
                                                                                "keyUsage=critical,keyCertSign")):
        """A root, or an authority under another."""
        key, certificate = folder / f"{name}-ca.key", folder / f"{name}-ca.pem"
        if issuer is None:
            added = [part for extension in extensions for part in ("-addext", extension)]
            openssl("req", "-x509", "-newkey", *EC, "-nodes", "-days", "2", "-subj", subject, *added, "-keyout", key,
                    "-out", certificate)
        else:
            made = issuer.leaf(folder, f"{name}-ca", extensions=extensions, subject=subject)
            key, certificate = made.key, made.certificate
        return cls(certificate, key)

    def name(self):
        """Its subject, as `-subj` takes it."""
        said = openssl("x509", "-in", self.certificate, "-noout", "-subject", "-nameopt", "RFC2253").stdout.decode()
        return "/" + "/".join(reversed(said.split("=", 1)[1].strip().split(",")))

    def leaf(self, folder, name, extensions=LEAF, uri=None, key=EC, subject="/CN=x", options=(), serial=None,
             key_file=None):
        """A certificate by this authority; `uri` is its SAN, or a list of them, or a whole extension."""
        target, certificate = folder / f"{name}.key", folder / f"{name}.pem"
        made = ("-key", key_file) if key_file else ("-newkey", *key, "-nodes", "-keyout", target)
        signing = openssl("req", "-new", "-batch", "-subj", subject, *made).stdout
        lines = list(extensions)
        if uri:
            lines.append(uri if isinstance(uri, str) and "=" in uri.split("://")[0] else "subjectAltName=" + ",".join(
                f"URI:{each}" for each in ([uri] if isinstance(uri, str) else uri)))
        with tempfile.NamedTemporaryFile("w", suffix=".ext") as file:
            file.write("\n".join(lines) + "\n")
            file.flush()
            serial = serial or str(int.from_bytes(name.encode()[-8:], "big") + 1)
            signed = openssl("x509", "-req", "-CA", self.certificate, "-CAkey", self.key, "-days", "2", "-set_serial",
                             serial, *options, "-extfile", file.name, text=signing).stdout
        certificate.write_bytes(signed)
        return Shown(certificate, key_file or target)


class Shown:
    """What a client shows: its certificate with perhaps a chain behind it, and the key."""

    def __init__(self, certificate, key):
        self.certificate, self.key = pathlib.Path(certificate), pathlib.Path(key)

    def with_chain(self, *authorities):
        chained = self.certificate.with_suffix(".chain.pem")
        chained.write_bytes(b"".join(part.certificate.read_bytes() for part in (self, *authorities)))
        return Shown(chained, self.key)


def alert(endpoint, *flags, shown=None, keys="", patience=10):
    """What the server says to `openssl s_client`: an alert by name, or what came instead of one."""
    identity = ("-cert", shown.certificate, "-key", shown.key) if shown else ()
    if shown:
        # Weak keys are for the server to refuse, not for this client.
        identity += ("-cert_chain", shown.certificate, "-cipher", "DEFAULT@SECLEVEL=0")
    command = ["openssl", "s_client", "-connect", endpoint, "-ign_eof" if not keys else "-no_ign_eof", *identity,
               *flags]
    client = subprocess.Popen(list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
    try:
        said = client.communicate(keys.encode() or None, timeout=patience)[0].decode(errors="replace")
    except subprocess.TimeoutExpired:
        client.kill()
        said = client.communicate()[0].decode(errors="replace")
        return "the connection stands" if "Cipher is" in said and "(NONE)" not in said else "no answer"
    found = re.search(r"(?:tlsv\d+|sslv3) (?:alert )?([a-z ]+):.*SSL alert number", said)
    return found[1] if found else "cut"
