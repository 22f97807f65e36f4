#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
#
# Measures how right matching is on made-up listings, draws its chart, and fails unless the module's
# thresholds are those that follow.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${RECOURS_PYTHON:-.build-python/bin/python}
build=.build-matching

swift build -c release --product match-bench
mkdir -p "$build"
status=0
"$(swift build -c release --show-bin-path)/match-bench" quality "$build" || status=$?
"$python" Tests/Benchmarks/charts.py "$build" Tests/Matching/Charts
exit "$status"
