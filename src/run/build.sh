# shellcheck shell=bash disable=SC2154
# Part of run.sh: builds when sources changed, and only then.

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
    local what before main
    main=$(fingerprint main)
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
    # A build with the tests is one without them too.
    [ "$1" = main ] || echo "$main $(sha 256 <"$target/tinynet-lab.jar")" >"$state/main.built"
  fi
  rm -rf "$state/build.lock"
}
