import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/api-problem.ts';

/** What became of a picture or clip that the browser itself fetches. */
export type SourceState =
  | { readonly kind: 'shown' }
  /** It is being masked: it is asked for again in a moment. */
  | { readonly kind: 'under-way' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem | null };

export interface MaskedSource {
  readonly state: SourceState;
  /** Changes when the browser has to fetch it anew: the key of the `img` or `video`. */
  readonly attempt: number;
  /** For the element's `onError`: finds out why it is not there. */
  readonly onError: () => void;
  /** Asks once more. */
  readonly retry: () => void;
}

const SHOWN: SourceState = { kind: 'shown' };
const DEFAULT_WAIT_MS = 2_000;
/** The answer was good and the element does not show it: it is broken, and asking again does not mend it. */
const MOST_GOOD_ANSWERS = 2;

/**
 * Follows a picture or clip that may still have to be masked. Elements do not say why they failed, so one byte of it is
 * asked for when they do.
 */
export function useMaskedSource(url: string | undefined): MaskedSource {
  const [state, setState] = useState<SourceState>(SHOWN);
  const [attempt, setAttempt] = useState(0);
  const [failures, setFailures] = useState(0);
  const goodAnswers = useRef(0);
  const onError = useCallback(() => setFailures((before) => before + 1), []);
  const retry = useCallback(() => {
    setState(SHOWN);
    setAttempt((before) => before + 1);
  }, []);
  useEffect(() => {
    if (url === undefined || failures === 0) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const answer = await fetch(url, { headers: { range: 'bytes=0-0' }, signal: stop.signal });
      if (answer.ok) {
        await answer.body?.cancel();
        goodAnswers.current += 1;
        if (goodAnswers.current <= MOST_GOOD_ANSWERS) retry();
        else setState({ kind: 'failed', problem: null });
        return;
      }
      const problem = ApiProblem.of(answer.status, await answer.json().catch(() => null));
      if (problem.code !== 'MASKING_UNDER_WAY') {
        setState({ kind: 'failed', problem });
        return;
      }
      setState({ kind: 'under-way' });
      const seconds = Number(answer.headers.get('retry-after'));
      timer = setTimeout(onError, seconds > 0 ? seconds * 1_000 : DEFAULT_WAIT_MS);
    };
    look().catch((error: unknown) => {
      if (!stop.signal.aborted)
        setState({ kind: 'failed', problem: new ApiProblem(0, 'NETWORK', '', { cause: error }) });
    });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [url, failures, retry, onError]);
  return { state, attempt, onError, retry };
}
