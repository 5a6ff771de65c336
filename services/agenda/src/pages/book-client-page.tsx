import { brusselsInstant, isId } from "@digihulp/kernel";
import { fieldsOf, html, memberShell, NO_STORE, NOT_FOUND, newFormKey, parse } from "@digihulp/web";
import type { Answer, Handle, ScopedContext } from "@digihulp/web";
import * as z from "zod/mini";
import type { AgendaDeps } from "../deps.ts";
import type { PersonId, QuestionId } from "../domain/booking.ts";
import type { AttendanceRefusalKind } from "../locale/attendance.ts";
import { nextMoments } from "../use-cases/next-moments.ts";
import { BookClientView } from "./book-client.tsx";
import { ownDigiclub, ownMunicipality } from "../place-of-work.ts";

/** Whom it is about, in the address and in the form. */
export const Whom = z.object({
  persoon: z.custom<PersonId>(isId("per")),
  vraag: z.optional(z.custom<QuestionId>(isId("qst"))),
});
type Whom = z.infer<typeof Whom>;

type Shown = Whom & { readonly refusal?: AttendanceRefusalKind };

/** The moments to choose from as they stand now; with a refusal above them when one could not be had (409). */
export async function showPlanning(
  { table, cards }: AgendaDeps,
  context: ScopedContext,
  { persoon, vraag, refusal }: Shown,
): Promise<Answer> {
  const { region, scope, now } = context;
  const member = memberShell(context);
  const municipality = ownMunicipality(context);
  const digiclub = ownDigiclub(context);
  const [known, moments] = await Promise.all([
    cards(scope, [persoon]),
    nextMoments({ table })(scope, { person: persoon, now, digiclub: digiclub?.id }),
  ]);
  const card = known.get(persoon);
  if (!member || !municipality || !card) return NOT_FOUND;
  const view = (
    <BookClientView
      region={region}
      member={member}
      person={{ id: persoon, name: card.name }}
      question={vraag}
      moments={moments}
      now={now}
      municipality={municipality}
      digiclub={digiclub}
      formKey={newFormKey(brusselsInstant(now))}
      refusal={refusal}
    />
  );
  return html(refusal ? 409 : 200, view.toString(), NO_STORE);
}

/** GET /agenda/inplannen: the next moments with a free place for somebody. */
export const bookClientPage: Handle<AgendaDeps> = (deps) => async (context) => {
  const asked = parse(Whom, fieldsOf(context.request.query));
  return asked.ok ? showPlanning(deps, context, asked.value) : NOT_FOUND;
};
