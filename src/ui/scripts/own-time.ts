/**
 * A time as it stands on the reader's clock: `01:30–04:30`, with the day where it is another one. `null` where the reader's clock shows
 * the same as the place's.
 */
export function ownTime(language: string, startsAt: string, endsAt: string, zone: string, reader: string): string | null {
  const start = Date.parse(startsAt);
  const end = Date.parse(endsAt);
  if (Number.isNaN(start) || Number.isNaN(end)) return null;
  const locale = language.startsWith('zh') ? 'zh-CN' : 'en-GB';
  const clock = (at: number, timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const date = (at: number, timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
  const day = (at: number) => new Intl.DateTimeFormat(locale, { timeZone: reader, day: 'numeric', month: 'short' }).format(at);
  if (clock(start, zone) === clock(start, reader) && date(start, zone) === date(start, reader)) return null;
  const from = date(start, zone) === date(start, reader) ? clock(start, reader) : `${day(start)} ${clock(start, reader)}`;
  const to = date(start, reader) === date(end, reader) ? clock(end, reader) : `${day(end)} ${clock(end, reader)}`;
  return `${from}–${to}`;
}
