import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import {
  formatVerifierKey,
  NoteError,
  openNote,
  parseVerifierKey,
  signNote,
  verifierOf,
} from './signed-note.ts';

/** The key, text and signature of the test suite of Go's `golang.org/x/mod/sumdb/note`. */
const GO_VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const GO_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_NOTE = `${GO_TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const goSigner = {
  name: 'PeterNeumann',
  privateKey: createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, GO_SEED]),
    format: 'der',
    type: 'pkcs8',
  }),
};
const signer = { name: 'example.com/amaan', privateKey: generateKeyPairSync('ed25519').privateKey };
const verifier = verifierOf(signer);
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'accepted';
  } catch (error) {
    if (error instanceof NoteError) return error.code;
    throw error;
  }
};

describe('signed notes', () => {
  it('are the very bytes that Go writes, and Go’s are read', () => {
    expect(signNote(GO_TEXT, goSigner)).toBe(GO_NOTE);
    expect(openNote(GO_NOTE, parseVerifierKey(GO_VKEY))).toBe(GO_TEXT);
    expect(formatVerifierKey(verifierOf(goSigner))).toBe(GO_VKEY);
  });

  it('may hold empty lines: the last one parts text and signatures', () => {
    const text = 'one\n\nän Ende\n';
    expect(openNote(signNote(text, signer), verifier)).toBe(text);
  });

  it('ignore signatures of keys that are not asked for, and need one of the key that is', () => {
    const [, goLine] = GO_NOTE.split('\n\n');
    const cosigned = `${signNote(GO_TEXT, signer)}${goLine}`;
    expect(openNote(cosigned, verifier)).toBe(GO_TEXT);
    expect(openNote(cosigned, parseVerifierKey(GO_VKEY))).toBe(GO_TEXT);
    expect(codeOf(() => openNote(GO_NOTE, verifier))).toBe('NOTE_KEY_UNKNOWN');
  });

  it('are condemned by one wrong signature of the key, though another one is right', () => {
    const signature = signNote('other\n', signer).split('\n\n')[1];
    expect(codeOf(() => openNote(`${signNote(GO_TEXT, signer)}${signature}`, verifier))).toBe(
      'NOTE_SIGNATURE_INVALID',
    );
  });

  it('do not survive the change of any character', () => {
    const note = signNote('origin\n12\nroot\n', signer);
    for (let at = 0; at < note.length; at++) {
      for (const change of ['', 'x', '\n', '=', '\u0000']) {
        if (note[at] === change) continue;
        const changed = note.slice(0, at) + change + note.slice(at + 1);
        expect(codeOf(() => openNote(changed, verifier))).not.toBe('accepted');
      }
    }
  });

  it('that are anything else are refused by name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        expect(codeOf(() => openNote(text, verifier))).toMatch(/^NOTE_/);
        expect(codeOf(() => openNote(`${text}\n\n— ${text} ${text}\n`, verifier))).toMatch(/^NOTE_/);
      }),
    );
    expect(codeOf(() => signNote('no newline', signer))).toBe('NOTE_MALFORMED');
    expect(codeOf(() => signNote('bell\u0007\n', signer))).toBe('NOTE_MALFORMED');
    expect(codeOf(() => signNote('lone \ud800\n', signer))).toBe('NOTE_MALFORMED');
    expect(
      codeOf(() => openNote(signNote('many\n', signer).replace(/— .*\n/, '$&'.repeat(17)), verifier)),
    ).toBe('NOTE_MALFORMED');
  });
});

describe('verifier keys', () => {
  it('are refused in every shortened or changed form', () => {
    for (let begin = 0; begin < GO_VKEY.length; begin++) {
      for (let end = begin; end <= GO_VKEY.length; end++) {
        if (begin === 0 && end === GO_VKEY.length) continue;
        expect(codeOf(() => parseVerifierKey(GO_VKEY.slice(begin, end)))).toBe('NOTE_KEY_MALFORMED');
      }
    }
    for (let at = 0; at < GO_VKEY.length; at++) {
      const next = String.fromCharCode(GO_VKEY.charCodeAt(at) + 1);
      expect(codeOf(() => parseVerifierKey(GO_VKEY.slice(0, at) + next + GO_VKEY.slice(at + 1)))).toBe(
        'NOTE_KEY_MALFORMED',
      );
    }
  });

  it('have names without white space and plus signs, and are Ed25519', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\nb']) {
      expect(codeOf(() => verifierOf({ ...signer, name }))).toBe('NOTE_KEY_MALFORMED');
    }
    const { privateKey } = generateKeyPairSync('ed448');
    expect(codeOf(() => verifierOf({ name: 'a', privateKey }))).toBe('NOTE_KEY_MALFORMED');
  });
});

describe('checkpoints', () => {
  const root = new Uint8Array(32).map((_, i) => i);

  it('have the form of the specification’s example', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const checkpoint = parseCheckpoint(text);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(formatCheckpoint(checkpoint)).toBe(text);
  });

  it('are read back as they were signed', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, anyRoot) => {
        const opened = openCheckpoint(signCheckpoint({ size, root: anyRoot }, signer), verifier);
        expect({ ...opened, root: Uint8Array.from(opened.root) }).toEqual({
          origin: signer.name,
          size,
          root: anyRoot,
        });
      }),
    );
  });

  it('are taken only from the key of their origin', () => {
    const text = formatCheckpoint({ origin: 'somebody.else', size: 1, root });
    expect(codeOf(() => openCheckpoint(signNote(text, signer), verifier))).toBe('CHECKPOINT_MALFORMED');
  });

  it.each([
    'origin\n1\n',
    'origin\n01\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n',
    'origin\n-1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n',
    'origin\n1e3\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n',
    'origin\n99999999999999999999\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n',
    'origin\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n',
    'origin\n1\nAAEC\n',
    '\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n',
    'origin\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
  ])('of the form %j are refused', (text) => {
    expect(codeOf(() => parseCheckpoint(text))).toBe('CHECKPOINT_MALFORMED');
  });
});
