import type { Permission } from '#platform/permissions.ts';

/**
 * The desks of an edition, in the order of its preparation: the last part of the address, what one must be allowed to see there, and
 * other addresses that belong to it.
 */
export const DESKS = [
  { path: '', word: 'overview', permission: 'read edition' },
  { path: 'calls', word: 'calls', permission: 'read call' },
  { path: 'proposals', word: 'proposals', permission: 'read proposal' },
  { path: 'activities', word: 'activities', permission: 'read activity', also: ['tasks', 'nudge'] },
  { path: 'schedule', word: 'schedule', permission: 'read schedule' },
  { path: 'publish', word: 'publish', permission: 'publish edition' },
  { path: 'move', word: 'move', permission: 'move edition' },
  { path: 'notices', word: 'notices', permission: 'read notice' },
  { path: 'messages', word: 'messages', permission: 'read message' },
  { path: 'facts', word: 'facts', permission: 'read fact' },
  { path: 'committees', word: 'committees', permission: 'read committee' },
  { path: 'plan', word: 'plan', permission: 'read plan' },
  { path: 'press', word: 'press', permission: 'read press' },
  { path: 'team', word: 'team', permission: 'read team' },
  { path: 'audit', word: 'audit', permission: 'read audit' },
] as const satisfies readonly { path: string; word: string; permission: Permission; also?: readonly string[] }[];
