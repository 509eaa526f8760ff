#!/usr/bin/env bash
# SheetJS (xlsx 0.18.5) misses midnight by 21 seconds in Paris.
#
# new Date(2025, 5, 1), 1 June 2025 at midnight in Paris, should be written as serial 45809; the cell holds
# 45809.000243055554, 00:00:21. In UTC the serial is exact.
# The library counts from 30 December 1899, when the clocks of Paris were 9 minutes and 21 seconds ahead of Greenwich, and
# corrects by the offset that JavaScript gives for that day, in whole minutes: 9.
# Seen with Node 20.20.2. It is why a date within a minute of midnight is the day that was meant (docs/api.md, Files).
#
# Installs the package in a temporary folder, runs it without this product, and fails when what it writes changes.
set -euo pipefail

expected='Europe/Paris 45809.000243055554 -9
UTC 45809 0'

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts xlsx@0.18.5 > /dev/null

cat > write.js <<'JS'
const XLSX = require('xlsx');
const sheet = XLSX.utils.aoa_to_sheet([[new Date(2025, 5, 1)]]);
console.log(`${process.env.TZ} ${sheet.A1.v} ${new Date(1899, 11, 30).getTimezoneOffset()}`);
JS

seen=$(TZ=Europe/Paris node write.js; TZ=UTC node write.js)
printf 'xlsx %s\n%s\n' "$(node -p "require('xlsx/package.json').version")" "$seen"
if [[ $seen != "$expected" ]]; then
  printf 'The behaviour has changed. Expected:\n%s\n' "$expected" >&2
  exit 1
fi
