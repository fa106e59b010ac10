# shellcheck shell=bash disable=SC2154
# Part of run.sh: the desktop libraries, a screen where there is none, and what happens after the program.

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
