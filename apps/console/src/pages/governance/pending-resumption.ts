import type { Resumption, Suspension } from '@amaan/contracts/governance/suspension';

/** The request to end a suspension that another person may still confirm, or null. @param now Unix milliseconds */
export function pendingResumption({ resumptions }: Suspension, now: number): Resumption | null {
  return (
    resumptions.find(({ confirmed, lapsesAt }) => confirmed === null && now < Date.parse(lapsesAt)) ?? null
  );
}
