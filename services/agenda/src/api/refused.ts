import { NOT_FOUND } from "@digihulp/web";
import type { Failure } from "@digihulp/web";
import { isMissing } from "../command.ts";
import type { AttendanceRefusalKind } from "../locale/attendance.ts";

/** Why a command was not done, for programs: one English sentence each, and the kind as its code. */
const TITLES = {
  "occurrence-unknown": "There is no such occurrence.",
  "moment-over": "The occurrence is over.",
  "moment-cancelled": "The occurrence is cancelled.",
  "moment-not-yet": "Attendance is kept from the day of the occurrence on.",
  "already-booked": "The person has a booking for this occurrence.",
  "already-present": "The person was noted as present; undo that first.",
  "already-absent": "The person was noted as absent; undo that first.",
  "booking-cancelled": "The booking was cancelled; make a new one.",
  "no-seat-left": "Every seat of the occurrence is taken.",
  "not-booked": "There is no such booking.",
  "undo-too-late": "Attendance can be undone on the day it was noted.",
  "no-visitor-counted": "No visitor was counted, so none can be taken off.",
  "changed-meanwhile": "Somebody else changed this at the same time; try again.",
  "idempotency-key-reused": "This idempotency key was used for another request.",
} as const satisfies Record<AttendanceRefusalKind, string>;

/** The failure that a refusal becomes: 404 for what is not there, else 409. */
export const refused = ({ kind }: { readonly kind: AttendanceRefusalKind }): Failure =>
  isMissing(kind) ? NOT_FOUND : { kind: "conflict", code: kind, title: TITLES[kind] };
