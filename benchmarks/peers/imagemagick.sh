#!/usr/bin/env bash
# ImageMagick, a process for each picture, as it is called from scripts. Reads `case,repeats` lines, answers `CPU-microseconds,bytes`.
#
#   imagemagick.sh CASES PICTURES
set -euo pipefail
cases=$1 pictures=$2
convert=$(command -v magick || command -v convert-im6.q16)
out=$(mktemp)
trap 'rm -f "$out"' EXIT
ticks=$(getconf CLK_TCK)

# The processor time of the processes that have ended, in clock ticks.
children() {
  local fields
  read -r -a fields < "/proc/$$/stat"
  echo $((fields[15] + fields[16]))
}

while IFS=, read -r name repeats; do
  IFS=, read -r _ source width format quality _ < <(grep -F "$name," "$cases") || { echo "! not done"; continue; }
  before=$(children)
  for ((i = 0; i < repeats; i++)); do
    MAGICK_THREAD_LIMIT=1 "$convert" "$pictures/$source" -resize "${width}x" -strip -quality "$quality" "$format:$out" || { echo "! $name"; continue 2; }
  done
  echo "$((($(children) - before) * 1000000 / ticks / repeats)),$(stat -c %s "$out")"
done
