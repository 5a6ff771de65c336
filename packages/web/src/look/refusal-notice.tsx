import { Notice } from "./notice.tsx";

export type RefusalText = { readonly title: string; readonly line: string };

/** Why it was not done and what to do now, above the page as it stands; takes the focus. */
export const RefusalNotice = ({ text }: { readonly text: RefusalText | undefined }) =>
  text ? (
    <div class="refused" tabindex={-1} autofocus>
      <Notice plane="amber" pictogram="warning" title={text.title}>
        <p>{text.line}</p>
      </Notice>
    </div>
  ) : null;
