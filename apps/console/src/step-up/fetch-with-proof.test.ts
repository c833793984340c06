import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchWithProof } from './fetch-with-proof.ts';
import { answerProof, ownProofDialog } from './proof-requests.ts';

const problem = (status: number, code: string) => Response.json({ code }, { status });

describe('a call that needs a fresh proof of identity', () => {
  const sent: string[] = [];
  let proven = false;
  let leave: () => void;
  const opened = vi.fn();

  beforeEach(() => {
    sent.length = 0;
    proven = false;
    opened.mockReset();
    leave = ownProofDialog(opened);
    vi.stubGlobal('fetch', async (request: Request) => {
      sent.push(await request.text());
      return proven ? Response.json({ done: true }) : problem(403, 'STEP_UP_REQUIRED');
    });
  });
  afterEach(() => {
    leave();
    vi.unstubAllGlobals();
  });

  const call = (body: string) =>
    fetchWithProof(new Request('http://localhost/api/users', { method: 'POST', body }));

  test('is sent again, as it was, once the person has given it', async () => {
    const answer = call('the body');
    await vi.waitFor(() => expect(opened).toHaveBeenCalledWith(true));
    proven = true;
    answerProof(true);
    expect(await (await answer).json()).toEqual({ done: true });
    expect(sent).toEqual(['the body', 'the body']);
  });

  test('keeps its refusal when the person would rather not', async () => {
    const answer = call('x');
    await vi.waitFor(() => expect(opened).toHaveBeenCalledWith(true));
    answerProof(false);
    expect((await answer).status).toBe(403);
    expect(sent).toHaveLength(1);
  });

  test('shares one dialog with others', async () => {
    const answers = Promise.all([call('a'), call('b')]);
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
    proven = true;
    answerProof(true);
    expect((await answers).map(({ status }) => status)).toEqual([200, 200]);
  });

  test('is refused where there is no dialog, and once only', async () => {
    leave();
    expect((await call('x')).status).toBe(403);
    expect(sent).toHaveLength(1);
  });

  test('any other refusal is left alone', async () => {
    vi.stubGlobal('fetch', async () => problem(403, 'ACTION_FORBIDDEN'));
    expect((await call('x')).status).toBe(403);
    expect(opened).not.toHaveBeenCalled();
  });
});
