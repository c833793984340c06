import type { App } from './app.ts';

/** Lets routes of a scope take bodies as bytes, whatever their sender calls them. Only that scope: elsewhere bodies are JSON. */
export function takeBytes(scope: App): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

/** The bytes of a request in such a scope; none where it has no body. */
export function bytesOf({ body }: { readonly body: unknown }): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
