/** The reader's clock against the programme's: what is on now, and the reader's own zone. */

/** Calls at once and then every half minute, so that a line that moves a pixel a minute is never far off. */
export function everyHalfMinute(then: (now: number) => void): void {
  then(Date.now());
  setInterval(() => then(Date.now()), 30_000);
}

export const isOn = (element: HTMLElement, now: number): boolean =>
  Date.parse(element.dataset['start'] ?? '') <= now && now < Date.parse(element.dataset['end'] ?? '');

export const clockIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

export const dateIn = (zone: string, at: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);

/** `UTC+1`, `UTC−3:30` of the reader at an instant. */
export function readerOffset(at: number): string {
  const minutes = -new Date(at).getTimezoneOffset();
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '\u2212' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}
