# shellcheck shell=bash
# Part of run.sh: which processor's matrix kernels OpenBLAS is to use.

# OpenBLAS 0.3.19 is older than AMD's processors with AVX-512 and gives them its kernels for the first Zen, which
# take up to five times as long on small matrices as those for SkylakeX (decision 0015). A choice already made stays.
choose_kernels() { # choose_kernels [FILE]: what the processor can do, as Linux tells it
  local file=${1:-/proc/cpuinfo} flags feature
  [ -z "${OPENBLAS_CORETYPE:-}" ] && [ -r "$file" ] || return 0
  grep -q -m 1 '^vendor_id[[:space:]]*: AuthenticAMD' "$file" || return 0
  flags=" $(sed -n 's/^flags[[:space:]]*: //p' "$file" | sed -n 1p) "
  for feature in avx512f avx512cd avx512bw avx512dq avx512vl; do
    case "$flags" in *" $feature "*) ;; *) return 0 ;; esac
  done
  export OPENBLAS_CORETYPE=SkylakeX
}
