/** Something that a page of a pack shows, in the order given. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: Cell])[] }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'links'; readonly links: readonly (readonly [path: string, text: string])[] };

export type Cell = string | number | boolean | null;

export interface Page {
  readonly title: string;
  readonly titleUrdu: string;
  /** What it covers: period and deployment. */
  readonly scope: string;
  readonly blocks: readonly Block[];
  /** Path to the overview, seen from this page; null: this is it. */
  readonly home: string | null;
}

/** What stands in place of rows when the source was asked and had none. */
export const NONE_RECORDED = 'None recorded in this period.';

/** A page of a pack: one HTML file that needs nothing else, reads on a phone and prints. */
export function renderPage({ title, titleUrdu, scope, blocks, home }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
${home === null ? '' : `<p><a href="${escaped(home)}">Evidence pack</a></p>\n`}<h1>${escaped(title)} <span lang="ur" dir="rtl">${escaped(titleUrdu)}</span></h1>
<p class="quiet">${escaped(scope)}</p>
</header>
<main>
${blocks.map(renderBlock).join('\n')}
</main>
</body>
</html>
`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'facts':
      return `<dl>${block.facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd dir="auto">${cell(value)}</dd>`).join('')}</dl>`;
    case 'links':
      return `<ul>${block.links.map(([path, text]) => `<li><a href="${escaped(path)}">${escaped(text)}</a></li>`).join('')}</ul>`;
    case 'table':
      return renderTable(block);
  }
}

function renderTable({ title, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const heading = `<h2>${escaped(title)}</h2>`;
  if (rows.length === 0) return `${heading}<p class="quiet">${NONE_RECORDED}</p>`;
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((value) => `<td dir="auto">${cell(value)}</td>`).join('')}</tr>`)
    .join('\n');
  return `${heading}<div class="table"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

function cell(value: Cell): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return escaped(String(value));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
:root{color-scheme:light dark}
body{font:15px/1.5 Inter,system-ui,sans-serif;max-width:1100px;margin:0 auto;padding:16px}
h1{font-size:1.5rem;display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 24px}
h2{font-size:1.1rem;margin-top:1.6em}
[lang=ur]{font-family:"Noto Nastaliq Urdu",serif;line-height:2}
.quiet{opacity:.72}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:start;vertical-align:top;padding:4px 8px;border-bottom:1px solid #8886;overflow-wrap:anywhere;min-width:11ch}
dl{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:4px 16px}
dt{opacity:.72}dd{margin:0;overflow-wrap:anywhere}
@media print{body{max-width:none;font-size:11px}.table{overflow:visible}tr{break-inside:avoid}a{text-decoration:none;color:inherit}}
`;
