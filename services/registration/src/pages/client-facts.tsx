import { Card, Row, Rows } from "@digihulp/web/look";
import { CURRENT_VERSION, hasAgreed, SHOWN_CONSENTS } from "../domain/consent.ts";
import type { ConsentId } from "../domain/consent.ts";
import { CONSENT_TEXTS } from "../locale/consents.ts";
import { nl } from "../locale/nl.ts";
import type { SeenClient } from "../use-cases/see-client.ts";
import { dayWords, reachLine } from "./words.ts";
import type { SeeClientProps } from "./see-client.tsx";

const { person: text } = nl;

const Fact = ({ name, children }: { readonly name: string; readonly children: unknown }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <bdi>{children}</bdi>
    </dd>
  </div>
);

const Reach = ({ seen }: { readonly seen: SeenClient }) => {
  const { reach } = seen.card;
  const mayCall = hasAgreed(seen.file.agreed, "may-call");
  if (reach.by !== "phone" || !mayCall) return <>{reachLine(reach)}</>;
  return <a href={`tel:${reach.phone.replaceAll(/[^+\d]/g, "")}`}>{reach.phone}</a>;
};

/** How to reach somebody, in which language, and whether they like to be called. */
export const ClientFacts = ({ seen, today }: SeeClientProps) => {
  const { card, file, isOwnRegistration } = seen;
  return (
    <>
      <dl class="facts-line">
        <Fact name={text.reach}>
          <Reach seen={seen} />
        </Fact>
        <Fact name={text.mayCall}>
          {hasAgreed(file.agreed, "may-call") ? text.mayCallYes : text.mayCallNo}
        </Fact>
        <Fact name={text.language}>{nl.languages[card.language]}</Fact>
        {file.birthYear !== undefined && <Fact name={text.born}>{file.birthYear}</Fact>}
        <Fact name={text.since}>{dayWords(file.registeredAt, today)}</Fact>
      </dl>
      {isOwnRegistration && <p class="hint">{text.byYou}</p>}
    </>
  );
};

function Consent({ consent, seen }: { readonly consent: ConsentId; readonly seen: SeenClient }) {
  const agreed = seen.file.agreed.findLast((one) => one.consent === consent);
  const words = CONSENT_TEXTS[consent][agreed?.version ?? CURRENT_VERSION[consent]] ?? "";
  return <Row name={words} end={<strong>{agreed ? text.yes : text.no}</strong>} />;
}

/** What the person said yes to, in the words that were read out. */
export const ClientAgreed = ({ seen }: SeeClientProps) => (
  <Card title={text.agreed}>
    <Rows>
      {SHOWN_CONSENTS.map((consent) => (
        <Consent consent={consent} seen={seen} />
      ))}
    </Rows>
    <p class="hint">{text.looked}</p>
  </Card>
);
