import { hasAgreed } from "./consent.ts";
import type { File } from "./client.ts";

/** Who looks into a file, as far as it decides what they see. */
export type Viewer = {
  readonly isDesk: boolean;
  /** Opaque id of the member, if it is one. */
  readonly member?: string | undefined;
};

/** The desk reads somebody's own words only when they agreed to that. */
export const mayReadWords = (file: Pick<File, "agreed">, viewer: Viewer): boolean =>
  !viewer.isDesk || hasAgreed(file.agreed, "desk-may-see");

/** Who registered somebody is shown to nobody but themselves: it would say where the person is known. */
export const isOwnRegistration = (file: Pick<File, "registeredBy">, viewer: Viewer): boolean =>
  viewer.member !== undefined && file.registeredBy.id === viewer.member;
