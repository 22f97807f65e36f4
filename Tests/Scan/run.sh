#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Foreign eyes on the server's TLS: sslyze, sslscan and testssl look at it, GnuTLS and OpenSSL speak with it. Builds
# nothing; two minutes, nearly all of them testssl's.
#
#   CONTROL=1    what is looked at is a careless server instead, and each check must fail
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
bin=${RECOURS_BIN_DIR:-$(cd "$top" && swift build --show-bin-path)}
python=${RECOURS_PYTHON:-$top/.build-python/bin/python}
export PYTHONPATH=$top/Tests/Interop:$top/Tests/Crash
exec "$python" "$here/scan.py" "$bin" "$top/.build-scan/bin/sslyze"
