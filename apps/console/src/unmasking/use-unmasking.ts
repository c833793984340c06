import type { Unmasking, UnmaskSubject } from '@amaan/contracts/redaction/unmasking';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../access.ts';
import { ownUnmaskingsQuery } from '../api/unmaskings.ts';
import { useNow } from '../format/use-now.ts';

/** What somebody was granted of one thing: in force now, or waiting for a second person. */
export function useUnmasking(subject: UnmaskSubject | null): Unmasking | null {
  const may = useMay();
  const now = useNow('second');
  const { data = [] } = useQuery({ ...ownUnmaskingsQuery, enabled: may('unmask.read') && subject !== null });
  if (subject === null) return null;
  const ofIt = data.filter((one) => isSame(one.subject, subject));
  const isOpen = ({ live, until }: Unmasking) => live && until !== null && Date.parse(until) > now;
  return ofIt.find(isOpen) ?? ofIt.find(({ state }) => state === 'waiting') ?? null;
}

function isSame(one: UnmaskSubject, other: UnmaskSubject): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(subject: UnmaskSubject): string {
  switch (subject.kind) {
    case 'evidence':
      return `${subject.observationId} ${subject.evidence}`;
    case 'face-match':
      return subject.matchId;
    case 'live':
      return subject.cameraId;
  }
}
