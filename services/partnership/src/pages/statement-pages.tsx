import { RULES } from "@digihulp/access";
import { calendarDate } from "@digihulp/kernel";
import { html, PUBLIC_CACHE } from "@digihulp/web";
import type { OpenHandle } from "@digihulp/web";
import { AccessibilityView } from "./accessibility.tsx";
import { PrivacyView } from "./privacy.tsx";
import { WhoMayWhatView } from "./who-may-what.tsx";

/** The day on which the accessibility statement was last held against the site. */
const STATEMENT_DATE = calendarDate("2026-11-23");

/** GET /toegankelijkheid. */
export const accessibilityPage: OpenHandle<unknown> =
  () =>
  async ({ region }) => {
    const view = <AccessibilityView region={region} date={STATEMENT_DATE} />;
    return html(200, view.toString(), PUBLIC_CACHE);
  };

/** GET /privacy. */
export const privacyPage: OpenHandle<unknown> =
  () =>
  async ({ region }) =>
    html(200, (<PrivacyView region={region} />).toString(), PUBLIC_CACHE);

/** GET /wie-mag-wat: the policy table itself, in plain Dutch. */
export const whoMayWhatPage: OpenHandle<unknown> =
  () =>
  async ({ region }) =>
    html(200, (<WhoMayWhatView region={region} rules={RULES} />).toString(), PUBLIC_CACHE);
