// Ends with the process that started it: standard input closes whichever way that process ended.
process.stdin.on("end", () => process.exit(0)).resume();
require("azurite/dist/src/azurite.js");
