/** The day that it is on a wall of the zone (IANA), `YYYY-MM-DD`. */
export const todayAt = (now: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(now));
