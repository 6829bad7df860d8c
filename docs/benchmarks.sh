#!/usr/bin/env bash
# Measures memcmp itself: what its recording costs the measured program, and how long memcmp takes to start.
# Usage: docs/benchmarks.sh [PAIRS] [ROUNDS]. docs/benchmarks.md says what the figures mean. Build first: mvn verify.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly pairs=${1:-10} rounds=${2:-20}
readonly java=${JAVA_HOME:?set JAVA_HOME to the JDK 25 that memcmp was built with}/bin/java
prefix=$(mktemp -d "${TMPDIR:-/tmp}/memcmp-benchmarks.XXXXXX")
readonly prefix
trap 'rm -rf "$prefix"' EXIT

bench() {
  local main=$1
  shift
  "$java" --enable-native-access=ALL-UNNAMED -cp cli/target/test-classes:cli/target/memcmp-cli.jar \
    "io.memcmp.bench.$main" "$@"
}

./install.sh --prefix "$prefix" --skip-build >/dev/null
bench StartUp "$prefix/bin/memcmp" "$rounds"
echo
bench CaptureOverhead "$pairs"
