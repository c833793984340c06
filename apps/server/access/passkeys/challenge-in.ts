import { HttpError } from '../../http/http-errors.ts';

/**
 * The challenge that an authenticator says it answers. It is only looked up with it: whether it is in what
 * was signed is checked afterwards.
 * @param clientDataJSON base64url (W3C Web Authentication, section 5.8.1)
 * @throws HttpError 422 `PASSKEY_INVALID`
 */
export function challengeIn(clientDataJSON: string): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    if (
      typeof data === 'object' &&
      data !== null &&
      'challenge' in data &&
      typeof data.challenge === 'string'
    )
      return data.challenge;
  } catch {
    // Answered below, like everything else that is no client data.
  }
  throw new HttpError(422, 'PASSKEY_INVALID', 'This is not what a passkey signs; nothing was changed.');
}
