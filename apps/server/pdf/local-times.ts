import type { LocalText } from '@amaan/contracts/ai-system';
import type { Instant } from '@amaan/contracts/instant';

/** Pakistan has one time, five hours ahead of UTC, and no summer time. */
const TIME_ZONE = 'Asia/Karachi';
const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: TIME_ZONE } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE } as const;

const englishDay = new Intl.DateTimeFormat('en-GB', DAY);
const urduDay = new Intl.DateTimeFormat('ur-PK-u-nu-latn', DAY);
const clock = new Intl.DateTimeFormat('en-GB', CLOCK);
const clockWithSeconds = new Intl.DateTimeFormat('en-GB', { ...CLOCK, second: '2-digit' });

/** A day in Pakistan in both languages: `26 November 2026`. */
export function dayText(at: Instant): LocalText {
  const date = new Date(at);
  return { en: held(englishDay.format(date)), ur: held(urduDay.format(date)) };
}

/** Day and time to the second, in Pakistan's time. */
export function instantText(at: Instant): LocalText {
  const day = dayText(at);
  const time = clockWithSeconds.format(new Date(at));
  return { en: `${day.en}, ${time}`, ur: `${day.ur}، ${time} بجے` };
}

/** The time alone, to the minute. */
export function clockText(at: Instant): string {
  return clock.format(new Date(at));
}

/** No line breaks within it. */
export function held(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
