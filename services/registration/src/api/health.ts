import { json, NO_STORE } from "@digihulp/web";
import type { OpenHandle } from "@digihulp/web";
import * as z from "zod/mini";
import type { RegistrationDeps } from "../deps.ts";

export const HealthAnswer = z.object({ status: z.literal("ok") });

/** GET /api/registration/health: whether this service starts and answers. */
export const registrationHealth: OpenHandle<RegistrationDeps> = () => async () =>
  json(200, JSON.stringify({ status: "ok" }), NO_STORE);
