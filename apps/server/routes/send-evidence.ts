import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { EvidenceViewQuery } from '@amaan/contracts/redaction/masked-evidence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenConnections } from '../access/sessions/open-connections.ts';
import type { EvidenceService, FoundEvidence, ShownEvidence } from '../alerts/evidence-service.ts';
import { byteRange } from '../http/byte-range.ts';
import { actorOf } from './actor.ts';

export const EVIDENCE_MEDIA_TYPES = ['image/png', 'image/jpeg', 'video/mp4'] as const;
const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'video/mp4': 'mp4',
};

export interface EvidenceSender {
  readonly evidence: EvidenceService;
  readonly connections: OpenConnections;
}

/**
 * Answers with an item as this person sees it; one Range is understood. Of an original the answer ends with the right to it.
 * @param mayKeep whether the browser may keep what is masked or a crop for a while
 */
export async function sendEvidence(
  { evidence, connections }: EvidenceSender,
  found: FoundEvidence,
  request: FastifyRequest,
  reply: FastifyReply,
  { view, download }: EvidenceViewQuery,
  mayKeep = true,
): Promise<FastifyReply> {
  const by = actorOf(request);
  const { range: asked } = request.headers;
  const begins = asked === undefined || /^bytes=0-/.test(asked);
  const shown = await evidence.show(found, by, { view, begins, download });
  const etag = `"${shown.digest}"`;
  reply
    .type(shown.mediaType)
    .header('etag', etag)
    .header('cache-control', mayKeep && by.purpose === undefined ? cacheControl(shown) : 'no-store')
    .header('accept-ranges', 'bytes')
    .header(
      'content-disposition',
      download ? `attachment; filename="${fileName(found.item, shown)}"` : 'inline',
    );
  if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
  const range = byteRange(asked, shown.bytes);
  if (range === 'unsatisfiable')
    return reply.code(416).header('content-range', `bytes */${shown.bytes}`).send(null);
  const content = await evidence.open(shown, range ?? undefined);
  if (shown.opened !== null)
    content.once(
      'close',
      connections.hold(request.sessionId, () => content.destroy()),
    );
  if (range === null) return reply.header('content-length', shown.bytes).send(content);
  return reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${shown.bytes}`)
    .header('content-length', range.end - range.start + 1)
    .send(content);
}

/** Every reading of an original is recorded, so it is asked for each time; so is what is read for a stated purpose. */
function cacheControl({ view }: ShownEvidence): string {
  if (view === 'original') return 'no-store';
  // A masked version is made anew when redaction changes; a crop never changes.
  return view === 'masked' ? 'private, max-age=300' : 'private, max-age=86400, immutable';
}

/** Of a file that leaves the house the name says whether it is masked. */
function fileName(
  { observationId, kind, capturedAt }: EvidenceItem,
  { view, mediaType }: ShownEvidence,
): string {
  const said = { masked: 'masked', original: 'UNMASKED', 'as-is': 'crop' }[view];
  const at = capturedAt.replace(/[:.]/g, '-');
  return `${said}-${kind}-${at}-${observationId.slice(-8)}.${ENDINGS[mediaType] ?? 'bin'}`;
}
