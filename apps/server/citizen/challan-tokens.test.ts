import { newIdentifier } from '@amaan/contracts/identifier';
import { expect, test } from 'vitest';
import { ChallanTokens } from './challan-tokens.ts';

const challan = newIdentifier();
const INVALID = expect.objectContaining({ status: 403, code: 'CHALLAN_TOKEN_INVALID' });

function tokensAt(start: number, secret = 'a secret') {
  const clock = { now: start };
  return { clock, tokens: new ChallanTokens({ secret, now: () => clock.now }) };
}

test('a token opens its challan until its end', () => {
  const { clock, tokens } = tokensAt(1_800_000_000_000);
  const { token, until } = tokens.issue(challan);
  expect(until - clock.now).toBe(30 * 60_000);
  clock.now = until - 1;
  expect(tokens.open(token)).toBe(challan);
  clock.now = until;
  expect(() => tokens.open(token)).toThrow(INVALID);
});

test('a token that was changed in any place opens nothing', () => {
  const { tokens } = tokensAt(1_800_000_000_000);
  const { token } = tokens.issue(challan);
  // The last character of base 64 holds bits that mean nothing.
  for (let at = 0; at < token.length - 1; at++) {
    const other = token[at] === '7' ? '8' : '7';
    const changed = token.slice(0, at) + other + token.slice(at + 1);
    expect(() => tokens.open(changed), String(at)).toThrow(INVALID);
  }
  const [, end, mac] = token.split('.');
  expect(() => tokens.open(`${newIdentifier()}.${end}.${mac}`)).toThrow(INVALID);
  expect(() => tokens.open(`${token}.more`)).toThrow(INVALID);
});

test('what is no token, or of another deployment, opens nothing', () => {
  const { tokens } = tokensAt(1_800_000_000_000);
  const foreign = tokensAt(1_800_000_000_000, 'another secret').tokens.issue(challan).token;
  for (const other of [undefined, '', '..', 'x', `${challan}..`, `${challan}.zz.`, ['a', 'b'], foreign])
    expect(() => tokens.open(other)).toThrow(INVALID);
});
