import { enableCompileCache } from "node:module";

enableCompileCache();
const { synthesize } = await import("./synthesize.ts");
await synthesize(process.env["CDK_OUTDIR"], {
  validate: process.env["CDK_VALIDATION"] !== "false",
});
