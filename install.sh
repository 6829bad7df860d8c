#!/usr/bin/env bash
# Builds memcmp from this checkout and installs it for one user. `./install.sh --help` says how.
#
# What lands in the prefix:
#   bin/memcmp                                  the launcher, switched last
#   share/memcmp/lib/<hash>/                    the jars and the AOT cache made from exactly these jars and this JDK
#   share/memcmp/lib/manifest                   every path this script made; --uninstall removes these and no others
#   share/bash-completion/, share/zsh/, share/man/
#
# A JVM does not notice that its AOT cache is older than the jar beside it: it runs the old code (JDK 25.0.3). So the
# directory carries the hash of jars and JDK, and a cache never outlives either.
set -euo pipefail
umask 022
export LC_ALL=C

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly checkout
readonly built=$checkout/cli/target
readonly needed=25
readonly lib=share/memcmp/lib
readonly manifest=$lib/manifest
readonly launcher_mark="memcmp's launcher, written by install.sh"

# The cache is only taken by a JVM with the same collector. Its complaints about a cache it cannot use are switched off:
# it then starts without one. No -Xshare:auto: that is the default, and a JVM refuses the word next to -XX:AOTCache.
readonly jvm_flags=(-XX:+UseSerialGC -Xlog:disable '-Xlog:all=error,aot*=off,cds*=off:stderr'
  --enable-native-access=ALL-UNNAMED)

prefix=${PREFIX:-}
action=install
build=true
work=    # scratch directory, gone at the end
program= # in it: the jars as they will be installed
staging= # the same inside the prefix: what is moved from there is whole

usage() {
  cat <<'END'
Usage: ./install.sh [--prefix DIR] [--skip-build]
       ./install.sh [--prefix DIR] --uninstall

Builds memcmp and installs it for one user. Root is not needed.

  --prefix DIR   install into DIR/bin and DIR/share (default: $PREFIX, else ~/.local)
  --skip-build   install what is in cli/target instead of building it
  --uninstall    remove everything an installation put into the prefix, and nothing else
  --help         this text

Needs a JDK 25 or later, and Maven to build. Environment:
  JAVA25_HOME, JAVA_HOME   looked at first, then the java on PATH, SDKMAN, JBang and the usual directories
  MEMCMP_JDK_SEARCH        look here instead: JDKs, or directories of JDKs, separated by colons
  MAVEN_HOME               where Maven is when mvn is not on PATH

Exit codes: 0 done, 1 the build failed, 2 wrong usage or something needed is missing.
END
}

say() { printf 'install.sh: %s\n' "$*"; }
warn() { printf 'install.sh: warning: %s\n' "$*" >&2; }

# die CODE MESSAGE [REMEDY]
die() {
  printf 'install.sh: %s\n' "$2" >&2
  [ $# -lt 3 ] || printf '            %s\n' "$3" >&2
  exit "$1"
}

main() {
  parse_options "$@"
  work=$(mktemp -d "${TMPDIR:-/tmp}/memcmp-install.XXXXXX")
  program=$work/program
  trap clean_up EXIT
  trap 'exit 130' INT TERM
  case $action in
    install) install_memcmp ;;
    uninstall) uninstall_memcmp ;;
  esac
}

parse_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --prefix)
        [ -n "${2:-}" ] || die 2 "--prefix needs a directory" "see ./install.sh --help"
        prefix=$2
        shift
        ;;
      --prefix=?*) prefix=${1#--prefix=} ;;
      --skip-build) build=false ;;
      --uninstall) action=uninstall ;;
      -h | --help)
        usage
        exit 0
        ;;
      *) die 2 "unknown option: $1" "see ./install.sh --help" ;;
    esac
    shift
  done
  [ -n "$prefix" ] || prefix=${HOME:?install.sh: HOME is not set, give --prefix}/.local
}

clean_up() {
  rm -rf "$work"
  [ ! -d "$prefix/$lib" ] || rm -rf "$prefix/$lib"/.staging.*
}

install_memcmp() {
  local jdk hash home version
  jdk=$(find_jdk) || no_jdk
  say "JDK: $jdk ($(jdk_version "$jdk"))"
  if $build; then build_memcmp "$jdk"; fi
  is_built || die 2 "nothing is built in $built" "leave out --skip-build"

  open_prefix
  prepare_program "$jdk"
  hash=$(hash_of "$program" "$jdk")
  home=$prefix/$lib/$hash
  place_program "$hash" "$jdk"
  version=$(run_jar "$jdk" "$home" --version) || die 1 "the memcmp in $home does not start" "build it again"
  make_cache "$hash" "$jdk"
  place_completion "$jdk" "$home"
  place_manual "$jdk" "$home"
  place_launcher "$hash" "$jdk"
  retire_what_is_no_longer_installed
  farewell "${version%%$'\n'*}"
}

is_built() { [ -f "$built/memcmp-cli.jar" ] && [ -d "$built/lib" ]; }

# --- JDK and Maven ---------------------------------------------------------------------------------------------------

# One location per line: a JDK, or a directory of JDKs.
jdk_locations() {
  if [ -n "${MEMCMP_JDK_SEARCH+set}" ]; then
    printf '%s\n' "$MEMCMP_JDK_SEARCH" | tr ':' '\n'
    return
  fi
  printf '%s\n' "${JAVA25_HOME:-}" "${JAVA_HOME:-}" "$(home_of_java_on_path)" \
    "${SDKMAN_DIR:-$HOME/.sdkman}/candidates/java" \
    "${JBANG_DIR:-$HOME/.jbang}/currentjdk" "${JBANG_CACHE_DIR:-$HOME/.jbang/cache}/jdks" \
    /usr/lib/jvm /opt /Library/Java/JavaVirtualMachines
}

# Asked of java itself: on PATH it may be a link, a shim or a script.
home_of_java_on_path() {
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p' || true
}

find_jdk() {
  local location home
  while IFS= read -r location; do
    [ -n "$location" ] || continue
    for home in "$location" "$location"/Contents/Home "$location"/* "$location"/*/Contents/Home; do
      if is_new_jdk "$home"; then
        (cd "$home" && pwd)
        return
      fi
    done
  done < <(jdk_locations)
  return 1
}

is_new_jdk() {
  local version feature
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  version=$(jdk_version "$1")
  feature=${version%%[!0-9]*}
  [ -n "$feature" ] && [ "$feature" -ge "$needed" ] && "$1/bin/java" -version >"$work/java-version" 2>&1
}

jdk_version() {
  local version=
  [ ! -r "$1/release" ] || version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release")
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  printf '%s' "$version"
}

no_jdk() {
  local looked
  looked=$(jdk_locations | sed '/^$/d' | paste -s -d ',' - | sed 's/,/, /g')
  die 2 "no JDK $needed or later found; looked in ${looked:-no place at all (MEMCMP_JDK_SEARCH is empty)}" \
    "install one, e.g. Temurin 25 from adoptium.net or your package manager, and set JAVA25_HOME to its directory"
}

find_maven() {
  if command -v mvn; then return; fi
  [ -n "${MAVEN_HOME:-}" ] && [ -x "$MAVEN_HOME/bin/mvn" ] && printf '%s\n' "$MAVEN_HOME/bin/mvn"
}

# --- build -----------------------------------------------------------------------------------------------------------

# JAVA_HOME stays as it is: Maven may run on an older Java, its toolchain picks the JDK, and JAVA25_HOME tells it where
# ours is. Only a machine without any other Java gets ours for Maven itself. Formatting is no reason not to install.
build_memcmp() (
  local maven log=$work/build.log
  maven=$(find_maven) || die 2 "Maven is needed to build memcmp and mvn is not on PATH" \
    "install it from maven.apache.org or your package manager, or set MAVEN_HOME to its directory"
  say "building with $maven (the first time it downloads what it needs)"
  export JAVA25_HOME=$1
  if [ -z "${JAVA_HOME:-}" ] && ! java -version >"$work/java-version" 2>&1; then export JAVA_HOME=$1; fi
  rm -rf "${built:?}/lib" # jars of dependencies that are no more
  cd "$checkout"
  if ! "$maven" -B -ntp -DskipTests -Dspotless.check.skip=true package >"$log" 2>&1 </dev/null; then
    # Not Maven's -q: it hides the compiler's warnings, which are errors here, and leaves "warnings found".
    grep -E '^\[(ERROR|WARNING)\]' "$log" >"$log.short" || cp "$log" "$log.short"
    tail -n 25 "$log.short" >&2
    die 1 "the build failed; above are the last lines of its errors" "the whole log: mvn -B -DskipTests package"
  fi
)

# --- the prefix and its manifest -------------------------------------------------------------------------------------

# current: what this installation consists of. before: what the last one left. Paths are relative to the prefix, those
# of directories end in a slash; only directories that this script made are listed.
open_prefix() {
  local problem
  problem=$(mkdir -p "$prefix" 2>&1) \
    || die 2 "cannot write to the prefix $prefix: ${problem##*: }" "choose another --prefix"
  prefix=$(cd "$prefix" && pwd)
  [ -w "$prefix" ] || die 2 "cannot write to the prefix $prefix" "choose another --prefix"
  refuse_foreign_launcher
  read_manifest
  make_directory "$lib"
  staging=$(mktemp -d "$prefix/$lib/.staging.XXXXXX")
  own "$manifest"
}

refuse_foreign_launcher() {
  local launcher=$prefix/bin/memcmp
  [ -e "$launcher" ] || return 0
  grep -qsF "$launcher_mark" "$launcher" \
    || die 2 "$launcher is not this script's and would be overwritten" "move it away or choose another --prefix"
}

read_manifest() {
  : >"$work/current"
  cat "$prefix/$manifest" >"$work/before" 2>/dev/null || : >"$work/before"
}

own() { printf '%s\n' "$1" >>"$work/current"; }

make_directory() {
  local path=
  local IFS=/
  for part in $1; do
    path=$path$part
    if [ ! -d "$prefix/$path" ]; then
      mkdir "$prefix/$path" || die 2 "cannot write to the prefix $prefix" "choose another --prefix"
      own "$path/"
    fi
    path=$path/
  done
}

# Written before anything is placed: an installation that is cut off can be uninstalled.
write_manifest() {
  sort -u "$work/before" "$work/current" >"$staging/manifest"
  mv -f "$staging/manifest" "$prefix/$manifest"
}

# place FILE PATH MODE: PATH is whole at any moment
place() {
  make_directory "$(dirname "$2")"
  own "$2"
  write_manifest
  cp "$1" "$staging/file"
  chmod "$3" "$staging/file"
  mv -f "$staging/file" "$prefix/$2"
}

# What the last installation had and this one has not. A memcmp that is still running opens further jars until its end,
# and its trials load the probe from there: its directory stays until the next installation.
retire_what_is_no_longer_installed() {
  local running
  running=$(command_lines)
  sort -u "$work/current" >"$work/now"
  sort -u "$work/before" | comm -23 - "$work/now" | sort -r >"$work/gone"
  while IFS= read -r path; do
    if in_use "$path" "$running" || ! remove_owned "$path"; then own "$path"; fi
  done <"$work/gone"
  sort -u "$work/current" >"$staging/manifest"
  mv -f "$staging/manifest" "$prefix/$manifest"
}

# Every process's command line, blanks between the arguments.
command_lines() {
  if [ -r /proc/self/cmdline ]; then
    cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' ' ' || true
  else
    ps -A -o args= || true
  fi
}

in_use() {
  local home
  case $1 in
    "$lib"/*/*) home=$(printf '%s' "$1" | cut -d / -f 1-4) ;;
    *) return 1 ;;
  esac
  case $2 in
    *"$prefix/$home/"*) return 0 ;;
    *) return 1 ;;
  esac
}

# A directory that holds somebody else's files stays.
remove_owned() {
  case $1 in
    /* | ../* | */../*) return 1 ;;
    */) rmdir "$prefix/$1" 2>/dev/null || [ ! -d "$prefix/$1" ] ;;
    *) rm -f "$prefix/$1" ;;
  esac
}

uninstall_memcmp() {
  local files
  [ -r "$prefix/$manifest" ] || {
    say "nothing to uninstall: there is no $prefix/$manifest"
    return
  }
  prefix=$(cd "$prefix" && pwd)
  read_manifest
  rm -rf "$prefix/$lib"/.staging.*
  files=$(grep -vc '/$' "$work/before" || true)
  sort -ur "$work/before" >"$work/gone"
  while IFS= read -r path; do remove_owned "$path" || true; done <"$work/gone"
  say "memcmp is uninstalled: $files files removed from $prefix"
}

# --- the program and its AOT cache -----------------------------------------------------------------------------------

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

# The jars as they are installed. The AOT cache takes no class files as old as picocli's (Java 5): they are rewritten.
prepare_program() {
  mkdir -p "$program/lib"
  cp "$built/memcmp-cli.jar" "$program/"
  cp "$built"/lib/*.jar "$program/lib/"
  if run_java "$1" -cp "$built/memcmp-cli.jar" io.memcmp.cli.JarUpgrade "$built/lib/picocli.jar" "$work/picocli.jar"; then
    cp "$work/picocli.jar" "$program/lib/picocli.jar"
  else
    warn "picocli stays as it is; memcmp works, and starts more slowly"
  fi
}

# hash_of DIRECTORY JDK: of all jars, the JDK and the flags that the cache depends on
hash_of() {
  {
    (cd "$1" && sha256 memcmp-cli.jar lib/*.jar)
    cat "$2/release" 2>/dev/null || jdk_version "$2"
    printf '%s\n' "${jvm_flags[@]}"
  } | sha256 | cut -c 1-16
}

place_program() {
  local hash=$1 jdk=$2 home=$prefix/$lib/$1 jar
  own "$lib/$hash/"
  own "$lib/$hash/lib/"
  own "$lib/$hash/memcmp-cli.jar"
  own "$lib/$hash/$hash.aot"
  for jar in "$program"/lib/*.jar; do own "$lib/$hash/lib/${jar##*/}"; done
  write_manifest
  if [ -d "$home" ] && [ "$(hash_of "$home" "$jdk" 2>/dev/null)" = "$hash" ]; then return; fi
  say "installing into $prefix"
  mkdir -p "$staging/$hash/lib"
  cp "$program/memcmp-cli.jar" "$staging/$hash/"
  cp "$program"/lib/*.jar "$staging/$hash/lib/"
  chmod 644 "$staging/$hash"/*.jar "$staging/$hash"/lib/*.jar
  rm -rf "$home" # not what its name says: somebody changed it
  mv "$staging/$hash" "$home"
}

# run_jar JDK HOME ARGUMENT…: without the options that the environment holds for other JVMs
run_jar() { run_java "$1" -jar "$2/memcmp-cli.jar" "${@:3}"; }

run_java() {
  env -u JAVA_TOOL_OPTIONS -u JDK_JAVA_OPTIONS -u _JAVA_OPTIONS -u JDK_AOT_VM_OPTIONS \
    "$1/bin/java" "${jvm_flags[@]}" "${@:2}" </dev/null
}

# One command is the training run. `generate training` walks what the short commands need, where the tool knows it.
make_cache() {
  local hash=$1 jdk=$2 home=$prefix/$lib/$1
  [ ! -f "$home/$hash.aot" ] || return 0
  say "making the AOT cache, for a quick start"
  if train "$jdk" "$home" generate training || train "$jdk" "$home" list workloads; then
    mv -f "$staging/aot" "$home/$hash.aot"
  else
    warn "no AOT cache was made, memcmp works without it but starts slower"
  fi
}

train() {
  rm -f "$staging"/aot*
  run_java "$1" -XX:AOTCacheOutput="$staging/aot" -jar "$2/memcmp-cli.jar" "${@:3}" >"$work/training.log" 2>&1 \
    && [ -s "$staging/aot" ]
}

# --- completion, manual, launcher ------------------------------------------------------------------------------------

place_completion() {
  if ! run_jar "$1" "$2" generate completion >"$work/memcmp.bash" || ! bash -n "$work/memcmp.bash"; then
    warn "memcmp printed no completion script, so none is installed"
    return
  fi
  zsh_completion "$work/memcmp.bash" >"$work/_memcmp"
  place "$work/memcmp.bash" share/bash-completion/completions/memcmp 644
  place "$work/_memcmp" share/zsh/site-functions/_memcmp 644
}

# zsh reads the file at the first TAB, as the body of a function: it defines the completion, then has to answer this TAB
# itself. zsh has no compopt; the script tests for it, finds its own alias, which does not work there, and complains.
zsh_completion() {
  local function
  function=$(sed -n 's/.*complete .*-F \([A-Za-z0-9_]*\) .*/\1/p' "$1" | head -n 1)
  printf '#compdef memcmp\nautoload -U +X bashcompinit && bashcompinit\n'
  sed 1d "$1" # its #! line
  printf 'unalias compopt 2>/dev/null\n'
  printf '_bash_complete -o default -F %s\n' "${function:-_complete_memcmp}"
}

# A page begins at .TH and is named by its first argument: .TH MEMCMP-RUN 1 … becomes memcmp-run.1.
place_manual() {
  local page
  mkdir "$work/man"
  if ! run_jar "$1" "$2" generate man >"$work/manual"; then
    warn "memcmp printed no manual, so none is installed"
    return
  fi
  awk -v directory="$work/man" '
    $1 == ".TH" { page = tolower($2) ".1"; gsub(/["\\\/]/, "", page) }
    page == "" { preamble = preamble $0 "\n"; next }
    $1 == ".TH" { printf "%s", preamble > (directory "/" page) }
    { print > (directory "/" page) }' "$work/manual"
  for page in "$work/man"/memcmp*.1; do
    if [ -f "$page" ]; then place "$page" "share/man/man1/${page##*/}" 644; fi
  done
}

place_launcher() {
  launcher "$prefix/$lib/$1" "$2" "$1" >"$work/launcher"
  place "$work/launcher" bin/memcmp 755
}

# As a word of sh. By sed, since the bash of macOS (3.2) and later ones disagree on quotes in ${…//…}.
quoted() { printf '%s\n' "$1" | sed "s/'/'\\\\''/g; s/^/'/; s/\$/'/"; }

# launcher HOME JDK HASH
launcher() {
  local flags='' flag
  for flag in "${jvm_flags[@]}"; do flags+="$(quoted "$flag") "; done
  cat <<END
#!/bin/sh
# $launcher_mark: run that again instead of changing this.
home=$(quoted "$1")
jdk=$(quoted "$2")
cache=\$home/$3.aot
END
  cat <<'END'

if [ ! -x "$jdk/bin/java" ]; then
  echo "memcmp: the JDK it was installed with is gone: $jdk; run install.sh again" >&2
  exit 2
fi
if [ ! -r "$home/memcmp-cli.jar" ]; then
  echo "memcmp: its program is gone: $home; run install.sh again" >&2
  exit 2
fi

# Options that the environment holds for JVMs are meant for the measured program: memcmp's own JVM must not take them,
# memcmp restores them for the programs it starts.
for name in JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS; do
  eval "value=\${$name-}"
  unset "$name" "MEMCMP_PASS_$name"
  [ -z "$value" ] || export "MEMCMP_PASS_$name=$value"
done

# Java cannot ask this of each stream: its console is gone as soon as one of them is piped.
stdout_tty=false stderr_tty=false
[ ! -t 1 ] || stdout_tty=true
[ ! -t 2 ] || stderr_tty=true

# The first compiler alone is quicker where there is little to do.
compiler=
case ${1-} in
  '' | -h | --help | -V | --version | help | list | schema | generate | doctor) compiler=-XX:TieredStopAtLevel=1 ;;
esac

# A heap dump is read into Java's heap, nearly all of it into arrays that are never young: made there, they would be copied
# first. References stay compressed. Few traps a method, and nothing inlined that is large: the second compiler takes half
# the time for that, and its code is there sooner for loops that run once. Huge pages, where the system gives them to who asks:
# the tables are looked at in any order.
memory=
case ${1-} in
  heap)
    memory='-XX:MaxRAMPercentage=75 -XX:+UseCompressedOops -XX:MaxNewSize=16m -XX:PretenureSizeThreshold=64k'
    memory="$memory -XX:PerMethodTrapLimit=20 -XX:FreqInlineSize=80"
    pages=
    { read -r pages </sys/kernel/mm/transparent_hugepage/enabled; } 2>/dev/null || true
    case $pages in *'[madvise]'* | *'[always]'*) memory="$memory -XX:+UseTransparentHugePages" ;; esac
    ;;
  run) memory='-XX:MaxRAMPercentage=60 -XX:+UseCompressedOops' ;;
esac

set -- "-Dmemcmp.stdout.tty=$stdout_tty" "-Dmemcmp.stderr.tty=$stderr_tty" -jar "$home/memcmp-cli.jar" "$@"
[ ! -f "$cache" ] || set -- "-XX:AOTCache=$cache" "$@"
# MEMCMP_JAVA_OPTIONS: for memcmp's own JVM, for example -Xmx8g for a large heap dump; split at blanks.
# shellcheck disable=SC2086
END
  # shellcheck disable=SC2016  # for the launcher's shell
  printf 'exec "$jdk/bin/java" %s$compiler $memory ${MEMCMP_JAVA_OPTIONS-} "$@"\n' "$flags"
}

# --- the last words --------------------------------------------------------------------------------------------------

farewell() {
  local found
  say "$1 is installed in $prefix"
  case ":$PATH:" in
    *":$prefix/bin:"*)
      found=$(command -v memcmp || true)
      [ "$found" = "$prefix/bin/memcmp" ] || warn "another memcmp comes first on PATH: $found"
      ;;
    *)
      say "$prefix/bin is not on PATH; add it:"
      # shellcheck disable=SC2016  # the user's shell is to expand it
      printf '    export PATH=%s:"$PATH"\n' "$(quoted "$prefix/bin")"
      ;;
  esac
  case ${SHELL:-} in
    */zsh)
      say "for completion in zsh, before compinit in ~/.zshrc:"
      # shellcheck disable=SC2016  # the user's shell is to expand it
      printf '    fpath=(%s $fpath)\n' "$(quoted "$prefix/share/zsh/site-functions")"
      ;;
  esac
  printf '\nTry:\n    memcmp run --workload cache-leak --gc zgc\n    memcmp doctor\n'
}

main "$@"
