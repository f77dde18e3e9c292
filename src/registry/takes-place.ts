/**
 * What is to take place, and so counts. What is put off together with its edition is still planned and counts; what was put off by itself to
 * an unknown date, or is called off, does not.
 */
export interface Dated {
  startsOn: string | null;
  status: string;
}

export interface Planned {
  kind: string;
  state: string;
  postponedAlone?: true;
}

/** An edition whose days are not known, and are still to come. */
export const waitsForDays = ({ startsOn, status }: Dated): boolean => startsOn === null && status !== 'closed' && status !== 'archived';

/** Whether an activity that was put off is on again as soon as its edition has its days; the year's own events do not wait for them. */
export const waitsWithEdition = (edition: Dated, { kind, state, postponedAlone }: Planned): boolean =>
  state === 'postponed' && waitsForDays(edition) && !postponedAlone && kind !== 'year-round';

export const takesPlace = (edition: Dated, activity: Planned): boolean =>
  activity.state !== 'cancelled' && (activity.state !== 'postponed' || waitsWithEdition(edition, activity));
