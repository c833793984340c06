import classes from './mark.module.css';

export type Shape = 'circle' | 'triangle' | 'square' | 'diamond';
export type Tone = 'critical' | 'high' | 'medium' | 'low' | 'good' | 'suspended' | 'simulated' | 'quiet';

const PATHS: Record<Shape, string> = {
  circle: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z',
  triangle: 'M6 1 11.5 11H.5z',
  square: 'M1.5 1.5h9v9h-9z',
  diamond: 'M6 .5 11.5 6 6 11.5.5 6z',
};

/** A status: always a shape, a word and a colour, so that none of them is needed alone. */
export function Mark({
  shape,
  tone,
  children,
  blinking = false,
  wordless = false,
}: {
  shape: Shape;
  tone: Tone;
  children: string;
  /** Only for a critical alert that nobody has decided. */
  blinking?: boolean;
  /** Where space is very tight; the word stays for screen readers and as a tooltip. */
  wordless?: boolean;
}) {
  return (
    <span className={classes.mark} data-tone={tone} {...(wordless && { title: children })}>
      <svg
        className={classes.shape}
        viewBox="0 0 12 12"
        aria-hidden="true"
        data-blinking={blinking || undefined}
      >
        <path d={PATHS[shape]} />
      </svg>
      <span className={wordless ? classes.hidden : undefined}>{children}</span>
    </span>
  );
}
