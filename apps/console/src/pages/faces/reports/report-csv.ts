import { csvText } from '@amaan/contracts/csv-text';
import type { FaceReport, FaceReportLine } from '@amaan/contracts/faces/matches/face-report';
import type { Figure } from '@amaan/contracts/monitoring';

const HEADER = [
  ...['grouping', 'label', 'name', 'faces', 'alerts', 'confirmed', 'rejected', 'deleted'],
  ...['false_per_alert', 'false_per_alert_low', 'false_per_alert_high'],
  ...['false_per_face', 'false_per_face_low', 'false_per_face_high'],
];

/** A report as CSV: the whole, each part, and each group of each audit set. What is too little to say is left empty. */
export function reportCsv({ total, groups, audits }: FaceReport): string {
  return csvText(HEADER, [
    line('all', total),
    ...groups.flatMap(({ grouping, lines }) => lines.map((part) => line(grouping, part))),
    ...audits.flatMap(({ name, groups: parts }) =>
      parts.map(({ grouping, label, faces, alerts, falseAlerts, falsePerAlert, falsePerFace }) => [
        ...[`audit: ${name}`, label, grouping],
        ...[faces, alerts].map(String),
        ...['', String(falseAlerts), ''],
        ...[...share(falsePerAlert), ...share(falsePerFace)],
      ]),
    ),
  ]);
}

function line(grouping: string, part: FaceReportLine): string[] {
  const { label, name, faces, alerts, confirmed, rejected, deleted } = part;
  return [
    ...[grouping, label, name ?? ''],
    ...[faces, alerts, confirmed, rejected, deleted].map(String),
    ...[...share(part.falsePerAlert), ...share(part.falsePerFace)],
  ];
}

function share(figure: Figure): string[] {
  if (figure.state === 'not-enough-data') return ['', '', ''];
  return [figure.value, figure.low, figure.high].map(String);
}
