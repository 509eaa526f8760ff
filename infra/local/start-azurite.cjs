// Ends with the process that started it: standard input closes whichever way that process ended. The emulator keeps its
// tables in memory and writes them now and then, so it is asked to stop in order, and ended only if it does not.
process.stdin
  .on("end", () => {
    process.emit("SIGTERM");
    setTimeout(() => process.exit(1), 10000).unref();
  })
  .resume();
require("azurite/dist/src/azurite.js");
