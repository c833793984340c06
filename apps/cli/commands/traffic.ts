import { Instant } from '@amaan/contracts/instant';
import { type Command, InvalidArgumentError } from 'commander';
import { parseRate } from '../parse-rate.ts';

interface Options {
  readonly view: string;
  readonly rate: number;
  readonly began: Instant;
  readonly json?: boolean;
}

/** `amaan traffic measure`. */
export function registerTraffic(program: Command): void {
  program
    .command('traffic')
    .description('measure the traffic of files; nothing reaches a deployment')
    .command('measure')
    .description(
      'count vehicles by lane and class and measure speed, headway, queue and delay in a video or stream, and find incidents',
    )
    .argument('<file|url>', 'what to look at; a live stream is measured until Ctrl-C')
    .requiredOption(
      '--view <json>',
      'a file with the lanes, lines and calibration of the picture (docs/traffic.md)',
    )
    .option('--rate <frames>', 'frames per second to look at', parseRate, 5)
    .option(
      '--began <instant>',
      'when the first picture was taken, so that minutes are those of the clock',
      parseInstant,
      '1970-01-01T00:00:00.000Z',
    )
    .option('--json', 'print JSON lines: minutes of lanes, incidents, and each lane’s total')
    .action(measure);
}

async function measure(url: string, { view: viewPath, rate, began, json }: Options): Promise<void> {
  const { measureTraffic } = await import('../traffic/measure-traffic.ts');
  const { readView } = await import('../traffic/read-view.ts');
  const { incidentSentence, trafficRow } = await import('../traffic/traffic-table.ts');
  const { reportFailure } = await import('../report-failure.ts');
  const { printJson, printRows } = await import('../print-rows.ts');
  const view = await readView(viewPath);
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.once('SIGINT', interrupt);
  try {
    const onFailure = (error: Error) => {
      process.exitCode = reportFailure(error);
    };
    const beganAt = Date.parse(began);
    const rows: Record<string, string>[] = [];
    for await (const line of measureTraffic(url, {
      view,
      rate,
      beganAt,
      signal: interruption.signal,
      onFailure,
    })) {
      if (json) printJson(line);
      else if (line.kind === 'incident') process.stdout.write(`${incidentSentence(line)}\n`);
      else if (line.kind === 'total') rows.push(trafficRow(line));
    }
    printRows(rows, false);
  } finally {
    process.off('SIGINT', interrupt);
  }
}

function parseInstant(text: string): Instant {
  const time = Date.parse(text);
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(time))
    return Instant.parse(new Date(time).toISOString());
  throw new InvalidArgumentError('It must be an instant such as 2026-03-01T08:15:00Z.');
}
