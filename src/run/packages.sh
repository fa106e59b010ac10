# shellcheck shell=bash disable=SC2154
# Part of run.sh: what the system's own packages bring, where installing is allowed.

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
