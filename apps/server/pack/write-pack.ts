import type { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { ledgerBlocks } from '@amaan/governance/pack/ledger-page';
import {
  PACK_FORMAT,
  PACK_PATHS,
  type PackManifest,
  samplePaths,
  signManifest,
} from '@amaan/governance/pack/pack-manifest';
import { provenanceOf } from '@amaan/governance/pack/provenance';
import {
  drawAlerts,
  type PopulationMember,
  populationLine,
  type SampleDraw,
} from '@amaan/governance/pack/sample-draw';
import { sampleBlocks } from '@amaan/governance/pack/sample-page';
import { type Block, renderPage } from '@amaan/governance/pack/section-page';
import type { NoteSigner } from '@amaan/ledger/signed-note';
import { streamRaisedAlerts } from '@amaan/store/ledger-period';
import type { ExplainService } from '../explain/explain-service.ts';
import type { PackArchive } from './pack-archive.ts';
import { describeLedger, openPeriod, type PackPeriod, type PeriodSources } from './pack-period.ts';
import { type PackSection, SHOWN } from './pack-section.ts';

export interface PackSources extends PeriodSources {
  readonly explanations: Pick<ExplainService, 'explain'>;
  readonly sections: readonly PackSection[];
  readonly signer: NoteSigner;
  /** Documents in the forms of other tools. */
  readonly exchange: (pack: PackOrder) => Promise<{ readonly oscal: unknown; readonly bom: unknown }>;
}

export interface PackOrder {
  readonly id: Identifier;
  readonly period: { readonly from: string; readonly to: string };
  readonly sample: number;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** Told before every step. @throws whatever stops the work */
export type OnStep = (step: string, done: number, total: number) => void;

/** Fills an archive with everything that a pack has; the caller finishes it. @returns digest of the manifest */
export async function writePack(
  archive: PackArchive,
  order: PackOrder,
  sources: PackSources,
  onStep: OnStep,
): Promise<Digest> {
  const { db, sections } = sources;
  const total = sections.length + order.sample + 4;
  let done = 0;
  const step = (name: string) => onStep(name, done++, total);
  const scopeText = `${order.period.from} to ${order.period.to} (not included), deployment ${sources.signer.name}`;

  step('ledger');
  const period = await openPeriod(sources, order.period);
  const listed: PackManifest['sections'] = [];
  for (const section of sections) {
    step(section.id);
    const { data, blocks } = await section.read({ db, period: order.period, range: period.range });
    const { id, title, titleUrdu, shows } = section;
    const note = SHOWN[shows];
    const file = `sections/${id}.html`;
    await archive.addJson(`sections/${id}.json`, data);
    await archive.add(
      file,
      renderPage({
        title,
        titleUrdu,
        scope: scopeText,
        blocks: [{ kind: 'text', text: note }, ...blocks],
        home: '../index.html',
      }),
    );
    listed.push({ id, title, file, note });
  }

  step('samples');
  const draw = await writePopulation(archive, period, order.sample, sources);
  const checkpoints = new Set<string>();
  for (const id of draw.drawn) {
    step('samples');
    checkpoints.add(await writeSample(archive, id, scopeText, sources));
  }

  step('exchange');
  const { oscal, bom } = await sources.exchange(order);
  await archive.addJson(PACK_PATHS.oscal, oscal);
  await archive.addJson(PACK_PATHS.bom, bom);
  const ledger = await describeLedger(sources, period, checkpoints);
  await archive.addJson(PACK_PATHS.ledger, ledger);
  await archive.add(
    PACK_PATHS.ledgerPage,
    renderPage({
      title: 'Checkpoints and proofs',
      titleUrdu: 'کھاتے کے ثبوت',
      scope: scopeText,
      blocks: ledgerBlocks(ledger),
      home: '../index.html',
    }),
  );
  await archive.add(PACK_PATHS.verifierKey, `${sources.checkpoints.vkey}\n`);

  step('manifest');
  const overview = overviewBlocks(order, listed, draw, sources);
  await archive.add(
    'index.html',
    renderPage({
      title: 'Evidence pack',
      titleUrdu: 'شواہد کا مجموعہ',
      scope: scopeText,
      blocks: overview,
      home: null,
    }),
  );
  const manifest: PackManifest = {
    format: PACK_FORMAT,
    id: order.id,
    deployment: sources.signer.name,
    period: order.period,
    createdAt: order.createdAt,
    createdBy: order.createdBy,
    sections: listed,
    files: [...archive.files],
  };
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await archive.add(PACK_PATHS.manifest, text);
  await archive.add(PACK_PATHS.signature, signManifest(Buffer.from(text), sources.signer));
  return digestOfBytes(Buffer.from(text));
}

/** Lists every alert of the period and draws from them: two readings of what can no longer change. */
async function writePopulation(
  archive: PackArchive,
  { range, seed }: PackPeriod,
  size: number,
  { db }: PackSources,
): Promise<SampleDraw> {
  await archive.add(PACK_PATHS.population, linesOf(streamRaisedAlerts(db, range)));
  const draw = await drawAlerts(seed, streamRaisedAlerts(db, range), size);
  await archive.addJson(PACK_PATHS.draw, draw);
  return draw;
}

async function* linesOf(members: AsyncIterable<PopulationMember>): AsyncGenerator<string> {
  let lines = '';
  for await (const member of members) {
    lines += populationLine(member);
    if (lines.length < 64 * 1024) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}

/** @returns the checkpoint that the explanation rests on */
async function writeSample(
  archive: PackArchive,
  id: Identifier,
  scope: string,
  { explanations }: PackSources,
): Promise<string> {
  const explanation = await explanations.explain({ kind: 'alert', id });
  const paths = samplePaths(id);
  const page = {
    title: `Alert ${id}`,
    titleUrdu: 'ایک انتباہ کی پوری کڑی',
    scope,
    blocks: sampleBlocks(explanation),
    home: '../../index.html',
  };
  await archive.add(paths.page, renderPage(page));
  await archive.addJson(paths.explanation, explanation);
  await archive.addJson(paths.provenance, provenanceOf(explanation));
  return explanation.ledger.checkpoint;
}

function overviewBlocks(
  order: PackOrder,
  sections: PackManifest['sections'],
  draw: SampleDraw,
  { checkpoints }: PackSources,
): Block[] {
  return [
    {
      kind: 'facts',
      facts: [
        ['Pack', order.id],
        ['Made', `${order.createdAt} by ${order.createdBy}`],
        ['Alerts in the period', draw.population],
        ['Alerts drawn and explained', draw.drawn.length],
        ['Verifier key', checkpoints.vkey],
      ],
    },
    {
      kind: 'text',
      text: 'Check this pack on any machine, without database or network: amaan govern verify PACK --key KEY. Take the key from a place that you trust, not from the pack.',
    },
    { kind: 'links', links: sections.map(({ file, title, note }) => [file ?? '', `${title}. ${note}`]) },
    {
      kind: 'links',
      links: [
        [PACK_PATHS.ledgerPage, 'Ledger: checkpoints and proofs'],
        [PACK_PATHS.ledger, 'The same as JSON'],
        [PACK_PATHS.draw, 'Sample: how it was drawn (JSON)'],
        ...draw.drawn.map((id): [string, string] => [
          samplePaths(id).page,
          `Alert ${id}: the whole chain with proofs`,
        ]),
        [PACK_PATHS.oscal, 'OSCAL assessment results (JSON)'],
        [PACK_PATHS.bom, 'CycloneDX machine-learning bill of materials (JSON)'],
      ],
    },
  ];
}
