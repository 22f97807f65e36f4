#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# The capabilities of the founding interview, S1 to S20, through the command line over TLS against a real server in
# sandbox mode. CONTROL=1: each with the thing itself left out, which must make its check fail. Builds nothing.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
bin=${RECOURS_BIN_DIR:-$(cd "$top" && swift build --show-bin-path)}
exec python3 "$top/Tests/Acceptance/acceptance.py" "$bin"
