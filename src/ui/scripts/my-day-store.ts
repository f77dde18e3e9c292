/** What a reader has chosen, kept on the device by edition: the numbers of activities, in the order they were chosen. */

const keyOf = (edition: string) => `everforum:my-day:${edition}`;

export function chosen(edition: string): number[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(edition)) ?? '[]');
    return Array.isArray(kept) ? [...new Set(kept.filter((number): number is number => Number.isSafeInteger(number) && number > 0))] : [];
  } catch {
    // A device that keeps nothing (private windows, full storage) still shows the pages.
    return [];
  }
}

/** `false` where the device would not keep it. */
export function choose(edition: string, numbers: readonly number[]): boolean {
  try {
    localStorage.setItem(keyOf(edition), JSON.stringify([...new Set(numbers)]));
    return true;
  } catch {
    return false;
  }
}

export function toggle(edition: string, number: number): boolean {
  const before = chosen(edition);
  const kept = before.includes(number);
  choose(edition, kept ? before.filter((other) => other !== number) : [...before, number]);
  return !kept;
}

/** Calls back when another window of this device changes the choice. */
export function onChange(edition: string, then: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === keyOf(edition)) then();
  });
}

/** The numbers in an address such as `?a=1.5.9`; `null` where it names none. */
export function fromAddress(search: string): number[] | null {
  const given = new URLSearchParams(search).get('a');
  if (given === null) return null;
  return [...new Set(given.split(/[.,]/).map(Number))].filter((number) => Number.isSafeInteger(number) && number > 0);
}
