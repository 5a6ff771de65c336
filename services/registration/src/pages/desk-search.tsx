import {
  Ask,
  Button,
  ButtonLink,
  Card,
  errorOf,
  fieldId,
  Pictogram,
  ActionForm,
} from "@digihulp/web/look";
import { Row, Rows, shellTexts } from "@digihulp/web/look";
import type { FieldError } from "@digihulp/web/look";
import { MOST_FOUND } from "../domain/search.ts";
import { nl } from "../locale/nl.ts";
import type { Known } from "../store/register.ts";
import { BEGIN_FIELD, FIELDS } from "./intake-form.ts";
import { REGISTER_PATH } from "./register-client.tsx";
import { apartLines } from "./words.ts";

const { desk: text } = nl;

export const DESK_PATH = "/registratie";
export const SEARCH_FIELD = "zoek";

/** What was searched for, and who was found. */
export type Searched = { readonly typed: string; readonly found: readonly Known[] };

type SearchProps = {
  readonly typed: string;
  readonly errors: readonly FieldError[];
  readonly hasDay: boolean;
};

const SearchField = ({ typed, errors }: SearchProps) => {
  const id = fieldId(SEARCH_FIELD);
  const error = errorOf(errors, SEARCH_FIELD);
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>{text.typed}</label>
      {error && (
        <p class="field-error" id={`${id}-fout`}>
          <Pictogram name="warning" />
          <span>
            <span class="unseen">{shellTexts.nl.error}: </span>
            {error}
          </span>
        </p>
      )}
      <input
        id={id}
        name={SEARCH_FIELD}
        type="search"
        value={typed}
        dir="auto"
        autocomplete="off"
        autofocus={!error}
        aria-describedby={error ? `${id}-fout` : undefined}
        aria-invalid={error ? "true" : undefined}
      />
    </div>
  );
};

/** The one question of the desk. Sent as a form, so that no name stands in an address. */
export const Search = (props: SearchProps) => (
  <Ask title={text.search}>
    <form class="search-line" action={DESK_PATH} method="post" role="search" novalidate>
      <SearchField {...props} />
      <Button pictogram="search">{text.go}</Button>
    </form>
    <p>
      <ButtonLink quiet href={REGISTER_PATH} pictogram="person">
        {text.newPerson}
      </ButtonLink>{" "}
      {props.hasDay && (
        <ButtonLink quiet href="/agenda/vandaag" pictogram="calendar">
          {text.today}
        </ButtonLink>
      )}
    </p>
  </Ask>
);

const Nobody = ({ typed }: Searched) => (
  <Card title={text.foundNobody}>
    <p>{text.foundNobodyLine}</p>
    <ActionForm
      quiet
      action={REGISTER_PATH}
      fields={[
        [BEGIN_FIELD, "ja"],
        [FIELDS.name, /\p{L}/u.test(typed) ? typed : ""],
      ]}
      label={text.newPerson}
      about={typed}
    />
  </Card>
);

/** Who was found, with what tells people of one name apart. */
export const Found = (searched: Searched) => {
  const { found } = searched;
  if (found.length === 0) return <Nobody {...searched} />;
  const isFull = found.length === MOST_FOUND;
  return (
    <Card title={isFull ? text.foundMost(found.length) : text.found(found.length)}>
      <Rows>
        {found.map((known) => (
          <Row
            name={known.card.name}
            href={`/registratie/persoon/${known.card.id}`}
            lines={apartLines(known)}
          />
        ))}
      </Rows>
      {isFull && <p>{text.foundMore}</p>}
    </Card>
  );
};
