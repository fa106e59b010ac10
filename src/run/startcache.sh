# shellcheck shell=bash disable=SC2154
# Part of run.sh: the start-up cache (JEP 483, 515).

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
use_start_cache() { # use_start_cache window|command [only]: with `only`, none is recorded
  aot_flags=()
  [ "${TINYNET_AOT:-yes}" != no ] || return 0
  local name folder=$state/aot file
  name=$1-$(cache_name "$1").aot
  file=$folder/$name
  if [ -f "$file" ]; then
    aot_flags=("-XX:AOTCache=$file")
    return 0
  fi
  [ "${2:-}" != only ] || return 0
  mkdir -p "$folder"
  if [ -d "$file.lock" ] && abandoned "$file.lock"; then rm -rf "$file.lock"; fi
  mkdir "$file.lock" 2>/dev/null || return 0
  find "$folder" -maxdepth 1 -name "$1-*.aot*" ! -name "$name*" -exec rm -rf {} + 2>/dev/null || true
  if [ "$1" = window ]; then
    # The JVM would tell of its record on standard output.
    aot_flags=(-XX:AOTMode=record "-XX:AOTConfiguration=$file.lock/record"
      -XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput)
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
