/** Query parameters whose values are secrets on common cameras and gateways. */
const SECRET_PARAMETER =
  /([?&][^=&\s]*(?:pass|pwd|token|secret|key|auth|usr|user|login)[^=&\s]*=)[^&#\s'"]*/gi;
const USER_INFO = /([a-z][a-z0-9+.-]*:\/\/)[^/\s'"]*@/gi;

/**
 * Any text with the credentials of every URL in it replaced: user and password before the host, and
 * the values of query parameters that carry secrets. Serves display URLs and ffmpeg's own messages alike.
 *
 * @example redactUrl('rtsp://admin:s3cret@10.0.0.7/live?token=9') // 'rtsp://***@10.0.0.7/live?token=***'
 */
export function redactUrl(text: string): string {
  return text.replace(USER_INFO, '$1***@').replace(SECRET_PARAMETER, '$1***');
}
