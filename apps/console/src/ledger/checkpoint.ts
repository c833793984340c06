/** A checkpoint's signature: good, bad, or not checked because this browser has no Ed25519. */
export type SignatureCheck = 'good' | 'bad' | 'unchecked';

interface Checkpoint {
  readonly size: number;
  readonly root: Uint8Array<ArrayBuffer>;
}

const ED25519 = 1;
const KEY_ID_BYTES = 4;

/** Size and root hash of a C2SP tlog-checkpoint, or null when the text is none. */
export function parseCheckpoint(note: string): Checkpoint | null {
  const [origin, size, root] = note.split('\n');
  if (!origin || !size || !root || !/^\d+$/.test(size)) return null;
  return { size: Number(size), root: fromBase64(root) };
}

/**
 * Checks the signature of a checkpoint (C2SP signed-note) against a verifier key of the form
 * `name+id+base64(type ‖ key)`.
 */
export async function verifyCheckpoint(note: string, vkey: string): Promise<SignatureCheck> {
  const end = note.indexOf('\n\n');
  const [name, keyId, ...rest] = vkey.split('+');
  const key = fromBase64(rest.join('+'));
  if (end === -1 || !name || !keyId || key[0] !== ED25519) return 'bad';

  const publicKey = await crypto.subtle
    .importKey('raw', key.slice(1), { name: 'Ed25519' }, false, ['verify'])
    .catch(() => null);
  if (publicKey === null) return 'unchecked';

  const text = new TextEncoder().encode(note.slice(0, end + 1));
  for (const line of note.slice(end + 2).split('\n')) {
    const [dash, signer, signature] = line.split(' ');
    if (dash !== '—' || signer !== name || !signature) continue;
    const bytes = fromBase64(signature);
    const id = Array.from(bytes.slice(0, KEY_ID_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
    if (id !== keyId) continue;
    if (await crypto.subtle.verify('Ed25519', publicKey, bytes.slice(KEY_ID_BYTES), text)) return 'good';
  }
  return 'bad';
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
