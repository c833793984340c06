/** A piece of XML that is safe to put into a document. */
export interface XmlPiece {
  readonly xml: string;
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element with a text, or with elements in it; those that are null are left out. */
export function element(
  name: string,
  content: string | number | readonly (XmlPiece | null)[],
  attributes: Attributes = {},
): XmlPiece {
  const inner =
    typeof content === 'object'
      ? content.map((piece) => piece?.xml ?? '').join('')
      : escaped(String(content));
  const heads = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return { xml: `<${name}${heads.join('')}>${inner}</${name}>` };
}

/** A whole document. */
export function xmlDocument(root: XmlPiece): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters of XML 1.0 (section 2.2); others have no place in a document, not even escaped. */
const ALLOWED = /[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Markup as text. */
function escaped(text: string): string {
  return [...text].flatMap((letter) => (ALLOWED.test(letter) ? (NAMES[letter] ?? letter) : [])).join('');
}
