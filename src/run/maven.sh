# shellcheck shell=bash disable=SC2154
# Part of run.sh: finds Maven, or fetches it with its SHA-512 checked.

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
