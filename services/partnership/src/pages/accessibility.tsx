import type { CalendarDate } from "@digihulp/kernel";
import { Band, CheckList, MailLink, Page, PhoneLink, dutchDateWithYear } from "@digihulp/web/look";
import type { ShellProps } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import { Prose, coordinatorOf } from "./prose.tsx";

export type AccessibilityProps = ShellProps & {
  /** The day on which this statement was last written or checked. */
  readonly date: CalendarDate;
};

const Complaint = () => {
  const { complaint } = nl.accessibility;
  return (
    <section>
      <h2>{complaint.title}</h2>
      <p>{complaint.line}</p>
      <address>
        {complaint.name}
        <br />
        {complaint.street}
        <br />
        {complaint.town}
        <br />
        {complaint.phoneLabel} <PhoneLink phone={complaint.phone} />
        <br />
        {complaint.mailLabel} <MailLink email={complaint.mail} />
        <br />
        {complaint.siteLabel} <a href={complaint.site}>{complaint.siteName}</a>
      </address>
    </section>
  );
};

/** The accessibility statement, in the form that directive (EU) 2016/2102 article 7 asks for. */
export const AccessibilityView = ({ date, ...shell }: AccessibilityProps) => {
  const { accessibility: text } = nl;
  const { region } = shell;
  return (
    <Page {...shell} title={text.title} description={text.description} plane="river">
      <Band title={text.title} lead={text.lead} />
      <div class="wrap facts-first">
        <div class="prose">
          <Prose
            title={text.who.title}
            lines={text.who.lines(coordinatorOf(region), region.name)}
          />
          <section>
            <h2>{text.status.title}</h2>
            <p>
              <strong>{text.status.state}</strong>
            </p>
            {text.status.lines.map((line) => (
              <p>{line}</p>
            ))}
          </section>
          <section>
            <h2>{text.tested.title}</h2>
            <CheckList items={text.tested.items} />
          </section>
          <Prose title={text.untested.title} items={text.untested.items} />
          <Complaint />
          <Prose title={text.made.title} lines={[text.made.line(dutchDateWithYear(date))]} />
        </div>
        <section class="panel linen">
          <h2>{text.report.title}</h2>
          <p>{text.report.line}</p>
          <p>
            <MailLink email={region.email} />
          </p>
        </section>
      </div>
    </Page>
  );
};
