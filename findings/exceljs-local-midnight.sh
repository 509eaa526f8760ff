#!/usr/bin/env bash
# exceljs 4.4.0 writes a date made in local time as its moment in UTC.
#
# In Paris, new Date(2026, 5, 1) is 1 June 2026 at midnight. A spreadsheet should show 1 June, serial 46174; the cell
# holds 46173.91666666667 instead, 31 May at 22:00, and shows the month before. (In winter: 23:00 of the day before.)
# Seen with Node 20.20.2. It is why a period given as a date with an hour is refused, naming both months (docs/api.md, Files).
#
# Installs the package in a temporary folder, runs it without this product, and fails when what it writes changes.
set -euo pipefail

expected='2026-06-01 46173.91666666667
2026-01-01 46022.95833333333'

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 jszip@3.10.1 > /dev/null

cat > write.js <<'JS'
const ExcelJS = require('exceljs');
const JSZip = require('jszip');
(async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Dates');
  sheet.addRow([new Date(2026, 5, 1)]);
  sheet.addRow([new Date(2026, 0, 1)]);
  const zip = await JSZip.loadAsync(await workbook.xlsx.writeBuffer());
  const xml = await zip.file('xl/worksheets/sheet1.xml').async('string');
  const serials = [...xml.matchAll(/<v>([^<]*)<\/v>/g)].map(match => match[1]);
  console.log(`2026-06-01 ${serials[0]}\n2026-01-01 ${serials[1]}`);
})();
JS

seen=$(TZ=Europe/Paris node write.js)
printf 'exceljs %s\n%s\n' "$(node -p "require('exceljs/package.json').version")" "$seen"
if [[ $seen != "$expected" ]]; then
  printf 'The behaviour has changed. Expected:\n%s\n' "$expected" >&2
  exit 1
fi
