import { z } from 'zod';
import { Digest } from '../../digest.ts';
import { Box } from '../../geometry.ts';
import { Identifier } from '../../identifier.ts';
import { Instant } from '../../instant.ts';
import { FACE_MATCH_STATES } from '../matches/face-match.ts';
import { FaceQualityScore } from '../matches/possible-match.ts';
import { LARGEST_FACE_PICTURE_BYTES } from '../watchlist-entry.ts';

/** Possible matches that one search names at most. */
export const MOST_MATCHES_PER_SEARCH = 10;

/** The file (JPEG, PNG or WebP), in base64. */
const picture = z
  .string()
  .min(1)
  .max(Math.ceil(LARGEST_FACE_PICTURE_BYTES / 3) * 4);

/** A picture whose faces are to be shown, before one of them is chosen. */
export const PictureLook = z.strictObject({ authorisationId: Identifier, picture });
export type PictureLook = z.infer<typeof PictureLook>;

/** Where the picture is from and why it may be used. */
export const PictureOrigin = z.object({
  source: z.string().trim().min(3).max(300),
  /** Why it is lawful to use this picture for this. */
  lawfulness: z.string().trim().min(10).max(1000),
  takenAt: Instant,
  /** Where it was taken. */
  place: z.string().trim().min(2).max(200),
});
export type PictureOrigin = z.infer<typeof PictureOrigin>;

export const PictureSearchInput = z.strictObject({
  ...PictureLook.shape,
  ...PictureOrigin.shape,
  /** Why this person is looked for with this picture. */
  reason: z.string().trim().min(20).max(2000),
  /** The face that is meant, as its box was shown; left out: the one face of the picture. */
  face: Box.optional(),
});
export type PictureSearchInput = z.infer<typeof PictureSearchInput>;

/** A face of a picture. There is no template of it. */
export const PictureFace = z.object({
  box: Box,
  quality: FaceQualityScore,
  /** Whether it may be searched. */
  usable: z.boolean(),
  /** What is wrong with it and what to do; null where it may be searched. */
  advice: z.object({ en: z.string(), ur: z.string() }).nullable(),
});
export type PictureFace = z.infer<typeof PictureFace>;

/** The faces of a picture, the surest first. A search that does not say which of several is meant is answered by them. */
export const PictureFaces = z.object({ outcome: z.literal('choose-face'), faces: z.array(PictureFace) });
export type PictureFaces = z.infer<typeof PictureFaces>;

/**
 * Whether the list of what was found is still what was sealed:
 * - `holds`: the ledger's entry is in the ledger, and list and search are those that it seals
 * - `holds-in-part`: so, but matches of it were deleted since, as rejected ones are; of these only their digest is left
 * - `broken`: something is not what was sealed, or the entry is not there
 */
export const SEAL_STATES = ['holds', 'holds-in-part', 'broken'] as const;

/** A search with a picture after the event, as its investigators see it. Of the face that was searched nothing is in it. */
export const PictureSearch = z.object({
  id: Identifier,
  authorisationId: Identifier,
  caseId: Identifier,
  caseNumber: z.string(),
  siteId: Identifier,
  watchlistId: Identifier,
  at: Instant,
  by: z.string(),
  reason: z.string(),
  ...PictureOrigin.shape,
  /** Templates that the face was compared with. */
  listSize: z.int().positive(),
  threshold: z.number(),
  falseMatchesPerSearch: z.number(),
  /** People who resembled the face; more than `matches` where there were too many to name. */
  found: z.int().nonnegative(),
  /** The possible matches; `deleted` ones are gone. How similar they are stands with each, for who may see it. */
  matches: z.array(z.object({ id: Identifier.nullable(), state: z.enum([...FACE_MATCH_STATES, 'deleted']) })),
  seal: z.object({
    state: z.enum(SEAL_STATES),
    /** Place in the ledger; null where there is none. */
    entry: z.int().nonnegative().nullable(),
    /** sha256 over the result list, as the entry has it. */
    listDigest: Digest,
  }),
});
export type PictureSearch = z.infer<typeof PictureSearch>;

export const PictureSearchQuery = z.object({
  authorisationId: Identifier.optional(),
  /** The last one of the page before. */
  after: Identifier.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type PictureSearchQuery = z.infer<typeof PictureSearchQuery>;
