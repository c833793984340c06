import { expect, test } from 'vitest';
import { lightAt } from './match-light.ts';

test('it is day from six to six by the clock of the service, wherever the server is', () => {
  const at = (clock: string, zone: string) => lightAt(Date.parse(`2026-06-01T${clock}:00.000Z`), zone);
  expect(at('01:00', 'Asia/Karachi')).toBe('day');
  expect(at('00:59', 'Asia/Karachi')).toBe('night');
  expect(at('12:59', 'Asia/Karachi')).toBe('day');
  expect(at('13:00', 'Asia/Karachi')).toBe('night');
  expect(at('19:00', 'Asia/Karachi')).toBe('night');
  expect(at('13:00', 'Europe/London')).toBe('day');
});
