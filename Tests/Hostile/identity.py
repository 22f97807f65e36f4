# SPDX-License-Identifier: EUPL-1.2
"""Certificates that are not a partner's, each in its own way: refused by the handshake, or right after it."""
import hashlib
import json
import time

from certificates import EC, LEAF, Authority, Shown, alert, openssl
from peer import PATIENCE, Peer
from rows import Failed, expect, expect_equal, row
from tls import OFFER

RIGHT = "spiffe://recours.internal/partner/association/attacker/main"
CANARY = "canary-of-a-stranger"
NO_ROLE = ("basicConstraints=critical,CA:FALSE", "keyUsage=critical,digitalSignature")


class Workshop:
    """Makes certificates, mostly by the server's own authority: what a compromised or careless one could sign."""

    def __init__(self, world, name):
        self.folder = world.work / f"{name}-certificates"
        self.folder.mkdir(exist_ok=True)
        server = world.main.directory / "server"
        self.own = Authority(server / "authority" / "certificate.pem", server / "authority" / "key.pem")
        self.trust = self.own.certificate
        self.attacker_key = world.attacker / "key.pem"

    def profile(self, name, shown):
        directory = self.folder / f"{name}-profile"
        directory.mkdir(exist_ok=True)
        (directory / "profile.json").write_text(json.dumps({
            "endpoint": "", "certificate": str(shown.certificate), "key": str(shown.key), "trust": str(self.trust)}))
        return directory

    def dated(self, name, begin, end):
        """A certificate of the server's authority for certain days; `openssl x509` can only begin now."""
        base = self.folder / name
        base.mkdir()
        (base / "index").write_text("")
        (base / "serial").write_text("77")
        (base / "conf").write_text(
            "[ca]\ndefault_ca=x\n[x]\ndatabase={0}/index\nnew_certs_dir={0}\nserial={0}/serial\ndefault_md=sha256\n"
            "policy=p\nx509_extensions=e\nunique_subject=no\n[p]\ncommonName=optional\n[e]\n{1}\n".format(
                base, "\n".join((*LEAF, f"subjectAltName=URI:{RIGHT}"))))
        request = base / "request.pem"
        openssl("req", "-new", "-batch", "-subj", "/CN=x", "-newkey", *EC, "-nodes", "-keyout", base / "key", "-out",
                request)
        openssl("ca", "-batch", "-config", base / "conf", "-cert", self.own.certificate, "-keyfile", self.own.key,
                "-in", request, "-startdate", begin, "-enddate", end, "-notext", "-out", base / "certificate")
        return Shown(base / "certificate", base / "key")


def chains(shop):
    """Certificates that lead to no authority of ours, or not as they must, and the alert that each deserves."""
    folder, own = shop.folder, shop.own
    other = Authority.new(folder, "other")
    twin = Authority.new(folder, "twin", subject=own.name())
    middle = Authority.new(folder, "middle", "/CN=middle", own)
    lower = Authority.new(folder, "lower", "/CN=lower", middle)
    lowest = Authority.new(folder, "lowest", "/CN=lowest", lower)
    selfish = Authority.new(folder, "selfish", "/CN=attacker", extensions=(*LEAF, f"subjectAltName=URI:{RIGHT}"))
    false_middle = Authority.new(folder, "false", "/CN=false", own, extensions=LEAF)
    loop = Authority.new(folder, "loop-a", "/CN=loop-a", other)
    looped = Authority.new(folder, "loop-b", "/CN=loop-b", loop)
    back = Authority(looped.leaf(folder, "loop-a2", ("basicConstraints=critical,CA:TRUE",), subject="/CN=loop-a",
                                 key_file=loop.key).certificate, loop.key)
    return {
        "expired": (shop.dated("expired", "20180101000000Z", "20180201000000Z"), "certificate expired"),
        "not yet valid": (shop.dated("early", "20990101000000Z", "20990201000000Z"), "bad certificate"),
        "self-signed": (Shown(selfish.certificate, selfish.key), "unknown ca"),
        "of another authority": (other.leaf(folder, "foreign", uri=RIGHT, subject=f"/CN={CANARY}"), "unknown ca"),
        "of another authority, shown with it": (other.leaf(folder, "foreign-b", uri=RIGHT).with_chain(other),
                                                "unknown ca"),
        "of an authority with our authority's name": (twin.leaf(folder, "twinned", uri=RIGHT), "unknown ca"),
        "that, shown with it": (twin.leaf(folder, "twinned-b", uri=RIGHT).with_chain(twin), "unknown ca"),
        "the authority's own": (Shown(own.certificate, own.key), "unsupported certificate"),
        "an authority as a leaf": (own.leaf(folder, "as-leaf", (
            "basicConstraints=critical,CA:TRUE", "keyUsage=critical,digitalSignature,keyCertSign",
            "extendedKeyUsage=clientAuth"), RIGHT), "unsupported certificate"),
        "behind three authorities": (lowest.leaf(folder, "deep", uri=RIGHT).with_chain(lowest, lower, middle),
                                     "unknown ca"),
        "behind a leaf that plays authority": (
            false_middle.leaf(folder, "under-leaf", uri=RIGHT).with_chain(false_middle), "unknown ca"),
        "in a circle": (looped.leaf(folder, "round", uri=RIGHT).with_chain(looped, back, loop), "unknown ca")}


def weak_kinds(shop):
    """Certificates of our own authority whose use, key or form is not a partner's."""
    folder, own = shop.folder, shop.own

    def leaf(name, extensions=LEAF, **more):
        return own.leaf(folder, name, extensions, more.pop("uri", RIGHT), **more)

    explicit = folder / "explicit.key"
    openssl("ecparam", "-name", "prime256v1", "-param_enc", "explicit", "-genkey", "-noout", "-out", explicit)
    usage = "unsupported certificate"
    kinds = {
        "for servers": (leaf("server", (*NO_ROLE, "extendedKeyUsage=serverAuth")), usage),
        "for mail": (leaf("mail", (*NO_ROLE, "extendedKeyUsage=emailProtection")), usage),
        "for no purpose": (leaf("unpurposed", NO_ROLE), usage),
        "for no use of its key": (leaf("unused", ("basicConstraints=critical,CA:FALSE", "extendedKeyUsage=clientAuth")),
                                  usage),
        "for agreement of keys": (leaf("agreement", (
            LEAF[0], "keyUsage=critical,keyAgreement", LEAF[2])), usage),
        "that may sign certificates": (leaf("signer", (
            LEAF[0], "keyUsage=critical,digitalSignature,keyCertSign", LEAF[2])), usage),
        "that may sign revocations": (leaf("revoker", (
            LEAF[0], "keyUsage=critical,digitalSignature,cRLSign", LEAF[2])), usage),
        "with an unknown critical extension": (leaf("critical", (*LEAF, "1.2.3.4.5=critical,ASN1:UTF8String:x")), None),
        "signed with SHA-1": (leaf("sha1", options=("-sha1",)), None)}
    keys = {"RSA of 1,024 bits": ("rsa:1024",), "RSA of 2,048 bits": ("rsa:2048",), "RSA of 4,096 bits": ("rsa:4096",),
            "secp256k1": ("ec", "-pkeyopt", "ec_paramgen_curve:secp256k1"),
            "P-521": ("ec", "-pkeyopt", "ec_paramgen_curve:P-521"),
            "brainpool": ("ec", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"), "Ed448": ("ed448",)}
    for what, key in keys.items():
        kinds[what] = (leaf("key-" + what.replace(" ", "-").replace(",", ""), key=key), None)
    kinds["a curve given by its numbers"] = (leaf("explicit", key_file=explicit), None)
    return kinds


def refused_by_handshake(world, kinds):
    patience = min(5, PATIENCE[0])
    wrong = []
    for what, (shown, wanted) in kinds.items():
        found = alert(world.endpoint, *OFFER, shown=shown, patience=patience)
        # Which alert an unusual key deserves is OpenSSL's to say; that it is refused is ours.
        is_right = found == wanted if wanted else found not in ("the connection stands", "no answer")
        if not is_right:
            wrong.append(f"{what}: {found}{f', not {wanted}' if wanted else ''}")
    expect(not wrong or (world.is_control and len(wrong) < len(kinds)), "; ".join(wrong))
    return f"{len(kinds)} certificates"


def audited(world, kinds, since):
    """The log names each by its fingerprint and by nothing that it says of itself."""
    until = time.monotonic() + 2
    for what, (shown, _) in kinds.items():
        der = openssl("x509", "-in", shown.certificate, "-outform", "DER").stdout
        digest = hashlib.sha256(der).hexdigest().encode()
        while digest not in world.main.logged()[since:]:
            expect(time.monotonic() < until, f"the log says nothing of the certificate {what}")
            time.sleep(0.02)
    expect(CANARY.encode() not in world.main.logged(), "the log repeats what a stranger says")


@row(9, "certificates without a way to our authority, or out of their time",
     "each its alert, and cut; a line in the log with its fingerprint")
def wrong_chains(world):
    kinds, since = chains(Workshop(world, "chains")), len(world.main.logged())
    told = refused_by_handshake(world, kinds)
    audited(world, kinds, since)
    return told


@row((11, 15), "certificates for another use, of weak or unusual keys", "an alert, and cut", long=True)
def wrong_kinds(world):
    return refused_by_handshake(world, weak_kinds(Workshop(world, "kinds")))


def utf8(text):
    return text if isinstance(text, bytes) else text.encode()


def names():
    """Names that no partner has; all are signed by our own authority for a key that is a partner's."""
    prefix = "spiffe://recours.internal/partner/association/"
    texts = {
        "a NUL in it": utf8(prefix + "attacker/main\0.evil"), "UTF-8": utf8(prefix + "attackér/main"),
        "a line feed": utf8(prefix + "attacker/main\n"), "of 5,000 bytes": utf8(prefix + "a" * 5_000 + "/main"),
        "empty": b"", "of one NUL": b"\0",
        "another trust domain": "spiffe://other.internal/partner/association/attacker/main",
        "upper case": prefix + "Attacker/main",
        "upper-case domain": "spiffe://RECOURS.internal/partner/association/attacker/main",
        "another scheme": "https://recours.internal/partner/association/attacker/main",
        "a percent sign": prefix + "attacker%2fmain", "dots": prefix + "../association/attacker/main",
        "a slash at the end": prefix + "attacker/main/", "two slashes": prefix + "/attacker/main",
        "a query": prefix + "attacker/main?x=1", "a fragment": prefix + "attacker/main#x",
        "a port": "spiffe://recours.internal:443/partner/association/attacker/main",
        "a user": "spiffe://a@recours.internal/partner/association/attacker/main",
        "no instance": prefix + "attacker", "one part more": prefix + "attacker/main/x",
        "no path": "spiffe://recours.internal",
        "another's slug": prefix + "temoin/main",
        "another kind": "spiffe://recours.internal/partner/mediator/attacker/main",
        "an unknown kind": "spiffe://recours.internal/partner/administrator/attacker/main",
        "the operator": "spiffe://recours.internal/partner/operator/operator/main",
        "a space": prefix + "attacker/ma in", "an underscore": prefix + "attack_er/main"}
    # As bytes, for openssl's configuration has a meaning for some of them.
    extensions = {what: "subjectAltName=DER:" + general_names(utf8(uri)).hex(":") for what, uri in texts.items()}
    extensions |= {
        "two names": f"subjectAltName=URI:{RIGHT},URI:{prefix}temoin/main",
        "the same name twice": f"subjectAltName=URI:{RIGHT},URI:{RIGHT}",
        "no URI, a domain": "subjectAltName=DNS:attacker.recours.internal", "no name but in the subject": None}
    return extensions


def general_names(uri):
    def wrapped(tag, content):
        size = len(content)
        length = bytes([size]) if size < 128 else bytes([0x82, size >> 8, size & 255])
        return bytes([tag]) + length + content
    return wrapped(0x30, wrapped(0x86, uri))


@row(12, "names in a certificate that are no partner's", "GOAWAY(UNAUTHENTICATED) and close",
     control="each certificate has the right name", long=True)
def wrong_names(world):
    shop, wrong = Workshop(world, "names"), []
    kinds = names()
    for place, (what, extension) in enumerate(kinds.items()):
        if world.is_control:
            extension = f"subjectAltName=URI:{RIGHT}"
        extensions = LEAF if extension is None else (*LEAF, extension)
        shown = shop.own.leaf(shop.folder, f"name-{place}", extensions, key_file=shop.attacker_key,
                              subject="/CN=association attacker")
        found = ending_of(world, shop.profile(f"name-{place}", shown))
        if found != "UNAUTHENTICATED":
            wrong.append(f"{what}: {found}")
    expect(not wrong or (world.is_control and len(wrong) < len(kinds)), "; ".join(wrong))
    return f"{len(kinds)} names"


def ending_of(world, profile):
    peer = Peer(profile, world.main.endpoint, greets=False)
    try:
        return peer.ending(min(2, PATIENCE[0]))
    except Failed as error:
        return str(error)
    finally:
        peer.close()


@row(13, "the right name and authority, but a key that was never registered", "GOAWAY(UNAUTHENTICATED) and close",
     control="the key is a registered one")
def unbound_key(world):
    shop = Workshop(world, "unbound")
    shown = shop.own.leaf(shop.folder, "unbound", uri=RIGHT, key_file=shop.attacker_key if world.is_control else None)
    expect_equal(ending_of(world, shop.profile("unbound", shown)), "UNAUTHENTICATED", "the connection's end")


@row(15, "a certificate made to cost much", "refused, or read, within 100 ms of the server's time", leaves=8,
     control="the limit is one of 0 ms", long=True)
def costly(world):
    shop = Workshop(world, "costly")
    policies = "certificatePolicies=" + ",".join(f"1.3.6.1.4.1.{number}" for number in range(1, 700))
    many = "subjectAltName=" + ",".join(f"URI:spiffe://recours.internal/{number}" for number in range(600))
    huge = shop.own.leaf(shop.folder, "serial", uri=RIGHT, serial="0x" + "7f" * 60)
    shown = [huge, shop.own.leaf(shop.folder, "policies", (*LEAF, policies), RIGHT),
             shop.own.leaf(shop.folder, "many", (*LEAF, many)),
             shop.own.leaf(shop.folder, "constraints", (*LEAF, "nsComment=" + "x" * 20_000), RIGHT)]
    times = []
    for each in shown:
        begun = world.main.cpu_seconds()
        for _ in range(5):
            alert(world.endpoint, *OFFER, shown=each, patience=1)
        times.append((world.main.cpu_seconds() - begun) / 5)
    limit = 0 if world.is_control else 0.1
    expect(max(times) <= limit, f"{1000 * max(times):.0f} ms")
    return f"{1000 * max(times):.0f} ms at most"
