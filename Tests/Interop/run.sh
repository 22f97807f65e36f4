#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# What another implementation sees of a real server: a case's life told by a client in Python, handshakes
# that must be refused, and our codec against Python's protobuf. Builds nothing; RECOURS_BIN_DIR says
# where the programs are.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=Tests/Interop/server.sh
source "$here/server.sh"
passed=0
failed=0

# check NAME COMMAND…: its output is shown if it fails.
check() {
    local name=$1
    shift
    if "$@" > "$work/output.txt" 2>&1; then
        passed=$((passed + 1))
        echo "  passed  $name"
    else
        failed=$((failed + 1))
        echo "  FAILED  $name"
        sed 's/^/          /' "$work/output.txt"
    fi
}

# refused ALERT S_CLIENT_FLAG…: the handshake must end with that alert, said by the server. The input
# stays open, for in TLS 1.3 a client reads of its certificate's refusal only after the handshake.
refused() {
    local alert=$1
    shift
    timeout 10 openssl s_client -connect "$endpoint" -servername localhost \
        -CAfile "$work/server/authority/certificate.pem" -ign_eof "$@" < /dev/null > "$work/handshake.txt" 2>&1
    local status=$?
    if [ $status = 124 ]; then
        echo "the server let the connection stand"
        return 1
    fi
    if ! grep -q "alert $alert" "$work/handshake.txt"; then
        echo "expected the alert \"$alert\""
        cat "$work/handshake.txt"
        return 1
    fi
}

# Plain text must be answered with nothing, or with one alert, and the connection closed.
plain_text_is_closed() {
    timeout 30 "$python" - "$endpoint" "$@" <<'PYTHON'
import socket, sys
host, port = sys.argv[1].rsplit(":", 1)
plain = socket.create_connection((host, int(port)), timeout=10)
plain.sendall(sys.argv[2].encode().decode("unicode_escape").encode("latin-1"))
answer = b""
try:
    while piece := plain.recv(4096):
        answer += piece
except ConnectionResetError:
    pass
assert answer == b"" or (len(answer) == 7 and answer[0] == 21), f"the server answered {answer!r}"
PYTHON
}

serves() {
    PYTHONPATH=$here timeout 30 "$python" - "$work/partners/wish" <<'PYTHON'
import sys
from recours_wire import Connection, message
health = message("v1.HealthCheckRequest")()
state = Connection(sys.argv[1]).unary("HealthService/Check", health, "HealthCheckResponse").state
assert state == 1, f"serving state {state}"
PYTHON
}

foreign_certificate() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 \
        -subj /CN=foreign -addext "basicConstraints=critical,CA:TRUE" \
        -keyout "$work/foreign-ca.key" -out "$work/foreign-ca.pem" 2> /dev/null
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=wish \
        -keyout "$work/foreign.key" -out "$work/foreign.csr" 2> /dev/null
    printf '%s\n' "basicConstraints=critical,CA:FALSE" "extendedKeyUsage=clientAuth" \
        "subjectAltName=URI:spiffe://recours.internal/partner/platform/wish/main" > "$work/foreign.ext"
    openssl x509 -req -in "$work/foreign.csr" -CA "$work/foreign-ca.pem" -CAkey "$work/foreign-ca.key" \
        -CAcreateserial -days 1 -extfile "$work/foreign.ext" -out "$work/foreign.pem" 2> /dev/null
}

find_programs recoursd messages-echo
make_server || exit
start_server
foreign_certificate
known=(-cert "$work/partners/wish/certificate.pem" -key "$work/partners/wish/key.pem")

echo "A server at $endpoint, and clients that are not ours:"
check "partners are registered by certificate requests of openssl" \
    timeout 60 "$python" "$here/partners.py" "$work/server/operator" "$endpoint" "$work/partners" \
    association:ateliers-reunis platform:wish --mandate "ateliers-reunis:$siren"
check "a case is filed, queried and answered by a client of under 200 lines of Python" \
    timeout 60 "$python" "$here/life_of_a_case.py" "$work/partners/ateliers-reunis" "$work/partners/wish" "$siren"
check "no certificate: certificate_required" refused "certificate required" -tls1_3 -alpn recours/1
check "a foreign authority's certificate: unknown_ca" \
    refused "unknown ca" -tls1_3 -alpn recours/1 -cert "$work/foreign.pem" -key "$work/foreign.key"
check "TLS 1.2: protocol_version" refused "protocol version" -tls1_2 -alpn recours/1 "${known[@]}"
check "no ALPN: no_application_protocol" refused "no application protocol" -tls1_3 "${known[@]}"
check "another ALPN: no_application_protocol" \
    refused "no application protocol" -tls1_3 -alpn h2 "${known[@]}"
check "plain HTTP is closed" plain_text_is_closed 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'
check "a frame without TLS is closed" plain_text_is_closed '\x00\x00\x00\x08\x01\x00\x00\x00\x00\x00\x00\x00'
check "after all that the server serves" serves
check "it drains and ends with 0" stop_server
check "our codec against Python's protobuf" timeout 300 "$python" "$here/messages.py" "$bin/messages-echo"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
