/** Query parameters whose values are secrets on common cameras and gateways. */
const SECRET_NAME = String.raw`([?&][^=&\s]*(?:pass|pwd|token|secret|key|auth|usr|user|login)[^=&\s]*=)`;
const PARAMETER_IN_TEXT = new RegExp(`${SECRET_NAME}[^&#\\s'"]*`, 'gi');
const PARAMETER_IN_URL = new RegExp(`${SECRET_NAME}[^&#]*`, 'gi');
const USER_INFO_IN_TEXT = /([a-z][a-z0-9+.-]*:\/\/)[^/\s'"]*@/gi;
const USER_INFO_IN_URL = /^([a-z][a-z0-9+.-]*:\/\/).*@/is;

/**
 * Any text with the credentials of every URL in it replaced: user and password before the host, and
 * the values of query parameters that carry secrets. Serves display URLs and ffmpeg's own messages alike.
 *
 * @example redactUrl('rtsp://admin:s3cret@10.0.0.7/live?token=9') // 'rtsp://***@10.0.0.7/live?token=***'
 */
export function redactUrl(text: string): string {
  return text.replace(USER_INFO_IN_TEXT, '$1***@').replace(PARAMETER_IN_TEXT, '$1***');
}

/**
 * One whole URL with its credentials replaced. What may be hidden is known better than in a text: everything
 * up to the last `@` goes, so that a password with an unescaped `/`, quote or space does not leak.
 *
 * @example redactWholeUrl('rtsp://admin:s3/cret@10.0.0.7/live') // 'rtsp://***@10.0.0.7/live'
 */
export function redactWholeUrl(url: string): string {
  return url.replace(USER_INFO_IN_URL, '$1***@').replace(PARAMETER_IN_URL, '$1***');
}
