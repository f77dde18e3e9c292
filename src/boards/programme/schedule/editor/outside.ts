/** The desk and the world outside of the page: saving, keeping what is not saved, hearing what others do. */
import { type Board, BOARDS, type Uuid } from '../../content.ts';
import type { DeskSchedule } from '../clashes.ts';
import type { Presence } from '../placing/live.server.ts';
import type { Placed } from '../placing/model.ts';
import type { Answer, RefusedSave, Waiting } from './saves.ts';

const API = '/api/desk/schedule';

async function post(path: string, body: object, key?: string): Promise<Response> {
  return fetch(`${API}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
}

export async function send(verb: string, body: object, key: string): Promise<Answer> {
  try {
    const response = await post(verb, body, key);
    if (response.status === 401) return { is: 'signed-out' };
    if (response.status >= 500 || response.status === 429) return { is: 'unreachable' };
    const outcome = (await response.json()) as { ok: true; value: { activities: Placed[] } } | { ok: false; problem: RefusedSave };
    return outcome.ok ? { is: 'done', activities: outcome.value.activities } : { is: 'refused', problem: outcome.problem };
  } catch {
    return { is: 'unreachable' };
  }
}

export async function accept(body: {
  edition: string;
  key: string;
  fingerprint: string;
  reason: string;
}): Promise<'done' | 'changed' | 'failed'> {
  try {
    const response = await post('accept', body);
    return response.ok ? 'done' : response.status === 422 ? 'changed' : 'failed';
  } catch {
    return 'failed';
  }
}

/** `null` where it could not be had. */
async function get<Value>(path: string, query: Record<string, string>): Promise<Value | null> {
  try {
    const response = await fetch(`${API}/${path}?${new URLSearchParams(query)}`, { signal: AbortSignal.timeout(20_000) });
    return response.ok && !response.redirected ? ((await response.json()) as Value) : null;
  } catch {
    return null;
  }
}

/** Of many at once, all. */
export const placedNow = async (edition: string, activities: readonly Uuid[] | null): Promise<Placed[]> =>
  (
    await get<{ placed: Placed[] }>('placed', {
      edition,
      ...(activities && activities.length < 50 ? { activities: activities.join(',') } : {}),
    })
  )?.placed ?? [];
export const scheduleNow = async (edition: string): Promise<DeskSchedule | null> =>
  (await get<{ desk: DeskSchedule }>('desk', { edition }))?.desk ?? null;

const nameOf = (edition: string, account: string) => `everforum schedule ${edition} ${account}`;

/** What was not saved is kept in this browser, for this account. */
export function keep(edition: string, account: string, waiting: readonly Waiting[]): void {
  try {
    if (waiting.length === 0) localStorage.removeItem(nameOf(edition, account));
    else localStorage.setItem(nameOf(edition, account), JSON.stringify(waiting));
  } catch {
    // Without a store the page itself still holds it.
  }
}
export function kept(edition: string, account: string): Waiting[] {
  try {
    return JSON.parse(localStorage.getItem(nameOf(edition, account)) ?? '[]') as Waiting[];
  } catch {
    return [];
  }
}

export interface Ears {
  /** `null`: something may have been missed. */
  changed(activities: readonly Uuid[] | null): void;
  met(presence: Presence): void;
}

const PULSE = 25_000;

/** Hears others and lets them hear of this page; `announce` says what is selected here. */
export function openLive(
  { edition, editable }: { edition: string; editable: readonly Board[] },
  ears: Ears,
): { announce(activity: Uuid | null): void; close(): void } {
  const tab = crypto.randomUUID();
  const board = editable.length === BOARDS.length ? null : (editable[0] ?? null);
  let at: Uuid | null = null;
  let opened = false;
  const say = (is: Presence['is']) =>
    editable.length > 0 && void post('presence', { edition, board, tab, activity: at, is }).catch(() => {});
  const source = new EventSource(`${API}/live?edition=${encodeURIComponent(edition)}`);
  source.onopen = () => {
    if (opened) ears.changed(null);
    opened = true;
    say('come');
  };
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const { detail } = JSON.parse(data) as { detail: { activities?: Uuid[] | null; presence?: Presence } | null };
    if (!detail) return ears.changed(null);
    if (detail.presence) {
      if (detail.presence.tab === tab) return;
      if (detail.presence.is === 'come') say('here');
      ears.met(detail.presence);
    } else ears.changed(detail.activities ?? null);
  };
  const pulse = setInterval(() => say('here'), PULSE);
  const leave = () => {
    if (editable.length === 0) return;
    const body = new Blob([JSON.stringify({ edition, board, tab, activity: null, is: 'gone' })], { type: 'application/json' });
    navigator.sendBeacon(`${API}/presence`, body);
  };
  addEventListener('pagehide', leave);
  return {
    announce(activity) {
      if (activity === at) return;
      at = activity;
      say('here');
    },
    close() {
      leave();
      removeEventListener('pagehide', leave);
      clearInterval(pulse);
      source.close();
    },
  };
}
