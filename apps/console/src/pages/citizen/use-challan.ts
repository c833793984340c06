import type {
  CitizenChallan,
  CitizenChallanAnswer,
  CitizenLookup,
} from '@amaan/contracts/violations/citizen';
import { useCallback, useRef, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { lookUpChallan } from '../../api/citizen.ts';

/** A challan that is looked at, and the way to everything that belongs to it. */
export interface OpenChallan {
  readonly challan: CitizenChallan;
  /** Does something with the token, and once more with a new one where its time was over. */
  readonly withToken: <Result>(work: (token: string) => Promise<Result>) => Promise<Result>;
  /** Takes what an answer of the server says of the challan now. */
  readonly replace: (challan: CitizenChallan) => void;
  /** Asks how it stands now. */
  readonly refresh: () => Promise<void>;
}

/**
 * The challan that somebody looks at. Plate, number and token are kept in this page alone: neither in its address nor on the
 * device, which may be somebody else's.
 */
export function useChallan(): {
  readonly open: OpenChallan | null;
  readonly lookUp: (typed: CitizenLookup) => Promise<void>;
  readonly close: () => void;
} {
  const [challan, setChallan] = useState<CitizenChallan | null>(null);
  const access = useRef<{ typed: CitizenLookup; token: string } | null>(null);
  const ask = useCallback(async (typed: CitizenLookup): Promise<CitizenChallanAnswer> => {
    const answer = await lookUpChallan(typed);
    access.current = { typed, token: answer.token };
    return answer;
  }, []);
  const lookUp = useCallback(async (typed: CitizenLookup) => setChallan((await ask(typed)).challan), [ask]);
  const refresh = useCallback(async () => {
    if (access.current !== null) setChallan((await ask(access.current.typed)).challan);
  }, [ask]);
  const close = useCallback(() => {
    access.current = null;
    setChallan(null);
  }, []);
  const withToken = useCallback(
    async <Result>(work: (token: string) => Promise<Result>): Promise<Result> => {
      if (access.current === null) throw new Error('No challan is open.');
      try {
        return await work(access.current.token);
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== 'CHALLAN_TOKEN_INVALID') throw error;
        const { token } = await ask(access.current.typed);
        return work(token);
      }
    },
    [ask],
  );
  const open = challan === null ? null : { challan, withToken, replace: setChallan, refresh };
  return { open, lookUp, close };
}
