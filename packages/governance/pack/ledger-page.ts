import { openCheckpoint } from '@amaan/ledger/checkpoint';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
import type { PackLedger } from './pack-ledger.ts';
import type { Block } from './section-page.ts';

/** The ledger part of a pack for people: every signed head with its proof, and the entries at the period's ends. */
export function ledgerBlocks({ vkey, range, checkpoints, head, periodSize, edges }: PackLedger): Block[] {
  const verifier = parseVerifierKey(vkey);
  const opened = (note: string) => {
    const { size, root } = openCheckpoint(note, verifier);
    return { size, root: Buffer.from(root).toString('hex') };
  };
  const newest = opened(head);
  return [
    {
      kind: 'facts',
      facts: [
        ['Entries of the period', `${range.start} to ${range.end} (not included)`],
        ['First head over the whole period', `${periodSize} entries`],
        ['Newest head', `${newest.size} entries, root ${newest.root}`],
        ['Verifier key', vkey],
      ],
    },
    {
      kind: 'table',
      title: 'Signed checkpoints, each with the RFC 9162 proof that it grew into the newest',
      columns: ['Entries', 'Root', 'Consistency proof', 'Signed note'],
      rows: checkpoints.map(({ note, toHead }) => {
        const { size, root } = opened(note);
        return [size, root, toHead.join(' ') || 'none needed', note];
      }),
    },
    {
      kind: 'table',
      title: 'Entries on both sides of the period’s ends, with their inclusion proofs',
      columns: ['Entry', 'At', 'Kind', 'Leaf (sha256)', 'Path'],
      rows: edges.map(({ index, entry, leafHash, path }) => [
        index,
        entry.at,
        entry.kind,
        leafHash,
        path.join(' '),
      ]),
    },
  ];
}
