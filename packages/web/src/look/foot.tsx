import type { RegionDefinition } from "@digihulp/region";
import { MailLink, PhoneLink } from "./contact.tsx";
import { Land } from "./pictures.tsx";
import { shellTexts } from "./texts.ts";

const Help = ({ region: { phone, email } }: { readonly region: RegionDefinition }) => {
  const { help } = shellTexts.nl;
  return (
    <div class="foot-help">
      <h2>{help.title}</h2>
      <p>{phone === null ? help.mailLine : help.callLine}</p>
      {phone !== null && (
        <p class="foot-number">
          <PhoneLink phone={phone} />
        </p>
      )}
      <p>
        <MailLink email={email} />
      </p>
    </div>
  );
};

/** The bank that every public page ends on: help, links, and who pays for it. */
export const Foot = ({ region }: { readonly region: RegionDefinition }) => {
  const { nl } = shellTexts;
  return (
    <footer>
      <Land />
      <div class="foot">
        <div class="wrap foot-columns">
          <Help region={region} />
          <nav aria-labelledby="over-ons">
            <h2 id="over-ons">{nl.about}</h2>
            <ul>
              {Object.entries(nl.foot).map(([path, word]) => (
                <li>
                  <a href={path}>{word}</a>
                </li>
              ))}
            </ul>
          </nav>
          <nav aria-labelledby="voor-medewerkers">
            <h2 id="voor-medewerkers">{nl.members.title}</h2>
            <ul>
              <li>
                <a href="/aanmelden">{nl.members.signIn}</a>
              </li>
            </ul>
          </nav>
        </div>
      </div>
      <div class="funders">
        <div class="wrap">
          <p id="met-steun">{nl.funders}</p>
          <ul aria-labelledby="met-steun">
            {region.funders.map((funder) => (
              <li>{funder}</li>
            ))}
          </ul>
        </div>
      </div>
    </footer>
  );
};
