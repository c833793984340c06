import { digestOfJson } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { seededRandom } from '@amaan/contracts/seeded-random';
import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';
import { confusableWith } from '@amaan/vehicle-trace/confusable-characters';
import { HotlistEngine } from '@amaan/vehicle-trace/hotlist/hotlist-engine';

/**
 * Prints the figures of `apps/server/demo/vehicle-trace-validation.json`: reads of 5,000 listed plates as they are and
 * with one likely confusion, against a list of 5,000 with the default tolerance, among reads of plates that are not on
 * it. Run it with `node bench/hotlist-validation.ts`.
 */
const LISTED = 5_000;
const OTHERS = 20_000;
const random = seededRandom(7);
const pick = (letters: string) => letters[Math.floor(random() * letters.length)]!;
const plate = () =>
  [...'AAA'].map(() => pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ')).join('') +
  [...'0000'].map(() => pick('0123456789')).join('');

const engine = new HotlistEngine();
const list = { id: newIdentifier(), siteId: null, expiresOn: '9999-12-31', tolerance: 1, active: true };
engine.setList(list);
const listed = [...new Set(Array.from({ length: LISTED }, plate))];
const ids = listed.map((text) => {
  const id = newIdentifier();
  engine.add({ id, hotlistId: list.id, plate: text, expiresOn: null });
  return id;
});
const misreads = listed.map((text) => {
  const at = Math.floor(random() * text.length);
  const [, ...others] = confusableWith(text[at]!, 1);
  return others.length === 0 ? text : text.slice(0, at) + others[0] + text.slice(at + 1);
});
const others = Array.from({ length: OTHERS }, plate).filter((text) => !listed.includes(text));
const where = { siteId: newIdentifier(), now: Date.parse('2026-06-15T00:00:00Z') };
const best = (text: string) => engine.match({ text }, where)[0]?.entryId;
const right = (reads: readonly string[]) => reads.filter((text, n) => best(text) === ids[n]).length;
const [exact, misread] = [right(listed), right(misreads)];
const wrong = others.filter((text) => best(text) !== undefined).length;

const figure = (name: string, group: string | null, good: number, n: number, atLeast: number) => {
  const { low, high } = wilsonInterval(good, n)!;
  return { name, group, value: good / n, low, high, n, aim: { atLeast } };
};
console.log(
  JSON.stringify(
    {
      models: [],
      configurationDigest: '0'.repeat(64),
      dataset: {
        name: `${LISTED} made-up plates on a list, read as they are and with one confusion, and ${OTHERS} that are not on it`,
        digest: digestOfJson([listed, misreads, others]),
        licence: 'Apache-2.0',
        provenance:
          'Drawn at random by bench/hotlist-validation.ts with a fixed seed; no real plate, no real person.',
        preparation:
          'Three letters and four digits; misreads replace one character by the one that readers most often take for it.',
      },
      figures: [
        figure('recall', null, exact + misread, 2 * listed.length, 0.95),
        figure('recall', 'read as it is', exact, listed.length, 0.99),
        figure('recall', 'one character confused', misread, listed.length, 0.9),
        figure('true negative rate', null, others.length - wrong, others.length, 0.98),
      ],
      command: 'node bench/hotlist-validation.ts',
      statement:
        'The matching of hotlists at the default tolerance, on made-up plates. Confusions were drawn from the table that matching uses, so their recall shows that nothing is overlooked and not how plates are misread; readings are validated with number-plates.',
    },
    null,
    2,
  ),
);
