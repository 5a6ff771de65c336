import { Band, CheckList, MailLink, Page } from "@digihulp/web/look";
import type { ShellProps } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import { Prose, coordinatorOf } from "./prose.tsx";

/** What the site keeps about its visitors, as it runs today. */
export const PrivacyView = (shell: ShellProps) => {
  const { privacy: text } = nl;
  const { region } = shell;
  return (
    <Page {...shell} title={text.title} description={text.description} plane="river">
      <Band title={text.title} lead={text.lead} />
      <div class="wrap facts-first">
        <div class="prose">
          <section>
            <h2>{text.never.title}</h2>
            <CheckList items={text.never.items} />
          </section>
          {[text.kept, text.where, text.mail, text.today].map(({ title, lines }) => (
            <Prose title={title} lines={lines} />
          ))}
        </div>
        <section class="panel linen">
          <h2>{text.ask.title}</h2>
          <p>{text.ask.line(coordinatorOf(region))}</p>
          <p>
            <MailLink email={region.email} />
          </p>
        </section>
      </div>
    </Page>
  );
};
