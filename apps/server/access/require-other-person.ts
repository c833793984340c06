import { decideAsPerson } from './decide.ts';
import { refusal } from './refusal.ts';

/**
 * Four eyes, as the policies say it: who asked for something, wrote it or decided on it before does not decide
 * on it now, whatever account they use. Every service that takes a second person's word asks here.
 * @param involved the humans who asked, wrote or decided before
 * @throws HttpError 403 `FOUR_EYES`
 */
export function requireOtherPerson(
  by: { readonly person: string },
  involved: readonly { readonly person: string }[],
): void {
  const decision = decideAsPerson(
    by.person,
    involved.map(({ person }) => person),
  );
  if (!decision.allowed) throw refusal({ ...decision, reason: `${decision.reason} Nothing was changed.` });
}
