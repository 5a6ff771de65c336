import type { RegionDefinition } from "@digihulp/region";
import { Button, DateField, Details, Field, Select, errorOf, shellTexts } from "@digihulp/web/look";
import type { Choice, ChoiceGroup, FieldError } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import { KIND_WORDS } from "./agenda-filter.ts";
import type { AgendaField, AgendaValues } from "./agenda-filter.ts";

type SearchProps = {
  readonly region: RegionDefinition;
  /** What stands in the fields. */
  readonly values: AgendaValues;
  readonly errors: readonly FieldError[];
};

const clubChoices = ({ municipalities, digiclubs }: RegionDefinition): ChoiceGroup[] =>
  municipalities.map(({ id, name }) => ({
    label: name,
    choices: digiclubs
      .filter(({ municipality }) => municipality === id)
      .map((club) => ({ value: club.id, label: club.name })),
  }));

const themeChoices = ({ themes }: RegionDefinition): Choice[] =>
  themes
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label, "nl"));

const { momentKinds } = shellTexts.nl;

const KIND_CHOICES: readonly Choice[] = [
  { value: KIND_WORDS["drop-in"], label: momentKinds["drop-in"] },
  { value: KIND_WORDS["drop-in-with-workshop"], label: momentKinds["drop-in-with-workshop"] },
];

const MORE: readonly AgendaField[] = ["club", "thema", "soort", "van", "tot"];

const More = ({ region, values, errors }: SearchProps) => {
  const { search } = nl.agenda;
  const question = (name: AgendaField, label: string) => ({
    name,
    label,
    value: values[name],
    error: errorOf(errors, name),
  });
  return (
    <Details
      summary={search.more}
      open={MORE.some((name) => values[name] || errorOf(errors, name))}
    >
      <Select
        {...question("club", search.club)}
        open={search.anyClub}
        choices={clubChoices(region)}
      />
      <Select
        {...question("thema", search.theme)}
        open={search.anyTheme}
        choices={themeChoices(region)}
      />
      <Select {...question("soort", search.kind)} open={search.anyKind} choices={KIND_CHOICES} />
      <DateField {...question("van", search.from)} hint={search.dateHint} />
      <DateField {...question("tot", search.until)} hint={search.dateHint} />
    </Details>
  );
};

/** One field first; the rest behind its own words. Sends a GET, so the answer has an address. */
export const AgendaSearch = ({ region, values, errors }: SearchProps) => (
  <form class="search linen" action="/agenda" method="get" role="search" novalidate>
    <h2>{nl.agenda.search.title}</h2>
    <Field
      name="gemeente"
      label={nl.agenda.search.place}
      value={values.gemeente}
      error={errorOf(errors, "gemeente")}
      autocomplete="address-level2"
      maxlength={60}
    />
    <More region={region} values={values} errors={errors} />
    <Button pictogram="search">{nl.agenda.search.show}</Button>
  </form>
);
