import { Notice } from "@digihulp/web/look";
import { attendanceTexts } from "../locale/attendance.ts";
import type { AttendanceRefusalKind } from "../locale/attendance.ts";

/** Why it was not done and what to do now, above the page as it stands; takes the focus. */
export const RefusalNotice = ({ kind }: { readonly kind: AttendanceRefusalKind | undefined }) => {
  if (!kind) return null;
  const { title, line } = attendanceTexts.refusals[kind];
  return (
    <div class="refused" tabindex={-1} autofocus>
      <Notice plane="amber" pictogram="warning" title={title}>
        <p>{line}</p>
      </Notice>
    </div>
  );
};
