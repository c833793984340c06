import { createHmac, timingSafeEqual } from 'node:crypto';
import { GatewayError, type SignedMessage } from './payment-gateway.ts';

/** Carries the time and the signature: `t=1790000000,v1=<hexadecimal>`. */
export const SIGNATURE_HEADER = 'x-amaan-signature';
/** An older message is refused: whoever recorded one cannot send it again later. */
const FRESH_SECONDS = 300;

/** Signs a body: HMAC-SHA-256 (RFC 2104) over the Unix time in seconds, a full stop and the very bytes. */
export function signBody(body: Uint8Array, key: string, now: number): SignedMessage {
  const time = Math.floor(now / 1000);
  return {
    body,
    headers: { [SIGNATURE_HEADER]: `t=${time},v1=${macOf(body, key, time).toString('hex')}` },
  };
}

/** @throws GatewayError `GATEWAY_SIGNATURE_INVALID` unless the body was signed with this key a moment ago */
export function requireSignature({ body, headers }: SignedMessage, key: string, now: number): void {
  const header = headers[SIGNATURE_HEADER];
  const [, time = '', signature = ''] =
    /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(typeof header === 'string' ? header : '') ?? [];
  const expected = macOf(body, key, Number(time));
  const given = Buffer.from(signature, 'hex');
  const isSigned = given.length === expected.length && timingSafeEqual(given, expected);
  if (!isSigned || Math.abs(now / 1000 - Number(time)) > FRESH_SECONDS)
    throw new GatewayError(
      'GATEWAY_SIGNATURE_INVALID',
      'The message is not signed by the gateway, or is too old; nothing was counted.',
    );
}

function macOf(body: Uint8Array, key: string, time: number): Buffer {
  return createHmac('sha256', key).update(`${time}.`).update(body).digest();
}
