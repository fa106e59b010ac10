# shellcheck shell=bash disable=SC2154
# Part of run.sh: finds a JDK of the wanted major version, or installs one.

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
