import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { somebody } from '../testing/access-table.ts';
import { decide } from './decide.ts';
import { requireOtherPerson } from './require-other-person.ts';

const REFUSED = { status: 403, code: 'FOUR_EYES', policies: ['four-eyes'] };
const people = (...names: string[]) => names.map((person) => ({ person }));

function refusalOf(person: string, involved: readonly string[]): unknown {
  try {
    requireOtherPerson({ person }, people(...involved));
  } catch (error) {
    return error;
  }
  return null;
}

describe('four eyes, as the policies have them', () => {
  test('let somebody else decide, and nobody who asked, wrote or decided before', () => {
    expect(refusalOf('bilal', ['ayesha'])).toBeNull();
    expect(refusalOf('bilal', [])).toBeNull();
    expect(refusalOf('ayesha', ['ayesha'])).toMatchObject(REFUSED);
    expect(refusalOf('chaudhry', ['ayesha', 'bilal', 'chaudhry'])).toMatchObject(REFUSED);
  });

  test('count two accounts of one person as one, however the name was typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z ]{0,14}[a-z]$/), (name) => {
        expect(refusalOf(` ${name.toUpperCase()} `, [name])).toMatchObject(REFUSED);
        expect(refusalOf(`${name}x`, [name])).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  test('of somebody unknown nobody can say that it is somebody else', () => {
    expect(refusalOf(' ', ['ayesha'])).toMatchObject(REFUSED);
    expect(refusalOf('bilal', ['ayesha', ''])).toMatchObject(REFUSED);
  });

  test('an answer is never remembered for other people', () => {
    expect(refusalOf('ayesha', ['bilal'])).toBeNull();
    expect(refusalOf('ayesha', ['ayesha'])).toMatchObject(REFUSED);
    expect(refusalOf('bilal', ['bilal'])).toMatchObject(REFUSED);
    expect(refusalOf('ayesha', ['bilal'])).toBeNull();
  });

  test('say why, and that nothing was changed', () => {
    expect(String(refusalOf('ayesha', ['ayesha']))).toMatch(
      /two accounts of one person.*Nothing was changed/,
    );
  });

  test('a refusal by role names the policies that it quotes', () => {
    expect(decide(somebody('administrator'), 'alert.read')).toMatchObject({
      code: 'ACTION_FORBIDDEN',
      policies: ['administrators-see-no-citizen-data'],
    });
    expect(decide(somebody('operator'), 'site.change')).toMatchObject({
      policies: ['administrators-run-the-system'],
    });
  });
});
