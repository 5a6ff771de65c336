import { ownTenant } from "@digihulp/web";
import type { Route } from "@digihulp/web";
import {
  AttendanceAnswer,
  AttendanceBody,
  AttendanceQuery,
  keepAttendance,
  listAttendance,
} from "./api/attendance.ts";
import { BookingAnswer, BookingBody, makeBooking, removeBooking } from "./api/bookings.ts";
import { changeVisitors, VisitorsAnswer, VisitorsBody } from "./api/visitors.ts";
import type { AgendaDeps } from "./deps.ts";
import { bookClientPage } from "./pages/book-client-page.tsx";
import { bookClientPost } from "./pages/book-client-post.ts";
import { presencePost } from "./pages/presence-post.ts";
import { todayPage } from "./pages/today-page.tsx";
import { visitorPost } from "./pages/visitor-post.ts";

const book = { permission: "booking:make", about: ownTenant } as const;
const keep = { permission: "attendance:keep", about: ownTenant } as const;

// prettier-ignore
export const attendanceRoutes: readonly Route<AgendaDeps>[] = [
  { ...keep, method: "GET", kind: "page", path: "/agenda/vandaag", handle: todayPage, summary: "Who comes today at the place of work." },
  { ...keep, method: "POST", kind: "page", path: "/agenda/vandaag/:occurrence/aanwezig", handle: presencePost, summary: "Note that somebody is there, after all not, or did not come." },
  { ...keep, method: "POST", kind: "page", path: "/agenda/vandaag/:occurrence/bezoeker", handle: visitorPost, summary: "Count one visitor more or one less." },
  { ...book, method: "GET", kind: "page", path: "/agenda/inplannen", handle: bookClientPage, summary: "The next moments with a free place for somebody." },
  { ...book, method: "POST", kind: "page", path: "/agenda/inplannen", handle: bookClientPost, summary: "Plan somebody in, receive them, or take a booking out." },
  { ...book, method: "POST", kind: "api", path: "/api/agenda/bookings", handle: makeBooking, shape: { body: BookingBody, response: BookingAnswer }, summary: "Plan a person in; with arrived, check in at once who walks in." },
  { ...book, method: "DELETE", kind: "api", path: "/api/agenda/bookings/:occurrence/:person", handle: removeBooking, shape: { response: BookingAnswer }, summary: "Call a booking off; its seat is free at once." },
  { ...keep, method: "POST", kind: "api", path: "/api/agenda/attendance", handle: keepAttendance, shape: { body: AttendanceBody, response: BookingAnswer }, summary: "Note that a person with a booking is present or absent, or take that back." },
  { ...keep, method: "GET", kind: "api", path: "/api/agenda/attendance", handle: listAttendance, shape: { query: AttendanceQuery, response: AttendanceAnswer }, summary: "One day at the place of work: seats, bookings and visitors, people as ids." },
  { ...keep, method: "POST", kind: "api", path: "/api/agenda/visitors", handle: changeVisitors, shape: { body: VisitorsBody, response: VisitorsAnswer }, summary: "Count one visitor without a name, or take one off." },
];
