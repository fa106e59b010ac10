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

# ---------------------------------------------------------------- words

language=en
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in zh*) language=zh ;; esac
previous=
for argument in "$@"; do
  case "$previous $argument" in
    "--lang zh" | *" --lang=zh") language=zh ;;
    "--lang en" | *" --lang=en") language=en ;;
  esac
  previous=$argument
done

# say ENGLISH CHINESE: a line for the person, on standard error.
say() {
  if [ "$language" = zh ]; then printf '%s\n' "$2" >&2; else printf '%s\n' "$1" >&2; fi
}

# ---------------------------------------------------------------- places

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

# A folder whose path is plain ASCII: JavaCPP cannot load libraries from any other.
choose_cache() {
  local wanted=${TINYNET_CACHE:-${XDG_CACHE_HOME:-${HOME:-/}/.cache}/tinynet-lab}
  if [ -n "$(printf '%s' "$wanted" | LC_ALL=C tr -d ' -~')" ] || ! mkdir -p "$wanted" 2>/dev/null \
      || [ ! -w "$wanted" ]; then
    wanted=/tmp/tinynet-lab-$(id -u)
    (umask 077 && mkdir -p "$wanted")
    if [ ! -O "$wanted" ]; then
      say "The cache folder $wanted belongs to someone else; set TINYNET_CACHE to a folder of yours." \
        "缓存目录 $wanted 属于别的用户；请把 TINYNET_CACHE 设为你自己的目录。"
      exit 2
    fi
  fi
  cache=$wanted
}

# Java opens files with names outside ASCII only in a UTF-8 locale; a bare container has none.
use_unicode() {
  case "$(locale charmap 2>/dev/null || true)" in ANSI_X3.4-1968 | US-ASCII | "") ;; *) return 0 ;; esac
  local name
  for name in C.UTF-8 en_US.UTF-8; do
    if [ "$(LC_ALL=$name locale charmap 2>/dev/null || true)" = UTF-8 ]; then
      if [ -n "${LC_ALL:-}" ]; then
        export LC_MESSAGES=$LC_ALL
        unset LC_ALL
      fi
      export LC_CTYPE=$name
      return 0
    fi
  done
}

sha() { # sha BITS [FILE…]
  local bits=$1
  shift
  if command -v "sha${bits}sum" >/dev/null; then "sha${bits}sum" "$@"; else shasum -a "$bits" "$@"; fi
}

# Name, size, time and number of files: changes whenever one is replaced.
listing() {
  stat -c '%n %s %y %i' "$@" 2>/dev/null || stat -f '%N %z %Fm %i' "$@"
}

# lock FOLDER: waits until no other living run.sh holds it.
lock() {
  local waited=0
  mkdir -p "$(dirname "$1")"
  until mkdir "$1" 2>/dev/null; do
    abandoned "$1" && rm -rf "$1" && continue
    [ $waited = 1 ] || say "Waiting for another run.sh that is building." "正在等待另一个 run.sh 完成构建。"
    waited=1
    sleep 0.3
  done
  echo $$ >"$1/pid"
}

abandoned() {
  local pid
  if pid=$(cat "$1/pid" 2>/dev/null) && [ -n "$pid" ]; then
    ! kill -0 "$pid" 2>/dev/null
  else
    [ -n "$(find "$1" -prune -mmin +5 2>/dev/null)" ]
  fi
}

# ---------------------------------------------------------------- what the system's packages bring

become_root=
may_install() {
  [ "${TINYNET_INSTALL:-yes}" != no ] || return 1
  if [ "$(id -u)" = 0 ]; then become_root=; return 0; fi
  command -v sudo >/dev/null && sudo -n true 2>/dev/null && become_root="sudo -n"
}

package_tool() {
  local tool
  for tool in apt-get dnf zypper pacman apk; do
    if command -v $tool >/dev/null; then echo $tool; return 0; fi
  done
  return 1
}

apt_lists_fresh=no
apt_has() { # apt_has PACKAGE: the lists name a version of it; fetches the lists once if they don't
  local policy
  policy=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null || true)
  case "$policy" in *"Candidate: (none)"* | "") ;; *) return 0 ;; esac
  [ $apt_lists_fresh = no ] || return 1
  apt_lists_fresh=yes
  $become_root apt-get update -qq >>"$install_log" 2>&1 || true
  apt_has "$1"
}

# install_packages NAME…: true if the system's tool could install them all.
install_packages() {
  local tool
  may_install && tool=$(package_tool) || return 1
  say "Installing from the system's packages: $*" "正在从系统软件源安装：$*"
  case $tool in
    apt-get)
      $become_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y -qq \
        --no-install-recommends "$@" >>"$install_log" 2>&1 && return 0
      [ $apt_lists_fresh = no ] || return 1
      apt_lists_fresh=yes
      $become_root apt-get update -qq >>"$install_log" 2>&1 || return 1
      $become_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y -qq \
        --no-install-recommends "$@" >>"$install_log" 2>&1
      ;;
    dnf) $become_root dnf -y -q install "$@" >>"$install_log" 2>&1 ;;
    zypper) $become_root zypper -n -q install "$@" >>"$install_log" 2>&1 ;;
    pacman) $become_root pacman -S --noconfirm --needed "$@" >>"$install_log" 2>&1 ;;
    apk) $become_root apk add -q "$@" >>"$install_log" 2>&1 ;;
  esac
}

# ---------------------------------------------------------------- JDK

# The real major version of the JDK in a folder, whatever the folder is called; nothing if it is none.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  # A JDK's release file spares starting the wrong ones; only the JVM itself is believed in the end.
  if [ -f "$1/release" ] && ! grep -q "^JAVA_VERSION=\"$java_wanted" "$1/release"; then return 0; fi
  "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | sed -n 1p || true
}

jdk_candidates() {
  local roots folder tool
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  if tool=$(command -v javac 2>/dev/null); then
    dirname "$(dirname "$(real_path "$tool")")"
  fi
  roots=${TINYNET_JDK_ROOTS-/usr/lib/jvm:/usr/lib64/jvm:/usr/java:/opt:/opt/java:/usr/local:/usr/local/lib/jvm:/Library/Java/JavaVirtualMachines:/opt/homebrew/opt:/usr/local/opt:${HOME:-/root}/.sdkman/candidates/java:${HOME:-/root}/.jdks:${HOME:-/root}/.gradle/jdks:${HOME:-/root}/.asdf/installs/java:${HOME:-/root}/.local/share/mise/installs/java:${HOME:-/root}/Library/Java/JavaVirtualMachines}
  while [ -n "$roots" ]; do
    folder=${roots%%:*}
    case "$roots" in *:*) roots=${roots#*:} ;; *) roots= ;; esac
    [ -d "$folder" ] || continue
    for tool in "$folder"/bin/javac "$folder"/*/bin/javac "$folder"/*/Contents/Home/bin/javac \
        "$folder"/*/libexec/openjdk.jdk/Contents/Home/bin/javac; do
      [ -x "$tool" ] && dirname "$(dirname "$tool")"
    done
  done
  return 0
}

find_jdk() {
  local home
  while IFS= read -r home; do
    if [ "$(jdk_version "$home")" = $java_wanted ]; then
      jdk=$home
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

install_jdk() {
  local tool name
  may_install && tool=$(package_tool) || return 1
  case $tool in
    apt-get)
      for name in openjdk-$java_wanted-jdk-headless temurin-$java_wanted-jdk; do
        if apt_has $name; then install_packages $name; return; fi
      done
      return 1
      ;;
    dnf) install_packages java-$java_wanted-openjdk-devel ;;
    zypper) install_packages java-$java_wanted-openjdk-devel ;;
    pacman) install_packages jdk$java_wanted-openjdk ;;
    apk) install_packages openjdk$java_wanted ;;
  esac
}

need_jdk() {
  find_jdk || { install_jdk && find_jdk; } || {
    say "Tinynet Lab needs a JDK $java_wanted; none was found in JAVA_HOME, on the PATH or in the usual folders." \
      "小网实验室需要 JDK $java_wanted，但在 JAVA_HOME、PATH 和常用目录中都没有找到。"
    say "Install one, such as Temurin $java_wanted from https://adoptium.net, or set JAVA_HOME to one, and run this again." \
      "请安装一个（例如 https://adoptium.net 的 Temurin $java_wanted），或让 JAVA_HOME 指向它，然后重新运行。"
    exit 2
  }
  export JAVA_HOME=$jdk
  java=$jdk/bin/java
}

# ---------------------------------------------------------------- Maven

maven_good() { # at least 3.8
  local version
  version=$("$1" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | sed -n 1p) || return 1
  case "$version" in "" | [0-2].* | 3.[0-7]) return 1 ;; esac
}

fetch() { # fetch ADDRESS FILE, with whatever there is; the JDK itself can do it too
  if command -v curl >/dev/null; then
    curl -fsSL --retry 3 -o "$2" "$1"
  elif command -v wget >/dev/null; then
    wget -q -O "$2" "$1"
  else
    cat >"$(dirname "$2")/Fetch.java" <<'JAVA'
void main(String[] arguments) throws Exception {
  try (var in = java.net.URI.create(arguments[0]).toURL().openStream()) {
    java.nio.file.Files.copy(in, java.nio.file.Path.of(arguments[1]));
  }
}
JAVA
    "$java" "$(dirname "$2")/Fetch.java" "$1" "$2" 2>/dev/null
  fi
}

download_maven() {
  local base=${TINYNET_MAVEN_CENTRAL:-https://repo.maven.apache.org/maven2}
  local address=$base/org/apache/maven/apache-maven/$maven_version/apache-maven-$maven_version-bin.tar.gz
  local scratch
  scratch=$(mktemp -d "$cache/maven.XXXXXX")
  say "Fetching Apache Maven $maven_version from $base" "正在从 $base 下载 Apache Maven $maven_version"
  if fetch "$address" "$scratch/maven.tar.gz"; then
    if [ "$(sha 512 <"$scratch/maven.tar.gz" | cut -d' ' -f1)" != $maven_sha512 ]; then
      rm -rf "$scratch"
      say "The Maven fetched from $base is not the published one (SHA-512 differs); it was thrown away." \
        "从 $base 下载的 Maven 与官方发布的不一致（SHA-512 不符），已丢弃。"
      exit 2
    fi
    tar -xzf "$scratch/maven.tar.gz" -C "$scratch"
    # Another run.sh may have been quicker; its copy is as good.
    mv "$scratch/apache-maven-$maven_version" "$cache/" 2>/dev/null || true
  fi
  rm -rf "$scratch"
  [ -x "$cache/apache-maven-$maven_version/bin/mvn" ]
}

need_maven() {
  local own=$cache/apache-maven-$maven_version/bin/mvn
  if mvn=$(command -v mvn 2>/dev/null) && (cd / && maven_good "$mvn"); then return 0; fi
  mvn=$own
  [ -x "$own" ] && return 0
  download_maven && return 0
  if install_packages maven && mvn=$(command -v mvn) && (cd / && maven_good "$mvn"); then return 0; fi
  say "Building needs Maven 3.8 or newer; it isn't installed and could not be fetched from Maven Central." \
    "构建需要 Maven 3.8 或更新版本；本机没有，也无法从 Maven Central 下载。"
  say "Install Maven, or connect to the network, and run this again." \
    "请安装 Maven，或连上网络，然后重新运行。"
  exit 2
}

# ---------------------------------------------------------------- desktop libraries and a screen

has_library() {
  local known
  known=$( (ldconfig -p || /sbin/ldconfig -p) 2>/dev/null || true)
  case "$known" in *"$1"*) return 0 ;; esac
  [ -n "$(find /usr/lib /usr/lib64 /lib -name "$1*" -print 2>/dev/null | sed -n 1p)" ]
}

need_desktop() {
  [ "$system" = Linux ] || return 0
  local missing=() names=()
  has_library libgtk-3.so.0 || missing+=(gtk)
  has_library libXtst.so.6 || missing+=(xtst)
  [ ${#missing[@]} -gt 0 ] || return 0
  case "$(package_tool || true)" in
    apt-get)
      if may_install && apt_has libgtk-3-0t64; then names=(libgtk-3-0t64 libxtst6); else names=(libgtk-3-0 libxtst6); fi
      ;;
    dnf) names=(gtk3 libXtst) ;;
    zypper) names=(libgtk-3-0 libXtst6) ;;
    pacman) names=(gtk3 libxtst) ;;
    apk) names=(gtk+3.0 libxtst) ;;
    *) names=(GTK-3 libXtst) ;;
  esac
  need_packages "${names[@]}"
}

need_packages() {
  install_packages "$@" && return 0
  say "Drawing needs these packages, which are not installed: $*" "绘图需要以下软件包，但本机尚未安装：$*"
  say "Install them with the system's package manager, and run this again." \
    "请用系统的软件包管理器安装，然后重新运行。"
  exit 2
}

need_xvfb() { # need_xvfb [openbox]: the programs of a screen that isn't there
  local missing=() program
  for program in Xvfb xauth "$@"; do
    command -v "$program" >/dev/null && continue
    case "$program $(package_tool || true)" in
      "Xvfb apt-get") missing+=(xvfb) ;;
      "Xvfb dnf") missing+=(xorg-x11-server-Xvfb) ;;
      "Xvfb zypper") missing+=(xorg-x11-server-Xvfb) ;;
      "Xvfb pacman") missing+=(xorg-server-xvfb) ;;
      "xauth pacman") missing+=(xorg-xauth) ;;
      *) missing+=("$(printf '%s' "$program" | tr 'X' 'x')") ;;
    esac
  done
  [ ${#missing[@]} -eq 0 ] || need_packages "${missing[@]}"
}

# What is to happen when the program has ended. The program replaces this shell (exec), so that signals and
# exit codes are its own; a watcher reads from a pipe whose other end only the program holds open.
watched=()
scratch=

new_scratch() {
  [ -n "$scratch" ] || scratch=$(mktemp -d "${TMPDIR:-/tmp}/tinynet.XXXXXX")
}

start_screen() { # start_screen [openbox]: an X server on a free display, for this program alone
  local number cookie
  new_scratch
  mkfifo "$scratch/number"
  cookie=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
  : >"$scratch/authority"
  xauth -q -f "$scratch/authority" add :0 . "$cookie" 2>/dev/null
  Xvfb -displayfd 3 -screen 0 1920x1080x24 -dpi 96 -nolisten tcp -noreset -auth "$scratch/authority" \
    3>"$scratch/number" </dev/null >"$scratch/xvfb.log" 2>&1 &
  watched+=($!)
  if ! read -r -t 30 number <"$scratch/number"; then
    kill "${watched[@]}" 2>/dev/null || true
    say "The virtual screen (Xvfb) did not start: $(tail -n 1 "$scratch/xvfb.log")" \
      "虚拟屏幕（Xvfb）未能启动：$(tail -n 1 "$scratch/xvfb.log")"
    exit 2
  fi
  xauth -q -f "$scratch/authority" add ":$number" . "$cookie" 2>/dev/null
  export DISPLAY=:$number XAUTHORITY=$scratch/authority NO_AT_BRIDGE=1
  unset WAYLAND_DISPLAY
  if [ "${1:-}" = openbox ]; then
    openbox --sm-disable </dev/null >/dev/null 2>&1 &
    watched+=($!)
  fi
}

# watch COMMAND…: kills the screen and runs the command once this process, or what replaces it, has ended.
watch() {
  [ ${#watched[@]} -gt 0 ] || [ $# -gt 0 ] || return 0
  new_scratch
  mkfifo "$scratch/alive"
  (
    trap '' HUP INT TERM
    read -r _ <"$scratch/alive" || true
    [ ${#watched[@]} -eq 0 ] || kill "${watched[@]}" 2>/dev/null || true
    rm -rf "$scratch"
    [ $# -eq 0 ] || "$@"
  ) </dev/null >/dev/null 2>&1 &
  watcher=$!
  exec 9>"$scratch/alive"
}

# ---------------------------------------------------------------- build

sources() { # the files that decide what is built, from the root
  find pom.xml .mvn src/main assets -type f ! -path 'assets/pictures/*' 2>/dev/null
  [ "$1" = main ] || find src/test -type f
}

fingerprint() {
  local tool=sha256sum
  command -v $tool >/dev/null || tool="shasum -a 256"
  (cd "$root" && sources "$1" | LC_ALL=C sort | tr '\n' '\0' | xargs -0 $tool) | sha 256 | cut -d' ' -f1
}

# What is built is up to date when sources and jar are those of the last build.
built() { # built main|tests
  [ -f "$target/tinynet-lab.jar" ] && [ -d "$target/lib" ] || return 1
  [ "$(cat "$state/$1.built" 2>/dev/null)" = "$(fingerprint "$1") $(sha 256 <"$target/tinynet-lab.jar")" ]
}

build() { # build main|tests
  built "$1" && return 0
  lock "$state/build.lock"
  if ! built "$1"; then
    need_maven
    say "Building Tinynet Lab (only when sources changed)…" "正在构建小网实验室（仅在源码有变化时）……"
    local what before
    if [ "$1" = main ]; then what=-Dmaven.test.skip=true; else what=-DskipTests; fi
    before=$(fingerprint "$1")
    # Formatting is checked by `mvn package` and by the tests, not on the way to a window.
    # shellcheck disable=SC2086
    if ! (cd "$root" && "$mvn" -q -B $what -Dspotless.check.skip=true ${TINYNET_MAVEN_FLAGS:-} package) \
        >"$state/build.log" 2>&1; then
      rm -rf "$state/build.lock"
      tail -n 40 "$state/build.log" >&2
      say "The build failed; its log is in $state/build.log" "构建失败，日志在 $state/build.log"
      exit 2
    fi
    echo "$before $(sha 256 <"$target/tinynet-lab.jar")" >"$state/$1.built"
  fi
  rm -rf "$state/build.lock"
}

# ---------------------------------------------------------------- start-up cache (AOT)

# JDK 25 does not notice that a jar has changed under a cache and runs the old classes. So the cache's name is the
# SHA-256 of all that went into it: every jar's bytes, its size and time, the JVM and the flags.
cache_name() { # cache_name KIND
  local listed=$state/libraries now
  now=$(listing "$target"/lib/*.jar)
  if [ "$(cat "$listed.listing" 2>/dev/null)" != "$now" ]; then
    sha 256 "$target"/lib/*.jar >"$listed.sha256.$$" && mv "$listed.sha256.$$" "$listed.sha256"
    printf '%s\n' "$now" >"$listed.listing.$$" && mv "$listed.listing.$$" "$listed.listing"
  fi
  {
    printf '%s\n' "$1" "$now" "$class_path" "${jvm_flags[@]}"
    cat "$listed.sha256" "$jdk/release" 2>/dev/null
    listing "$target/tinynet-lab.jar" "$jdk/bin/java" "$jdk/lib/modules" "$jdk/lib/server/"libjvm.*
    sha 256 <"$target/tinynet-lab.jar"
  } | sha 256 | cut -d' ' -f1
}

# Uses the cache for this kind of start, or has it made: the window's is recorded while the window is used, the one
# for commands afterwards by a rehearsal, both assembled in the background when the program has ended, under another
# name and moved into place, so that nobody waits and nobody reads half a file.
use_start_cache() { # use_start_cache window|command
  aot_flags=()
  [ "${TINYNET_AOT:-yes}" != no ] || return 0
  local name folder=$state/aot file
  name=$1-$(cache_name "$1").aot
  file=$folder/$name
  if [ -f "$file" ]; then
    aot_flags=("-XX:AOTCache=$file")
    return 0
  fi
  mkdir -p "$folder"
  if [ -d "$file.lock" ] && abandoned "$file.lock"; then rm -rf "$file.lock"; fi
  mkdir "$file.lock" 2>/dev/null || return 0
  find "$folder" -maxdepth 1 -name "$1-*.aot*" ! -name "$name*" -exec rm -rf {} + 2>/dev/null || true
  if [ "$1" = window ]; then
    aot_flags=(-XX:AOTMode=record "-XX:AOTConfiguration=$file.lock/record")
    watch assemble_cache "$file"
  else
    watch rehearse "$file"
  fi
  echo "$watcher" >"$file.lock/pid"
}

rehearse() {
  nice -n 19 "$java" "${jvm_flags[@]}" -XX:AOTMode=record "-XX:AOTConfiguration=$1.lock/record" \
    -cp "$class_path" lab.tinynet.app.Main rehearse || true
  assemble_cache "$1"
}

assemble_cache() {
  if [ -s "$1.lock/record" ] && nice -n 19 "$java" "${jvm_flags[@]}" -XX:AOTMode=create \
      "-XX:AOTConfiguration=$1.lock/record" "-XX:AOTCache=$1.lock/cache" -cp "$class_path"; then
    mv "$1.lock/cache" "$1"
  fi
  rm -rf "$1.lock"
}

# ---------------------------------------------------------------- go

mkdir -p "$state"
install_log=$state/install.log
choose_cache
use_unicode
export OMP_NUM_THREADS=1
aot_flags=()
class_path=$target/tinynet-lab.jar
# -Xlog:disable keeps the JVM's own remarks out of standard output, which is for results.
jvm_flags=(
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xlog:disable
  -XX:+UseSerialGC -XX:MaxRAMPercentage=50
  -Dfile.encoding=UTF-8 -Dorg.bytedeco.javacpp.maxbytes=1g -Dorg.bytedeco.javacpp.maxphysicalbytes=0
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
  exec "$java" "${jvm_flags[@]}" -Dtinynet.terminal=$terminal -cp "$class_path:$target/test-classes:$(cat "$target/test.classpath")" \
    lab.tinynet.app.Main "$@"
fi

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
    ;;
  command) use_start_cache command ;;
esac

exec "$java" "${jvm_flags[@]}" -Dtinynet.terminal=$terminal ${aot_flags[@]+"${aot_flags[@]}"} -cp "$class_path" lab.tinynet.app.Main "$@"
