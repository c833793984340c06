import type {
  CHALLAN_TOKEN_HEADER,
  CitizenChallan,
  CitizenChallanAnswer,
  CitizenLookup,
} from '@amaan/contracts/violations/citizen';
import type { ContestFile, ContestInput } from '@amaan/contracts/violations/contest';
import type { CaseEvidenceKey } from '@amaan/contracts/violations/violation-case';
import { ApiProblem } from './api-problem.ts';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

/** The contract's header; its type keeps the two equal without loading the schemas into the browser. */
const TOKEN_HEADER: typeof CHALLAN_TOKEN_HEADER = 'x-challan-token';

const withToken = (token: string) => ({ [TOKEN_HEADER]: token });

/** A challan by its plate and number. Both travel in the body: addresses stand in logs. */
export const lookUpChallan = (body: CitizenLookup) =>
  unwrap<CitizenChallanAnswer>(api.POST('/api/public/challans/lookup', { body }));

/** The notice of the token's challan as PDF. @throws ApiProblem */
export async function challanNotice(token: string): Promise<Blob> {
  return (await ask('/api/public/challans/notice', { headers: withToken(token) })).blob();
}

/** TEST: pays as if a bank had been paid. No money moves. */
export const payTest = (body: { readonly reference: string; readonly amount: number }) =>
  unwrap<unknown>(api.POST('/api/public/payments/test/pay', { body }));

/** A picture or clip of the token's challan. @throws ApiProblem */
export async function challanEvidence(
  token: string,
  key: CaseEvidenceKey,
  signal: AbortSignal,
): Promise<Blob> {
  const answer = await ask(`/api/public/challans/evidence/${key}`, { headers: withToken(token), signal });
  return answer.blob();
}

export const contestChallan = (token: string, body: ContestInput) =>
  unwrap<CitizenChallan>(
    api.POST('/api/public/challans/contest', {
      body: body as BodyOf<paths['/api/public/challans/contest']['post']>,
      headers: withToken(token),
    }),
  );

/** Brings a file for a contest that is to be sent. @throws ApiProblem */
export async function bringContestFile(token: string, name: string, content: Blob): Promise<ContestFile> {
  const headers = {
    ...withToken(token),
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(name),
  };
  const answer = await ask('/api/public/challans/files', { method: 'POST', headers, body: content });
  return (await answer.json()) as ContestFile;
}

/** Files that were brought before and have no contest yet. */
export const contestFiles = (token: string) =>
  unwrap<ContestFile[]>(api.GET('/api/public/challans/files', { headers: withToken(token) }));

export const takeBackContestFile = (token: string, fileId: string) =>
  unwrap<void>(
    api.DELETE('/api/public/challans/files/{fileId}', {
      params: { path: { fileId } },
      headers: withToken(token),
    }),
  );

/** `fetch` for bytes, which openapi-fetch knows only as text. */
async function ask(url: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, init);
  } catch (cause) {
    throw new ApiProblem(0, 'NETWORK', '', { cause });
  }
  if (answer.ok) return answer;
  const problem: unknown = await answer.json().catch(() => null);
  throw ApiProblem.of(answer.status, problem, answer.headers.get('retry-after'));
}
