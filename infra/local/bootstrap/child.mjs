import { spawn } from "node:child_process";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const STOPPED_STATUS = 130;

/**
 * Runs a program to its end and passes signals on to it. Answers its exit status and what it wrote,
 * unless that went straight to the terminal.
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    let output = "";
    const forward = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, forward);
    const parent = watchParent(() => child.kill("SIGTERM"));
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    const finish = (status) => {
      clearInterval(parent);
      for (const signal of SIGNALS) process.off(signal, forward);
      resolve({ status, output });
    };
    child.once("error", (error) => {
      output += error.message;
      finish(127);
    });
    child.once("close", (status, signal) => finish(signal ? STOPPED_STATUS : status));
  });
}

/** npm killed without mercy cannot pass a signal on; its disappearance says the same. */
function watchParent(gone) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) gone();
  }, 1000);
  timer.unref();
  return timer;
}
