import type { Explanation, ExplanationStep } from '@amaan/contracts/explanation';
import type { Block } from './section-page.ts';

/** A drawn alert for people: each step of its chain with what it says, and each entry with its proof. */
export function sampleBlocks(explanation: Explanation): Block[] {
  const { about, ledger } = explanation;
  return [
    {
      kind: 'facts',
      facts: [
        ['Alert', explanation.id],
        ['System', about.system],
        ['Raised', about.raisedAt],
        ['State', about.state],
        ...(explanation.kind === 'alert' ? [['Priority', explanation.about.priority] as const] : []),
        ['Simulated', about.simulated],
        ['Observation (sha256)', about.observationDigest],
      ],
    },
    ...explanation.steps.map(
      (step): Block => ({
        kind: 'table',
        title: step.step.replaceAll('-', ' '),
        columns: ['', ''],
        rows: [
          ...factsOf(step),
          ['Ledger entries', step.entries.length === 0 ? 'none needed' : step.entries.join(', ')],
        ],
      }),
    ),
    {
      kind: 'table',
      title: `Ledger entries and their inclusion proofs to the root ${ledger.root} of ${ledger.size} entries`,
      columns: ['Entry', 'At', 'Kind', 'By', 'About', 'Leaf (sha256)', 'Path'],
      rows: ledger.entries.map(({ index, entry, leafHash, path }) => [
        index,
        entry.at,
        entry.kind,
        entry.actor,
        entry.subject,
        leafHash,
        path.join(' '),
      ]),
    },
    { kind: 'text', text: `Signed checkpoint: ${ledger.checkpoint}` },
  ];
}

/** What a step holds beside its name, link and entries: nested values as JSON, for nothing is left out. */
function factsOf({ step: _, link: _link, entries: _entries, ...facts }: ExplanationStep) {
  return Object.entries(facts).map(([name, value]): [string, string | number | boolean | null] => [
    name,
    value === null || typeof value !== 'object' ? value : readable(value),
  ]);
}

function readable(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(readableAny).join('\n');
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${readableAny(one)}`)
    .join('; ');
}

function readableAny(value: unknown): string {
  return typeof value === 'object' && value !== null ? readable(value) : String(value ?? '–');
}
