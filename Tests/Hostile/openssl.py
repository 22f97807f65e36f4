# SPDX-License-Identifier: EUPL-1.2
"""The `openssl` command: a foreign peer."""
import re
import subprocess

EC = ("ec", "-pkeyopt", "ec_paramgen_curve:P-256")


def openssl(*arguments, text=None):
    return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, input=text)


def alert(endpoint, *flags, profile=None, keys="", patience=10):
    """What the server says to `openssl s_client`: an alert by name, or what came instead of one."""
    identity = ("-cert", profile / "certificate.pem", "-key", profile / "key.pem") if profile else ()
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
