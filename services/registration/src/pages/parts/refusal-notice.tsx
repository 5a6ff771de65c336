import { Notice } from "@digihulp/web/look";
import { refusals } from "../../locale/refusals.ts";
import type { RefusalKind } from "../../locale/refusals.ts";

/** Why it was not done and what to do now, above the page as it stands; takes the focus. */
export const RefusalNotice = ({ kind }: { readonly kind: RefusalKind | undefined }) => {
  if (!kind) return null;
  const { title, line } = refusals[kind];
  return (
    <div class="refused" tabindex={-1} autofocus>
      <Notice plane="amber" pictogram="warning" title={title}>
        <p>{line}</p>
      </Notice>
    </div>
  );
};
