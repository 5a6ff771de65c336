import { html, type Html } from "./html.ts";
import type { Page } from "./page.ts";
import { sectionsOf, type NamedPersona, type Section } from "./personas.ts";

export type SignInPage = { personas: NamedPersona[]; search: string; unknown: boolean };

function button({ id, label, name }: NamedPersona): Html {
  return html`<li>
    <button type="submit" name="persona" value="${id}">${label} <small>${name}</small></button>
  </li> `;
}

function section({ id, heading, personas }: Section): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    <ul>
      ${personas.map(button)}
    </ul>
  </section> `;
}

function shortcuts(sections: Section[]): Html {
  const links = sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`);
  return html`<nav aria-label="Groepen">
    <ul>
      ${links}
    </ul>
  </nav> `;
}

function searchForm(search: string): Html {
  return html`<form method="get" role="search">
    <label for="zoek">Zoek een gemeente, Digiclub of naam</label>
    <div class="search">
      <input id="zoek" name="zoek" type="search" value="${search}" autocomplete="off" />
      <button type="submit">Zoek</button>
    </div>
  </form> `;
}

/** Everybody that one can be on this computer, one button each; it works without JavaScript. */
export function signInPage({ personas, search, unknown }: SignInPage): Page {
  const sections = sectionsOf(personas, search);
  const error = unknown
    ? html`<p class="error" role="alert">Die persoon bestaat niet. Kies iemand uit de lijst.</p>`
    : "";
  const people =
    sections.length > 0
      ? html`<form method="post">${sections.map(section)}</form>`
      : html`<p>Niemand gevonden met “${search}”.</p>`;
  const content = html`<p>
      Deze bladzijde bestaat alleen op je eigen computer. Alle namen zijn verzonnen.
    </p>
    ${error}${searchForm(search)}${sections.length > 1 ? shortcuts(sections) : ""}${people}`;
  return { status: unknown ? 422 : 200, title: "Wie ben je?", content };
}
