#!/usr/bin/env bash
# Measures memcmp itself; docs/benchmarks.md says what the figures mean.
#   docs/benchmarks.sh [PAIRS] [ROUNDS]           what its recording costs the measured program, and how long it takes to
#                                                 start. Build first: mvn verify.
#   docs/benchmarks.sh readers [DIR] [NAME=VALUE…]  how fast it reads recordings, and how fast others do. Builds what it
#                                                 needs. The recordings (about 2.2 GB) are kept in DIR, and used again.
#   docs/benchmarks.sh heap [DIR] [NAME=VALUE…]     the same of heap dumps (about 8 GB)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly java=${JAVA_HOME:?set JAVA_HOME to the JDK 25 that memcmp was built with}/bin/java
prefix=$(mktemp -d "${TMPDIR:-/tmp}/memcmp-benchmarks.XXXXXX")
readonly prefix
trap 'rm -rf "$prefix"' EXIT

bench() {
  local main=$1
  shift
  "$java" --enable-native-access=ALL-UNNAMED "-Djava.io.tmpdir=$prefix" -cp cli/target/test-classes:cli/target/memcmp-cli.jar \
    "io.memcmp.bench.$main" "$@"
}

install_memcmp() {
  ./install.sh --prefix "$prefix" --skip-build >/dev/null
}

# A contest of readers: its class, the word for the directory of what is read, memcmp's command, and what was typed.
contest() {
  local main=$1 what=$2 command=$3 installed=
  shift 3
  local directory=$prefix/$what
  if [[ $# -gt 0 && $1 != *=* ]]; then
    directory=$1
    shift
  fi
  mvn -B -ntp -q -Pbench -DskipTests -Dspotless.check.skip=true package # how it is formatted matters to .ci/run alone
  install_memcmp
  if "$prefix/bin/memcmp" --help | grep -qE "^ +$command "; then
    installed=$prefix/bin/memcmp
  fi
  bench "$main" "$what=$directory" "memcmp=$installed" "$@"
}

if [[ ${1:-} == readers ]]; then
  shift
  contest reading.ReadingBenchmark recordings analyze "$@"
elif [[ ${1:-} == heap ]]; then
  shift
  contest heap.HeapBenchmark dumps heap "$@"
else
  install_memcmp
  bench StartUp "$prefix/bin/memcmp" "${2:-20}"
  echo
  bench CaptureOverhead "${1:-10}"
fi
