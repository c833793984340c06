import { HASH_BYTES, type TreeHash } from './merkle-tree.ts';
import {
  decodeBase64,
  NoteError,
  type NoteSigner,
  type NoteVerifier,
  openNote,
  signNote,
} from './signed-note.ts';

/** What a log commits to: this root at this size (C2SP tlog-checkpoint, section "Note text"). */
export interface Checkpoint {
  /** Identity of the log; the name of the key that signs. */
  readonly origin: string;
  readonly size: number;
  readonly root: TreeHash;
}

/**
 * Signs a checkpoint. Who calls it must be sure that the tree grew out of that of every checkpoint signed
 * before; signing two inconsistent ones is what a verifier calls a fork.
 * @returns the signed note, as `openCheckpoint` reads it.
 */
export function signCheckpoint(head: { size: number; root: TreeHash }, signer: NoteSigner): string {
  return signNote(formatCheckpoint({ ...head, origin: signer.name }), signer);
}

/**
 * Checks a signed checkpoint and reads it. Its origin must be the name of the key.
 * @throws NoteError `NOTE_…` or `CHECKPOINT_MALFORMED`.
 */
export function openCheckpoint(note: string, verifier: NoteVerifier): Checkpoint {
  const checkpoint = parseCheckpoint(openNote(note, verifier));
  if (checkpoint.origin !== verifier.name) {
    throw malformed(`it is of ${checkpoint.origin}, but signed by ${verifier.name}`);
  }
  return checkpoint;
}

/** The text that is signed: origin, size and root on a line each. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/**
 * Reads the text of a checkpoint, its signature apart. Extension lines are let through and ignored.
 * @throws NoteError `CHECKPOINT_MALFORMED`.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length < 3 || lines.includes('')) {
    throw malformed('it is not three lines or more, none of them empty');
  }
  const [origin = '', decimal = '', base64 = ''] = lines;
  const size = Number(decimal);
  if (!/^(0|[1-9][0-9]*)$/.test(decimal) || !Number.isSafeInteger(size)) {
    throw malformed('its second line is not the size of a tree');
  }
  const root = decodeBase64(base64);
  if (root?.length !== HASH_BYTES) throw malformed('its third line is not the root of a tree');
  return { origin, size, root };
}

function malformed(why: string): NoteError {
  return new NoteError('CHECKPOINT_MALFORMED', `This is not a checkpoint: ${why}.`);
}
