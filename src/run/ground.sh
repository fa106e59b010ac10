# shellcheck shell=bash disable=SC2154
# Part of run.sh: its words in both languages, its folders, checksums, locks.

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
