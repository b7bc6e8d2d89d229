#!/usr/bin/env bash
# Builds everything and runs all tests. The page's tests drive Debian's chromium; where it is missing and apt-get
# is at hand as root, it is installed first, else those tests skip and say so.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v chromium >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing chromium for the page's tests."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >/dev/null \
    || echo "chromium could not be installed; the page's tests will skip."
fi

dotnet build GitAIOps.sln --nologo -v quiet || exit 1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test --solution GitAIOps.sln --no-build "$@" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}

count() { sed -n "s/^ *$1: \([0-9][0-9]*\).*/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
echo "${passed:-0} passed, ${failed:-0} failed, ${skipped:-0} skipped"
[ "${passed:-0}" -gt 0 ] || exit 1
exit "$code"
