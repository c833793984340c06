import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { checkInclusion } from './check-inclusion.ts';

const ORIGIN = 'amaan.example/ledger';
const entries = ['first', 'second', 'third'].map((subject) => ({ kind: 'alert.raised', subject, data: {} }));
/** RFC 9162, section 2.1.1. */
const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const hashLeaf = (text: string) => sha256(Uint8Array.of(0), Buffer.from(text));
const hashNode = (left: Uint8Array, right: Uint8Array) => sha256(Uint8Array.of(1), left, right);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const leaves = entries.map((entry) => hashLeaf(canonicalize(entry) ?? ''));
const firstTwo = hashNode(leaves[0]!, leaves[1]!);
const root = hashNode(firstTwo, leaves[2]!);

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const rawKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const KEY_ID = 'a1b2c3d4';
const vkey = `${ORIGIN}+${KEY_ID}+${Buffer.concat([Uint8Array.of(1), rawKey]).toString('base64')}`;
const body = `${ORIGIN}\n3\n${Buffer.from(root).toString('base64')}\n`;
const signature = Buffer.concat([Buffer.from(KEY_ID, 'hex'), sign(null, Buffer.from(body), privateKey)]);
const checkpoint = `${body}\n— ${ORIGIN} ${signature.toString('base64')}\n`;

/** The proof of the second of three entries: its neighbour, then the third. */
const proof = {
  index: 1,
  size: 3,
  leafHash: hex(leaves[1]!),
  root: hex(root),
  path: [hex(leaves[0]!), hex(leaves[2]!)],
  checkpoint,
};
const good = { entry: entries[1], expectedLeaf: proof.leafHash, proof, vkey };

describe('checking in the browser that an entry is in the ledger', () => {
  test('proves an entry under a signed checkpoint', async () => {
    await expect(checkInclusion(good)).resolves.toEqual({ proven: true, signature: 'good' });
  });

  test('refuses an entry that was changed', async () => {
    const entry = { ...entries[1], subject: 'somebody else' };
    await expect(checkInclusion({ ...good, entry })).resolves.toEqual({ proven: false, reason: 'leaf' });
  });

  test('refuses a path that leads elsewhere, or is too short or too long', async () => {
    for (const path of [proof.path.toReversed(), proof.path.slice(1), [...proof.path, proof.root]]) {
      const result = await checkInclusion({ ...good, proof: { ...proof, path } });
      expect(result).toEqual({ proven: false, reason: 'root' });
    }
  });

  test('refuses a checkpoint that somebody else signed', async () => {
    const other = generateKeyPairSync('ed25519');
    const forged = Buffer.concat([
      Buffer.from(KEY_ID, 'hex'),
      sign(null, Buffer.from(body), other.privateKey),
    ]);
    const forgedCheckpoint = `${body}\n— ${ORIGIN} ${forged.toString('base64')}\n`;
    const result = await checkInclusion({ ...good, proof: { ...proof, checkpoint: forgedCheckpoint } });
    expect(result).toEqual({ proven: false, reason: 'signatureBad' });
  });

  test('refuses a checkpoint of another size', async () => {
    const larger = checkpoint.replace('\n3\n', '\n4\n');
    const result = await checkInclusion({ ...good, proof: { ...proof, checkpoint: larger } });
    expect(result).toEqual({ proven: false, reason: 'root' });
  });
});
