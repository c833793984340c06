import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { AmaanError } from '@amaan/contracts/problem';

/** `NOTE_MALFORMED`, `NOTE_SIGNATURE_INVALID`, `NOTE_KEY_UNKNOWN` or `NOTE_KEY_MALFORMED`. */
export class NoteError extends AmaanError {}

/** A key that signs notes. */
export interface NoteSigner {
  /** Without white space and plus signs; a log's origin. */
  readonly name: string;
  readonly privateKey: KeyObject;
}

/** A public key that notes are checked against. */
export interface NoteVerifier {
  readonly name: string;
  /** First four bytes of a hash over name and key, in hexadecimal. */
  readonly keyId: string;
  readonly publicKey: KeyObject;
}

const ED25519 = 0x01;
const KEY_ID_BYTES = 4;
const MAX_SIGNATURES = 16;

/**
 * Signs a text as a note with Ed25519 (C2SP signed-note, sections "Format" and "Ed25519 signatures").
 * @param text ends with a newline and has no other control characters.
 * @throws NoteError `NOTE_MALFORMED` or `NOTE_KEY_MALFORMED`.
 */
export function signNote(text: string, signer: NoteSigner): string {
  if (!isNoteText(text)) throw new NoteError('NOTE_MALFORMED', 'The text cannot be signed as a note.');
  const { name, keyId } = verifierOf(signer);
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  const blob = Buffer.concat([Buffer.from(keyId, 'hex'), signature]);
  return `${text}\n— ${name} ${blob.toString('base64')}\n`;
}

/**
 * Checks a note and returns its text, final newline included. Signatures of other keys are ignored, as the
 * specification demands; one of this key that does not fit condemns the note.
 * @throws NoteError `NOTE_MALFORMED`, `NOTE_KEY_UNKNOWN` (not signed by this key) or `NOTE_SIGNATURE_INVALID`.
 */
export function openNote(note: string, verifier: NoteVerifier): string {
  const { text, signatures } = parseNote(note);
  const own = signatures.filter(({ name, keyId }) => name === verifier.name && keyId === verifier.keyId);
  if (own.length === 0) {
    throw new NoteError('NOTE_KEY_UNKNOWN', `The note is not signed by ${verifier.name}+${verifier.keyId}.`);
  }
  for (const { signature } of own) {
    if (!verify(null, Buffer.from(text), verifier.publicKey, signature)) {
      throw new NoteError(
        'NOTE_SIGNATURE_INVALID',
        `The signature of ${verifier.name} does not fit the note.`,
      );
    }
  }
  return text;
}

/** The public half of a signer. */
export function verifierOf({ name, privateKey }: NoteSigner): NoteVerifier {
  return noteVerifier(name, createPublicKey(privateKey));
}

/** The verifier key to hand out: `NAME+KEYID+BASE64`, as Go's `sumdb/note` encodes it. */
export function formatVerifierKey({ name, keyId, publicKey }: NoteVerifier): string {
  const encoded = Buffer.concat([Buffer.of(ED25519), rawKey(publicKey)]);
  return `${name}+${keyId}+${encoded.toString('base64')}`;
}

/**
 * Reads a verifier key.
 * @throws NoteError `NOTE_KEY_MALFORMED`.
 */
export function parseVerifierKey(text: string): NoteVerifier {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text);
  const [, name = '', keyId = '', base64 = ''] = match ?? [];
  const encoded = decodeBase64(base64);
  if (encoded?.length !== 33 || encoded[0] !== ED25519) {
    throw malformedKey('it is not NAME+KEYID+BASE64 of an Ed25519 key');
  }
  const x = encoded.subarray(1).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const verifier = noteVerifier(name, publicKey);
  if (verifier.keyId !== keyId) throw malformedKey('its number does not belong to its name and key');
  return verifier;
}

/** The bytes of canonical base64 (RFC 4648, section 4: padded, no stray bits), or null. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : null;
}

function noteVerifier(name: string, publicKey: KeyObject): NoteVerifier {
  if (!/^[^\s+\p{Cc}]+$/u.test(name) || !name.isWellFormed()) {
    throw malformedKey('its name is empty or holds white space or a plus sign');
  }
  if (publicKey.asymmetricKeyType !== 'ed25519') throw malformedKey('it is not an Ed25519 key');
  const input = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), rawKey(publicKey)]);
  const keyId = hash('sha256', input, 'buffer').subarray(0, KEY_ID_BYTES).toString('hex');
  return { name, keyId, publicKey };
}

interface Signature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Buffer;
}

function parseNote(note: string): { text: string; signatures: Signature[] } {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split('\n');
  if (end < 0 || !isNoteText(text) || lines.pop() !== '') throw malformedNote('it has no signatures');
  if (lines.length === 0 || lines.length > MAX_SIGNATURES) {
    throw malformedNote(`it has ${lines.length} signatures; 1 to ${MAX_SIGNATURES} are taken`);
  }
  return { text, signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): Signature {
  const [, name = '', base64 = ''] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
  const blob = decodeBase64(base64);
  if (!blob || blob.length <= KEY_ID_BYTES) throw malformedNote('a signature line does not read as one');
  return {
    name,
    keyId: blob.subarray(0, KEY_ID_BYTES).toString('hex'),
    signature: blob.subarray(KEY_ID_BYTES),
  };
}

/** "Signed notes MUST be valid UTF-8 and MUST NOT contain any ASCII control characters other than newline." */
function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
  return text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

function rawKey(publicKey: KeyObject): Buffer {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function malformedNote(why: string): NoteError {
  return new NoteError('NOTE_MALFORMED', `This is not a signed note: ${why}.`);
}

function malformedKey(why: string): NoteError {
  return new NoteError('NOTE_KEY_MALFORMED', `This is not a key for notes: ${why}.`);
}
