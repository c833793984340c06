import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paymentReference, readPaymentReference } from './payment-reference.ts';

const figures = fc.stringMatching(/^\d{17}$/);

test('a known number has the check digit that everybody computes', () => {
  // The example of ISO/IEC 7812-1 is 7992739871 with 3; leading zeros change nothing.
  expect(paymentReference('00000007992739871')).toBe('000000079927398713');
});

describe('a reference', () => {
  test('is read as it is written, with spaces and hyphens', () => {
    fc.assert(
      fc.property(figures, (some) => {
        const reference = paymentReference(some);
        expect(readPaymentReference(reference)).toBe(reference);
        expect(
          readPaymentReference(` ${reference.slice(0, 3)} ${reference.slice(3, 9)}-${reference.slice(9)}`),
        ).toBe(reference);
      }),
    );
  });

  test('with one wrong figure is none', () => {
    fc.assert(
      fc.property(figures, fc.nat(17), fc.integer({ min: 1, max: 9 }), (some, place, shift) => {
        const reference = paymentReference(some);
        const wrong = (Number(reference[place]) + shift) % 10;
        expect(
          readPaymentReference(`${reference.slice(0, place)}${wrong}${reference.slice(place + 1)}`),
        ).toBeNull();
      }),
    );
  });

  test.each(['', '12345', 'PB-26-7K3M9QXA-W', '1234567890123456789', '١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨'])(
    'is not %j',
    (typed) => {
      expect(readPaymentReference(typed)).toBeNull();
    },
  );

  test('is made of seventeen figures and nothing else', () => {
    expect(() => paymentReference('123')).toThrow(RangeError);
    expect(() => paymentReference('1234567890123456x')).toThrow(RangeError);
  });
});
