/** Evidence pack. `ur/evidence-pack.ts` has exactly these keys. */
export const evidencePack = {
  title: 'Evidence pack',
  hint: 'Everything that shows how the AI systems were governed in a period, in one signed file: decisions, records, results, a random sample of alerts with their whole chain, and the proofs from the ledger.',
  lastMonth: 'Last month',
  thisMonth: 'This month',
  last90: 'Last 90 days',
  from: 'First day (UTC)',
  to: 'Last day (UTC)',
  order: 'The last day must not be before the first.',
  sample: 'Alerts in the sample',
  sampleHint:
    'The sample is drawn by the root of the ledger, so nobody can choose it, and anybody can draw it again. It holds no pictures and nothing that people wrote about a scene.',
  begin: 'Make the pack',
  oneAtATime: 'One pack is made at a time. You may leave this page meanwhile.',
  made: 'Packs',
  state: { running: 'Being made', done: 'Ready', failed: 'Failed', cancelled: 'Cancelled' },
  by: 'by {{name}}, {{at}}',
  progress: '{{step}}: step {{done}} of {{total}}',
  download: 'Download ({{size}} MB)',
  notYours: 'Only whoever made it, or an administrator, can remove it.',
  remove: 'Remove',
  verify: 'Check it on another machine',
  verifyHint:
    'The check needs neither the database nor the network. Take the key (VKEY) from the ledger page or from whoever runs the deployment, not from the pack.',
} as const;
