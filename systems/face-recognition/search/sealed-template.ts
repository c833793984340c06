import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { AmaanError } from '@amaan/contracts/problem';
import type { FaceTemplate } from '../embedding/embed-face.ts';

const CIPHER = 'aes-256-gcm';
/** Every key is used once, so its nonce need not differ. */
const NONCE = Buffer.alloc(12);
const TAG_BYTES = 16;
const INFO = 'amaan: face template in transit, 1';

/** A key pair for whoever searches. The private half leaves the process that made it never. */
export interface TemplateKey {
  readonly privateKey: KeyObject;
  /** Base64 of its DER form. */
  readonly publicKey: string;
}

/** What was handed over is no template that was sealed with this key for this search. */
export class TemplateNotSealed extends AmaanError {
  constructor() {
    super('TEMPLATE_NOT_SEALED', 'What was handed over is no template that was sealed for this search.');
  }
}

export function makeTemplateKey(): TemplateKey {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  return { privateKey, publicKey: encoded(publicKey) };
}

/**
 * Seals a template for its way between processes. Messages travel as text, which nobody can overwrite: so the text holds
 * what only the receiver can open. Single-shot encryption to a public key in the manner of RFC 9180 (base mode): X25519
 * with a key pair made for this one message, HKDF-SHA256, AES-256-GCM.
 *
 * @param context of the search; opened with another one it is refused
 * @returns base64. The template itself stays the caller's to overwrite.
 * @throws TemplateNotSealed when the public key is none
 */
export function sealTemplate(template: FaceTemplate, publicKey: string, context: string): string {
  const receiver = decoded(publicKey);
  const once = generateKeyPairSync('x25519');
  const sender = Buffer.from(encoded(once.publicKey), 'base64');
  const key = keyOf(once.privateKey, receiver, sender);
  try {
    const cipher = createCipheriv(CIPHER, key, NONCE);
    cipher.setAAD(Buffer.from(context));
    const body = cipher.update(bytesOf(template));
    cipher.final();
    return Buffer.concat([Buffer.of(sender.length), sender, body, cipher.getAuthTag()]).toString('base64');
  } finally {
    key.fill(0);
  }
}

/**
 * Opens a sealed template, in memory of its own, which the caller overwrites.
 * @throws TemplateNotSealed for anything else
 */
export function openTemplate(sealed: string, { privateKey }: TemplateKey, context: string): FaceTemplate {
  const bytes = Buffer.from(sealed, 'base64');
  const senderEnd = 1 + (bytes[0] ?? 0);
  const bodyEnd = bytes.length - TAG_BYTES;
  if (bodyEnd <= senderEnd || (bodyEnd - senderEnd) % Float32Array.BYTES_PER_ELEMENT !== 0)
    throw new TemplateNotSealed();
  const sender = bytes.subarray(1, senderEnd);
  const key = keyOf(privateKey, decoded(sender.toString('base64')), sender);
  let plain: Buffer | undefined;
  try {
    const decipher = createDecipheriv(CIPHER, key, NONCE, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(bodyEnd));
    plain = decipher.update(bytes.subarray(senderEnd, bodyEnd));
    decipher.final();
    const template = new Float32Array(plain.length / Float32Array.BYTES_PER_ELEMENT);
    bytesOf(template).set(plain);
    return template;
  } catch {
    throw new TemplateNotSealed();
  } finally {
    plain?.fill(0);
    key.fill(0);
  }
}

/** The key that only the two ends of one message can derive. */
function keyOf(privateKey: KeyObject, publicKey: KeyObject, sender: Uint8Array): Uint8Array {
  let shared: Buffer;
  try {
    shared = diffieHellman({ privateKey, publicKey });
  } catch {
    throw new TemplateNotSealed();
  }
  try {
    return new Uint8Array(hkdfSync('sha256', shared, sender, INFO, 32));
  } finally {
    shared.fill(0);
  }
}

function encoded(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}

function decoded(text: string): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' });
  } catch {
    throw new TemplateNotSealed();
  }
}

function bytesOf(template: FaceTemplate): Uint8Array {
  return new Uint8Array(template.buffer, template.byteOffset, template.byteLength);
}
