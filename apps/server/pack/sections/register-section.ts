import type { LocalText } from '@amaan/contracts/ai-system';
import type { Block } from '@amaan/governance/pack/section-page';
import { listRequests, listTransitions } from '@amaan/store/lifecycle';
import { listSuspensions } from '@amaan/store/suspensions';
import { listNewestSystemEntries } from '@amaan/store/system-entries';
import type { SystemService } from '../../permits/system-service.ts';
import type { PackSection } from '../pack-section.ts';

type Systems = Pick<SystemService, 'list'>;

/** The pages of a pack are in English; its JSON has both languages. */
const english = (texts: readonly LocalText[]) => texts.map(({ en }) => en).join(' ');

/** The register of AI systems, as it stands when the pack is made. */
export function registerSection(systems: Systems): PackSection {
  return {
    id: 'register',
    title: 'Register of AI systems',
    titleUrdu: 'مصنوعی ذہانت کے نظاموں کا رجسٹر',
    shows: 'state',
    async read({ db }) {
      const [views, entries] = await Promise.all([systems.list(), listNewestSystemEntries(db)]);
      return {
        data: views.map((view) => ({ ...view, organisation: entries.get(view.id) ?? null })),
        blocks: views.flatMap((view): Block[] => {
          const entry = entries.get(view.id)?.body;
          return [
            {
              kind: 'table',
              title: `${view.name} (${view.id} ${view.version})`,
              columns: ['', ''],
              rows: [
                ['Stage', view.stage],
                ['Part of this version', view.built],
                ['About', view.about.en],
                ['Intended use', view.intendedUse.en],
                ['Must never', english(view.prohibited)],
                ['Risk tier', view.risk.tier],
                [
                  'EU AI Act, as a benchmark',
                  `${view.risk.euAiAct.category.en}: ${view.risk.euAiAct.why.en}`,
                ],
                ['Affected', english(view.affectedGroups)],
                ['Human oversight', english(view.humanOversight)],
                ['Known limits', english(view.limits)],
                [
                  'Models',
                  view.modelDetails
                    .map(({ id, digest, licence }) => `${id} ${digest} (${licence})`)
                    .join('; ') || 'none',
                ],
                ['Configuration digest', view.configurationDigest],
                [
                  'Suspended',
                  view.suspension === null ? 'no' : `${view.suspension.at}: ${view.suspension.reason}`,
                ],
                ['Owner', entry?.owner || null],
                ['Legal basis', entry?.legalBasis || null],
                ['Retention', entry?.retention || null],
              ],
            },
          ];
        }),
      };
    },
  };
}

/** Stages, requests with every approval, suspensions and their ends. */
export function lifecycleSection(systems: Systems): PackSection {
  return {
    id: 'lifecycle',
    title: 'Lifecycle and suspensions',
    titleUrdu: 'مراحل اور معطلیاں',
    shows: 'period',
    async read({ db, period }) {
      const within = ({ at }: { readonly at: string }) => at >= period.from && at < period.to;
      const ids = (await systems.list()).map(({ id }) => id);
      const transitions = [];
      const requests = [];
      for (const system of ids) {
        transitions.push(
          ...(await listTransitions(db, system)).filter(within).map((each) => ({ system, ...each })),
        );
        requests.push(...(await listRequests(db, system)).filter(within));
      }
      const suspensions = (await listSuspensions(db)).filter(
        ({ at, endedAt }) => at < period.to && (endedAt === null || endedAt >= period.from),
      );
      return {
        data: { transitions, requests, suspensions },
        blocks: [
          {
            kind: 'table',
            title: 'Stages entered',
            columns: ['System', 'At', 'From', 'To', 'By', 'Reason', 'Demo'],
            rows: transitions.map(({ system, at, from, to, by, reason, demo }) => [
              system,
              at,
              from,
              to,
              by,
              reason,
              demo,
            ]),
          },
          {
            kind: 'table',
            title: 'Requests and the people who decided on them',
            columns: ['System', 'At', 'From', 'To', 'Asked by', 'State', 'Decisions', 'Demo'],
            rows: requests.map(({ system, at, from, to, by, state, decisions, demo }) => [
              system,
              at,
              from,
              to,
              by.name,
              state,
              decisions
                .map((each) => `${each.decision} by ${each.by.name} (${each.by.role}) on ${each.at}`)
                .join('; '),
              demo,
            ]),
          },
          {
            kind: 'table',
            title: 'Suspensions in force during the period',
            columns: ['System', 'Where', 'At', 'By', 'Reason', 'Ended', 'Ended by'],
            rows: suspensions.map(({ system, cameraGroup, at, by, reason, endedAt, resumptions }) => {
              const ended = resumptions.find(({ confirmed }) => confirmed !== null);
              return [
                system,
                cameraGroup?.name ?? 'everywhere',
                at,
                by.name,
                reason,
                endedAt,
                ended?.confirmed ? `${ended.requested.by.name} and ${ended.confirmed.by.name}` : null,
              ];
            }),
          },
        ],
      };
    },
  };
}
