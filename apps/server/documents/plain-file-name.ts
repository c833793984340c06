/**
 * The last part of a path, without what a file system, a header or a reader could take for more than a name: control
 * characters, quotes, and marks that turn the direction of writing (`photo<U+202E>gpj.exe` reads as `photoexe.jpg`).
 * @param longest characters that are kept at most
 */
export function plainFileName(name: string, longest = 200): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it removes.
  const plain = last.replace(/[\x00-\x1f\x7f-\x9f"\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
  const short = [...plain].slice(0, longest).join('').trim();
  return /^\.*$/.test(short) ? 'file' : short;
}
