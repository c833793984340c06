import { inflateSync } from 'node:zlib';

/** What a test needs of a PDF that `pdfkit` wrote: its pages, what is embedded, and the text as its fonts map it back. */
export interface ReadPdf {
  readonly pages: number;
  readonly images: number;
  /** Without the six letters of a subset. */
  readonly fonts: readonly string[];
  /** All text, in the order in which it was drawn: glyphs of Urdu stand from left to right. */
  readonly text: string;
  /** How many characters no font had a glyph for. */
  readonly missing: number;
}

/** Reads a PDF of `pdfkit`: objects one after the other, streams deflated, embedded fonts with a `ToUnicode` map. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id, body);
  const all = [...objects.values()];
  const maps = new Map<string, Map<number, string>>();
  for (const body of all.filter((one) => /\/Font\b/.test(one) && one.includes('/ProcSet')))
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (unicode !== undefined) maps.set(name, unicodeMap(streamOf(objects.get(unicode) ?? '')));
    }
  let text = '';
  let missing = 0;
  for (const body of all.filter((one) => one.includes('stream') && !one.includes('/Subtype'))) {
    let map: Map<number, string> | undefined;
    for (const [, font, hex] of streamOf(body).matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
      if (font !== undefined) map = maps.get(font);
      else if (map === undefined) text += Buffer.from(hex ?? '', 'hex').toString('latin1');
      else
        for (const [code = ''] of (hex ?? '').matchAll(/.{4}/g)) {
          if (code === '0000') missing += 1;
          text += map.get(Number.parseInt(code, 16)) ?? '';
        }
    }
  }
  return {
    pages: all.filter((one) => /\/Type \/Page\b(?!s)/.test(one)).length,
    images: all.filter((one) => /\/Subtype \/Image/.test(one)).length,
    fonts: [...new Set([...raw.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map(([, name = '']) => name))],
    text,
    missing,
  };
}

function streamOf(body: string): string {
  const [, content] = /stream\n([\s\S]*)\nendstream/.exec(body) ?? [];
  if (content === undefined) return '';
  const bytes = Buffer.from(content, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

function unicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, first = '', , list = ''] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g))
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries())
      map.set(
        Number.parseInt(first, 16) + index,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
  return map;
}
