#!/usr/bin/env bash
# Tinynet Lab's one entry: finds or installs what a command needs, builds when sources changed, runs it.
#
#   ./run.sh                opens the lab          ./run.sh test [maven options]   runs all tests
#   ./run.sh COMMAND …      train, presets, render, bench, …; ./run.sh --help lists them
#
# Exit codes: 0 done, 1 the thing checked does not hold, 2 bad usage, bad input or something missing.
#
# Variables, for unusual machines and for the tests of this file:
#   TINYNET_INSTALL=no     install nothing, only say what is missing
#   TINYNET_JDK_ROOTS      folders, separated by colons, to look for JDKs in instead of the usual ones
#   TINYNET_CACHE          where Maven and native libraries are kept (an ASCII path)
#   TINYNET_MAVEN_CENTRAL  a mirror of Maven Central to fetch Maven itself from
#   TINYNET_MAVEN_FLAGS    more options for the build, such as -o
#   TINYNET_AOT=no         neither use nor record the start-up cache
#
# It keeps to what bash 3.2 knows, which is what macOS has.
set -euo pipefail

java_wanted=25
maven_version=3.9.11
maven_sha512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978

real_path() {
  local path=$1 target
  while [ -L "$path" ]; do
    target=$(readlink "$path")
    case "$target" in /*) path=$target ;; *) path=$(dirname "$path")/$target ;; esac
  done
  printf '%s/%s\n' "$(cd "$(dirname "$path")" && pwd -P)" "$(basename "$path")"
}

root=$(dirname "$(real_path "${BASH_SOURCE[0]}")")
target=$root/target
state=$target/run
system=$(uname -s)

for part in ground packages jdk maven screen build startcache kernels; do
  # shellcheck source=/dev/null
  . "$root/src/run/$part.sh"
done

mkdir -p "$state"
install_log=$state/install.log
choose_cache
use_unicode
export OMP_NUM_THREADS=1
choose_kernels
aot_flags=()
# What native memory may grow to, and no look at the process's own size at every allocation.
memory_flags=(-Dorg.bytedeco.javacpp.maxbytes=1g -Dorg.bytedeco.javacpp.maxphysicalbytes=0)
class_path=$target/tinynet-lab.jar
# Standard output is for results: the JVM's own remarks stay out of it.
jvm_flags=(
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xlog:disable -XX:+DisplayVMOutputToStderr
  -XX:+UseSerialGC -XX:MaxRAMPercentage=50
  -Dfile.encoding=UTF-8
  "-Dorg.bytedeco.javacpp.cachedir=$cache/javacpp"
)

# Whether progress may be redrawn in place; Java itself cannot ask this of standard error.
terminal=false
if [ -t 2 ]; then terminal=true; fi

kind=command
case "${1:-}" in
  test) kind=test ;;
  bench) kind=bench ;;
  render | capture | verify) kind=draw ;;
  "" | -*) kind=window ;;
esac
for argument in "$@"; do
  case "$argument" in -h | --help | -V | --version) [ $kind = test ] || kind=command ;; esac
done

if [ $kind = window ] && [ "$system" = Linux ] && [ -z "${DISPLAY:-}" ]; then
  say "The lab opens a window, and there is no screen here (DISPLAY is not set)." \
    "实验室需要打开窗口，但这里没有屏幕（未设置 DISPLAY）。"
  say "Run it on a desktop; train, presets, render and bench work without a screen." \
    "请在桌面环境中运行；train、presets、render、bench 不需要屏幕。"
  exit 2
fi

need_jdk

if [ $kind = test ]; then
  shift
  need_maven
  need_desktop
  if [ "$system" = Linux ]; then
    need_xvfb openbox
    start_screen openbox
    watch
  fi
  cd "$root"
  exec "$mvn" -B test "$@"
fi

if [ $kind = bench ]; then
  build tests
  # The rival runs as its users get it, with the library's own memory settings (decision 0015).
  exec "$java" "${jvm_flags[@]}" -Dtinynet.terminal=$terminal -cp "$class_path:$target/test-classes:$(cat "$target/test.classpath")" \
    lab.tinynet.app.Main "$@"
fi

jvm_flags+=("${memory_flags[@]}")
build main
for jar in "$target"/lib/*.jar; do class_path=$class_path:$jar; done

case $kind in
  window)
    need_desktop
    use_start_cache window
    ;;
  draw)
    need_desktop
    if [ "$system" = Linux ] && [ -z "${DISPLAY:-}" ]; then
      need_xvfb
      start_screen
      watch
    fi
    use_start_cache window only
    ;;
  command) use_start_cache command ;;
esac

exec "$java" "${jvm_flags[@]}" -Dtinynet.terminal=$terminal ${aot_flags[@]+"${aot_flags[@]}"} -cp "$class_path" lab.tinynet.app.Main "$@"
