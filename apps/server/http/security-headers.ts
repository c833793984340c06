import type { App } from './app.ts';

/**
 * The console's content security policy. Styles are injected by the component library; the map's worker
 * and the video's media source are blobs of the page's own.
 */
export const CONSOLE_CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const API_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Sets what browsers need to be told on every answer; console files replace the content policy. */
export function secureHeaders(app: App, { https }: { readonly https: boolean }): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply
      .header('content-security-policy', API_CONTENT_POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    if (https) reply.header('strict-transport-security', 'max-age=31536000');
  });
}
