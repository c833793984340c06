import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ValidationInput } from '@amaan/contracts/governance/validation';
import { judgeFigures } from '@amaan/governance/validation/judge-figures';
import { describe, expect, test } from 'vitest';

/** Groups of people, which nobody here marks or guesses: their figures come from audit sets of the governance office. */
const OF_PEOPLE = /\b(age|adults?|child(ren)?|wom[ae]n|m[ae]n|gender|sex|skin|ethnic\w*|relig\w*|race)\b/i;

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('-validation.json'));

describe.each(files)('%s', (file) => {
  const read = () => ValidationInput.parse(JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')));

  test('reaches what it must reach to run, over everything and in groups, with intervals', () => {
    const { figures } = read();
    expect(judgeFigures(figures).passed).toBe(true);
    const judged = figures.filter(({ aim }) => aim !== null);
    expect(judged.some(({ group }) => group === null)).toBe(true);
    expect(judged.some(({ group }) => group !== null)).toBe(true);
    for (const { low, high, name, group } of figures) expect(low, `${name} of ${group}`).toBeLessThan(high);
  });

  test('divides by light, size and place, and never by who people are', () => {
    for (const { name, group } of read().figures) expect(`${name} ${group}`).not.toMatch(OF_PEOPLE);
  });
});

test('there are figures of both systems that look at faces', () => {
  expect(files).toEqual(
    expect.arrayContaining(['face-recognition-validation.json', 'redaction-validation.json']),
  );
});
