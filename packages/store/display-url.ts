/**
 * A camera's URL as people may see it: without user name, password and query (which often carries tokens).
 * Everything up to the last `@` goes, so a password that holds `/` or `@` unescaped does not leak its tail.
 * A file path stays as it is.
 *
 * @example displayUrl('rtsp://admin:secret@10.0.0.5:554/s1?token=x') // 'rtsp://10.0.0.5:554/s1?…'
 */
export function displayUrl(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*:\/\/)(.*)$/is.exec(url);
  if (parts === null) return url;
  const [, scheme = '', rest = ''] = parts;
  const withoutCredentials = rest.slice(rest.lastIndexOf('@') + 1);
  const query = withoutCredentials.search(/[?#]/);
  return scheme + (query < 0 ? withoutCredentials : `${withoutCredentials.slice(0, query)}?…`);
}
