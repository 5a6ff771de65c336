"use strict";

const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { performance } = require("node:perf_hooks");
const { adjustableClock } = require("./clock.cjs");

const [folder, handlerName, shift] = process.argv.slice(2);
/** Taken before the bundle can replace anything. */
const send = process.send.bind(process);

let requestId;

function describe(error) {
  const isError = error instanceof Error;
  return {
    errorType: isError ? error.name : typeof error,
    errorMessage: isError ? error.message : String(error),
    trace: isError && typeof error.stack === "string" ? error.stack.split("\n") : [],
  };
}

/** Tells the runner, then ends: a process in an unknown state serves no further event. */
function die(kind, error) {
  const ended = () => process.exit(1);
  send({ kind, requestId, ...describe(error) }, ended);
  setTimeout(ended, 1000);
}

process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole group; the runner decides when its children end.
process.on("SIGINT", () => {});
process.on("uncaughtException", (error) => die("died", error));
process.on("unhandledRejection", (reason) => die("died", reason));

function moduleFile(name) {
  const found = ["", ".js", ".mjs", ".cjs"].map((end) => join(folder, name + end)).find(existsSync);
  if (found === undefined) throw new Error(`Cannot find module ${name}`);
  return found;
}

async function loadHandler() {
  const [name, property] = handlerName.split(".");
  const file = moduleFile(name);
  const module = file.endsWith(".mjs") ? await import(pathToFileURL(file)) : require(file);
  const handler = module[property];
  if (typeof handler !== "function") throw new Error(`${handlerName} is undefined or not exported`);
  if (handler.length > 2) {
    throw new Error(`${handlerName} takes a callback, which Node 24 on Lambda does not support`);
  }
  return handler;
}

function contextOf({ requestId: awsRequestId, arn, timeout }) {
  const deadline = performance.now() + timeout;
  const { AWS_LAMBDA_FUNCTION_NAME, AWS_LAMBDA_FUNCTION_MEMORY_SIZE } = process.env;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: "$LATEST",
    invokedFunctionArn: arn,
    memoryLimitInMB: AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    awsRequestId,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
}

async function answer(handler, message) {
  requestId = message.requestId;
  process.env._X_AMZN_TRACE_ID = message.traceId;
  try {
    const result = await handler(message.event, contextOf(message));
    send({ kind: "answer", requestId, payload: JSON.stringify(result) ?? "null" });
  } catch (error) {
    send({ kind: "failed", requestId, ...describe(error) });
  }
}

async function main() {
  const moveClock = adjustableClock();
  moveClock(Number(shift));
  const handler = await loadHandler();
  process.on("message", (message) => {
    moveClock(message.shift);
    return answer(handler, message);
  });
  send({ kind: "ready" });
}

main().catch((error) => die("died", error));
