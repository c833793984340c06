import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { SuspectedViolationOf } from '@amaan/contracts/violations/suspected-violation';
import type { NoticeFacts } from '../notice-facts.ts';

const picture = new Uint8Array(readFileSync(join(import.meta.dirname, 'grey.png')));

/** A notice about a red light on the Mall Road, as nobody ever got one. */
export function noticeFactsOf(change: Partial<NoticeFacts['challan']> = {}): NoticeFacts {
  const at = '2026-11-20T15:15:07.320Z';
  return {
    organisation: 'Test authority',
    challan: {
      id: newIdentifier(),
      number: 'PB-26-7K3M9QXA-W',
      caseId: newIdentifier(),
      siteId: newIdentifier(),
      cameraId: newIdentifier(),
      cameraName: 'Mall Road, camera 3 north',
      province: 'punjab',
      plate: 'LEA4127',
      kind: 'red-light',
      state: 'issued',
      occurredAt: at,
      issuedAt: '2026-11-22T06:02:00.000Z',
      law: {
        province: 'punjab',
        act: { en: 'Test Vehicles Act', ur: 'آزمائشی گاڑیوں کا قانون' },
        section: 'section 1',
        offence: { en: 'Drove through a red light', ur: 'سرخ بتی پر گزرا' },
        validFrom: '2026-01-01',
        payWithinDays: 30,
        contestWithinDays: 15,
        decideWithinDays: 30,
        standing: { status: 'unverified', check: { en: 'Test', ur: 'آزمائش' } },
      },
      amount: 2000,
      currency: 'PKR',
      payBy: '2026-12-22T18:59:59.000Z',
      contestBy: '2026-12-07T18:59:59.000Z',
      softwareVersion: 'traffic-violations 0.2.0',
      cancelCause: null,
      simulated: false,
      ...change,
    },
    violation: {
      kind: 'red-light',
      signal: { redForMs: { entry: 2310, exit: 4190 } },
    } as SuspectedViolationOf<'red-light'>,
    confirmed: { role: 'traffic-reviewer', at: '2026-11-22T06:01:00.000Z', secondLook: true },
    portal: { shown: 'example.pk/challan', url: 'https://example.pk/challan#PB-26-7K3M9QXA-W' },
    paying: null,
    pictures: { context: { bytes: picture, at }, plate: { bytes: picture, at } },
  };
}
