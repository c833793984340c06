import { z } from 'zod';
import { Identifier } from '../../identifier.ts';
import { Instant } from '../../instant.ts';
import { Figure } from '../../monitoring.ts';

const count = z.int().nonnegative();
/** `YYYY-MM-DD` */
const Day = z.iso.date();

/** What error rates are reported by. What a person is or is thought to be is not among it: nothing of that is known. */
export const FACE_REPORT_GROUPINGS = ['camera', 'watchlist', 'site', 'light'] as const;
export type FaceReportGrouping = (typeof FACE_REPORT_GROUPINGS)[number];

/** The label of searches with a picture after the event, where others have that of a camera. */
export const AFTER_THE_EVENT = 'after-the-event';

/** Facial recognition in one part of what it did. */
export const FaceReportLine = z.object({
  /** Identifier of the camera, list or site, or `day` or `night`; `after-the-event` where there is no camera. */
  label: z.string(),
  /** Of a camera or site; null: none, or none that may be said. */
  name: z.string().nullable(),
  faces: count,
  alerts: count,
  confirmed: count,
  rejected: count,
  /** Of the alerts: deleted before anybody decided, with an authorisation that nobody approved or for want of answers. */
  deleted: count,
  /** False alerts among the alerts that people decided on, and among the faces that were searched. */
  falsePerAlert: Figure,
  falsePerFace: Figure,
});
export type FaceReportLine = z.infer<typeof FaceReportLine>;

/**
 * An audit set of the governance office: what a test with people who took part knowingly found, in numbers by group. It
 * is the only source of figures by group, and holds nothing of anybody.
 */
export const FaceAuditSetInput = z
  .strictObject({
    name: z.string().trim().min(3).max(120),
    /** How the truth was found. */
    source: z.string().trim().min(10).max(2000),
    /** Why it is lawful to have it. */
    lawfulness: z.string().trim().min(10).max(2000),
    from: Day,
    to: Day,
    groups: z
      .array(
        z
          .strictObject({
            /** What it is divided by, for example `age band`, and the part. */
            grouping: z.string().trim().min(2).max(40),
            label: z.string().trim().min(1).max(60),
            /** Faces searched, alerts that they raised, and how many of these named the wrong person. */
            faces: z.int().positive(),
            alerts: count,
            falseAlerts: count,
          })
          .refine(({ faces, alerts }) => alerts <= faces, 'more alerts than faces')
          .refine(({ alerts, falseAlerts }) => falseAlerts <= alerts, 'more false alerts than alerts'),
      )
      .min(1)
      .max(200)
      .refine(
        (groups) =>
          new Set(groups.map(({ grouping, label }) => JSON.stringify([grouping, label]))).size ===
          groups.length,
        'the same group stands in it twice',
      ),
  })
  .refine(({ from, to }) => from <= to, 'it ends before it begins');
export type FaceAuditSetInput = z.infer<typeof FaceAuditSetInput>;

export const FaceAuditGroup = z.object({
  grouping: z.string(),
  label: z.string(),
  faces: count,
  alerts: count,
  falseAlerts: count,
  falsePerAlert: Figure,
  falsePerFace: Figure,
});
export type FaceAuditGroup = z.infer<typeof FaceAuditGroup>;

export const FaceAuditSet = z.object({
  id: Identifier,
  name: z.string(),
  source: z.string(),
  lawfulness: z.string(),
  from: Day,
  to: Day,
  uploadedAt: Instant,
  uploadedBy: z.string(),
  groups: z.array(FaceAuditGroup),
});
export type FaceAuditSet = z.infer<typeof FaceAuditSet>;

export const FaceReportQuery = z
  .strictObject({
    from: Day,
    to: Day,
    simulated: z
      .enum(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true'),
  })
  .refine(({ from, to }) => from <= to, 'it ends before it begins');
export type FaceReportQuery = z.infer<typeof FaceReportQuery>;

/** How often facial recognition is wrong, from the first to the last day (UTC, both included). */
export const FaceReport = z.object({
  from: Day,
  to: Day,
  simulated: z.boolean(),
  total: FaceReportLine,
  groups: z.array(z.object({ grouping: z.enum(FACE_REPORT_GROUPINGS), lines: z.array(FaceReportLine) })),
  audits: z.array(FaceAuditSet),
});
export type FaceReport = z.infer<typeof FaceReport>;
