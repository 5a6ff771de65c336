import { everybodyIsAVisitor } from "@digihulp/access/session";
import { environment, serve } from "@digihulp/web";

export const handler = serve({
  routes: [],
  deps: {},
  env: environment(process.env),
  identify: everybodyIsAVisitor,
});
