import { readAlertResults } from '@amaan/store/alert-results';
import { countLedgerKinds } from '@amaan/store/ledger-period';
import type { PackSection } from '../pack-section.ts';

/** What the systems reported and what people decided, day by day. */
export const resultsSection: PackSection = {
  id: 'results',
  title: 'Alerts and decisions',
  titleUrdu: 'انتباہات اور فیصلے',
  shows: 'period',
  async read({ db, period }) {
    const results = await readAlertResults(db, period, 'day');
    return {
      data: { results },
      blocks: [
        {
          kind: 'text',
          text: 'Counted by the database for the whole period. Simulated alerts come from the simulator, not from a camera, and are never mixed with real ones.',
        },
        {
          kind: 'table',
          title: 'Per system and day (UTC)',
          columns: ['System', 'Day', 'Simulated', 'Alerts', 'Confirmed', 'Rejected', 'Not decided'],
          rows: results.map(({ system, bucket, simulated, alerts, confirmed, rejected }) => [
            system,
            bucket,
            simulated,
            alerts,
            confirmed,
            rejected,
            alerts - confirmed - rejected,
          ]),
        },
      ],
    };
  },
};

/** What the ledger recorded. */
export const ledgerSection: PackSection = {
  id: 'ledger',
  title: 'Ledger of the period',
  titleUrdu: 'اس مدت کا کھاتہ',
  shows: 'period',
  async read({ db, range }) {
    const kinds = await countLedgerKinds(db, range);
    return {
      data: { range, kinds },
      blocks: [
        {
          kind: 'facts',
          facts: [
            ['First entry', range.start],
            ['After the last entry', range.end],
            ['Entries', range.end - range.start],
          ],
        },
        {
          kind: 'table',
          title: 'Entries by kind',
          columns: ['Kind', 'Entries'],
          rows: kinds.map(({ kind, entries }) => [kind, entries]),
        },
      ],
    };
  },
};
