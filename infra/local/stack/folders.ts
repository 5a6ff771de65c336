import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Undo } from "./undo.ts";

/** Where a stack keeps what outlives it, and what it leaves behind to read. */
export type Folders = {
  /** Undefined: the database and the positions live in memory. */
  data: string | undefined;
  positions: string | undefined;
  /** Undefined: signing keys are new at each start. */
  identity: string | undefined;
  queues: string;
  logs: string;
};

/** The folders under the given one; without one a temporary one, removed at the end. */
export async function prepareFolders(kept: string | undefined, undo: Undo): Promise<Folders> {
  const isTemporary = kept === undefined;
  const root = kept ?? (await mkdtemp(join(tmpdir(), "digihulp-")));
  if (isTemporary) await undo.add(() => rm(root, { recursive: true, force: true }));
  return {
    data: isTemporary ? undefined : join(root, "data"),
    positions: isTemporary ? undefined : join(root, "positions"),
    identity: isTemporary ? undefined : join(root, "identity"),
    queues: join(root, "queues"),
    logs: join(root, "logs"),
  };
}
