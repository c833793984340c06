import classes from './plain-text.module.css';

interface Line {
  readonly number: number;
  readonly kind: 'heading' | 'item' | 'paragraph';
  readonly content: string;
}

const MARKS = { heading: /^#+\s+/, item: /^\s*[-*]\s+/ };

/** Plain text with the two marks that people write anyway: `#` headings and `-` lists. Never HTML. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className={`${classes.text} prose`} dir="auto">
      {linesOf(text).map(({ number, kind, content }) =>
        kind === 'heading' ? (
          <h3 key={number}>{content}</h3>
        ) : (
          <p key={number} className={kind === 'item' ? classes.item : undefined}>
            {content}
          </p>
        ),
      )}
    </div>
  );
}

function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((line, number) => {
    if (line.trim() === '') return [];
    const kind = MARKS.heading.test(line) ? 'heading' : MARKS.item.test(line) ? 'item' : 'paragraph';
    return [{ number, kind, content: kind === 'paragraph' ? line : line.replace(MARKS[kind], '') }];
  });
}
