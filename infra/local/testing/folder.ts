import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type Folder = { path: string; write(name: string, content: string): string; remove(): void };

/** A folder that a test fills and throws away. */
export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), "local-stack-"));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
