/** Teams: which role makes sense how far, and what becomes of an invitation. Who may give which role away is in the table of permissions. */
import type { GrantedRole, Scope } from '#platform/permissions.ts';

/** The reaches that somebody is invited to; the whole house (`all`) is given to nobody. */
export type Reach = Exclude<Scope['is'], 'all' | 'person' | 'account'>;

export const REACHES: Record<GrantedRole, readonly Reach[]> = {
  office: ['series', 'edition'],
  'board-manager': ['board'],
  'host-lead': ['organisation', 'activity'],
  'host-editor': ['organisation', 'activity'],
  'host-assistant': ['organisation', 'activity'],
  reviewer: ['edition', 'board'],
  press: ['edition'],
  auditor: ['series', 'edition'],
};

export const INVITATION_DAYS = 14;

export interface InvitationDates {
  expiresAt: string;
  acceptedAt: string | null;
  revokedAt: string | null;
}
export type InvitationState = 'open' | 'expired' | 'accepted' | 'withdrawn';

export function stateOf({ expiresAt, acceptedAt, revokedAt }: InvitationDates, now: string): InvitationState {
  if (acceptedAt) return 'accepted';
  if (revokedAt) return 'withdrawn';
  return Date.parse(expiresAt) <= Date.parse(now) ? 'expired' : 'open';
}

/** Of a desk's form: `edition`, `series`, `board:forum`, `organisation:5f…`, `activity:5f…`. */
export const scopeKey = (scope: Scope): string => {
  switch (scope.is) {
    case 'board':
      return `board:${scope.board}`;
    case 'organisation':
      return `organisation:${scope.organisation}`;
    case 'activity':
      return `activity:${scope.activity}`;
    default:
      return scope.is;
  }
};

/** What a key stands for at the desk of an edition; `null` for what is none. */
export function scopeOfKey(key: string, edition: { id: string; series: string }): Scope | null {
  const [is, of = ''] = key.split(':', 2);
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(of);
  switch (is) {
    case 'series':
      return { is, series: edition.series };
    case 'edition':
      return { is, edition: edition.id };
    case 'board':
      return /^[a-z]+$/.test(of) ? { is, edition: edition.id, board: of } : null;
    case 'organisation':
      return uuid ? { is, organisation: of, edition: edition.id } : null;
    case 'activity':
      return uuid ? { is, activity: of } : null;
    default:
      return null;
  }
}
