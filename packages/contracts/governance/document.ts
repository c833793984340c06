import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Instant } from '../instant.ts';
import { GovernanceRecord } from './record.ts';
import { RiskCriteria } from './risk.ts';

/** draft → approved → withdrawn. An approved one becomes a draft again when it is revised. */
export const DOCUMENT_STATES = ['draft', 'approved', 'withdrawn'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DOCUMENT_TYPES = [
  'policy',
  'procedure',
  'plan',
  'contract',
  'evidence',
  'risk-criteria',
  'other',
] as const;

export const LARGEST_DOCUMENT_BYTES = 10 * 1024 * 1024;

/** What may be uploaded. What a file is follows from its first bytes, never from its name. */
export const DOCUMENT_MEDIA_TYPES = {
  'application/pdf': 'pdf',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'image/png': 'png',
  'text/csv': 'csv',
  'text/plain': 'txt',
} as const;
export type DocumentMediaType = keyof typeof DOCUMENT_MEDIA_TYPES;
const MediaType = z.enum(Object.keys(DOCUMENT_MEDIA_TYPES) as [DocumentMediaType, ...DocumentMediaType[]]);

/** A file in the object store. */
export const DocumentFile = z.object({
  name: z.string().min(1).max(200),
  mediaType: MediaType,
  bytes: z.int().positive().max(LARGEST_DOCUMENT_BYTES),
  sha256: Digest,
});
export type DocumentFile = z.infer<typeof DocumentFile>;

/** Body of a record of kind `document`. */
export const Document = z.object({
  type: z.enum(DOCUMENT_TYPES),
  /** Plain text with the usual marks of Markdown; empty when the file says it all. */
  text: z.string().max(200_000),
  file: DocumentFile.nullable(),
  /** Controls that it is evidence of: `iso-42001:A.5.2`. */
  controls: z.array(z.string().trim().max(60)).max(60),
  /** Only of type `risk-criteria`: what the organisation bears, once approved. */
  riskCriteria: RiskCriteria.nullable(),
});
export type Document = z.infer<typeof Document>;

export const DocumentView = z.object({
  record: GovernanceRecord,
  /** Its review date has passed. */
  overdue: z.boolean(),
});
export type DocumentView = z.infer<typeof DocumentView>;

const around = {
  title: z.string().trim().min(3).max(200),
  owner: z.string().trim().min(1).max(120).nullable(),
  reviewAt: Instant.nullable(),
  /** A file is kept as it is; it is changed by uploading another. */
  body: Document.omit({ file: true }),
};
export const NewDocument = z.object(around);
export type NewDocument = z.infer<typeof NewDocument>;

export const DocumentRevision = z.object({
  seen: z.int().positive(),
  note: z.string().trim().max(500).default(''),
  ...around,
});
export type DocumentRevision = z.infer<typeof DocumentRevision>;
