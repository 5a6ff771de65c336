// Plain JavaScript without dependencies: this file is read by whatever Node is on the machine.
const OLDEST = 20;
const major = Number(process.versions.node.split(".")[0]);

if (major < OLDEST) {
  console.error(`The portal needs Node ${OLDEST} or later; this is ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  import("./bootstrap/run.mjs").then(({ run }) => run(process.argv.slice(2)));
}
