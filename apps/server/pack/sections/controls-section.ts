import type { ControlService } from '../../controls/control-service.ts';
import type { PackSection } from '../pack-section.ts';

/** Every control with its decision and what shows that it is kept, as it stands when the pack is made. */
export function controlsSection(controls: Pick<ControlService, 'statement'>): PackSection {
  return {
    id: 'statement-of-applicability',
    title: 'Statement of applicability',
    titleUrdu: 'اطلاق کا بیان',
    shows: 'state',
    async read() {
      const statement = await controls.statement();
      return {
        data: statement,
        blocks: [
          { kind: 'text', text: `As evaluated on ${statement.evaluatedAt}, when the pack was made.` },
          {
            kind: 'table',
            title: 'Controls of ISO/IEC 42001 and ISO/IEC 27001, in our own words',
            columns: [
              'Standard',
              'Control',
              'Wording',
              'Decision',
              'Why',
              'Owner',
              'Status',
              'Evidence',
              'Record',
            ],
            rows: statement.lines.map((line) => [
              line.standard,
              line.id,
              line.wording.en,
              line.statement.applicability,
              line.statement.justification,
              line.statement.owner,
              line.status,
              line.evidence,
              line.record &&
                `${line.record.number} v${line.record.version}${line.record.demo ? ' (demo)' : ''}`,
            ]),
          },
        ],
      };
    },
  };
}
