import { createTheme, defaultVariantColorsResolver } from '@mantine/core';

/**
 * Behaviour of Mantine's components. Colours and measures are in tokens.css; this only names them, so
 * that one file decides how the console looks in both themes.
 */
export const mantineTheme = createTheme({
  primaryColor: 'blue',
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver: (input) => {
    const colour = input.color ?? 'blue';
    if (input.variant === 'filled' && colour === 'blue') {
      return {
        background: 'var(--accent)',
        hover: 'var(--accent-strong)',
        color: 'var(--on-accent)',
        border: '1px solid transparent',
      };
    }
    if (input.variant === 'default') {
      return {
        background: 'var(--raised)',
        hover: 'var(--line)',
        color: 'var(--text)',
        border: '1px solid var(--control-line)',
      };
    }
    return defaultVariantColorsResolver(input);
  },
  components: {
    // Only an alert may draw the eye by moving.
    Skeleton: { defaultProps: { animate: false } },
    // Scroll locking would need an inline style sheet, which the content security policy refuses.
    Modal: { defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
});
