import { get as getHttp } from "node:http";
import { get as getHttps } from "node:https";
import { json, NO_STORE } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { AskService, PartnershipDeps } from "../deps.ts";

export const HealthAnswer = z.object({ status: z.enum(["ok", "unavailable"]) });

/** The other services, by the name of their API root. */
const OTHERS = ["agenda", "registration"];
const PATIENCE_MS = 5000;

/** Asks over HTTP, for at most five seconds. */
export const askOverHttp: AskService = (url) =>
  new Promise((resolve) => {
    const get = url.startsWith("https:") ? getHttps : getHttp;
    const asking = get(url, { timeout: PATIENCE_MS }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asking.on("timeout", () => asking.destroy(new Error("no answer in time")));
    asking.on("error", () => resolve(0));
  });

/** Whether everything answers: this service's table, and every other service over the site's address. */
export const health: Handle<PartnershipDeps> =
  ({ directory, askService }) =>
  async ({ scope, origin }) => {
    const [, ...answers] = await Promise.all([
      directory.all(scope),
      ...OTHERS.map((name) => askService(`${origin}/api/${name}/health`)),
    ]);
    return answers.every((status) => status === 200)
      ? json(200, JSON.stringify({ status: "ok" }), NO_STORE)
      : json(503, JSON.stringify({ status: "unavailable" }), NO_STORE);
  };
