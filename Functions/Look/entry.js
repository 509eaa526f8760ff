// In the grid, arrows and Enter go from line to line as in a spreadsheet, and what is pasted fills the cells from there on.
// Without this script the grid is a plain form.
for (const table of document.querySelectorAll("table.grid")) {
  const inputAt = (line, column) => table.tBodies[0].rows[line]?.cells[column]?.querySelector("input");
  const placeOf = (input) => {
    const cell = input.closest("td");
    return [cell.parentElement.sectionRowIndex, cell.cellIndex];
  };

  table.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.isComposing || !event.target.matches("td input")) {
      return;
    }

    const [line, column] = placeOf(event.target);
    const next = inputAt(line + step, column);
    if (next) {
      event.preventDefault();
      next.focus();
      next.select();
    }
  });

  table.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text").replaceAll("\r", "").replace(/\n$/, "");
    if (!event.target.matches("td input") || !/[\t\n]/.test(text)) {
      return;
    }

    event.preventDefault();
    const [line, column] = placeOf(event.target);
    text.split("\n").forEach((values, down) => values.split("\t").forEach((value, right) => {
      const input = inputAt(line + down, column + right);
      if (input) {
        input.value = value.trim();
      }
    }));
  });
}
