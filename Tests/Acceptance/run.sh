#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# The capabilities of the founding interview, S1 to S20, through the command line over TLS against a real server in
# sandbox mode. CONTROL=1: each with the thing itself left out, which must make its check fail. Builds nothing.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
python=${RECOURS_PYTHON:-$top/.build-python/bin/python}
bin=${RECOURS_BIN_DIR:-$(cd "$top" && swift build --show-bin-path)}
exec "$python" "$top/Tests/Acceptance/acceptance.py" "$bin"
