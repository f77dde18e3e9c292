/**
 * Remembers on the device which version of an edition's programme was seen last. Comes to an earlier version than `current` that the reader
 * saw before, and goes on saying so for as long as the window is open; `null` where there is none.
 */
export function versionSeen(edition: string, current: number): number | null {
  const key = `everforum:seen:${edition}`;
  try {
    const seen = Number(sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? current);
    sessionStorage.setItem(key, String(seen));
    localStorage.setItem(key, String(current));
    return Number.isSafeInteger(seen) && seen > 0 && seen < current ? seen : null;
  } catch {
    // A device that keeps nothing still shows the programme.
    return null;
  }
}
