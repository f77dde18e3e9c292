/**
 * Who may do what: the one table. A role that is not granted, a scope that does not cover the subject, a pair that does not stand here is
 * refused. Verbs and views declare what they need by the same words; `tests/permissions` walks them all.
 */

/**
 * `operator` holds the machine and uses the command line. `member` is everybody who is signed in, towards what is their own; `speaker` is
 * whoever the registry's person is; both come with the account and are never granted.
 */
export const ROLES = [
  'operator',
  'office',
  'board-manager',
  'host-lead',
  'host-editor',
  'host-assistant',
  'reviewer',
  'press',
  'auditor',
  'speaker',
  'member',
  'public',
] as const;
export type Role = (typeof ROLES)[number];
export const GRANTED_ROLES = [
  'office',
  'board-manager',
  'host-lead',
  'host-editor',
  'host-assistant',
  'reviewer',
  'press',
  'auditor',
] as const;
export type GrantedRole = (typeof GRANTED_ROLES)[number];

/** How far a role reaches. An organisation's reaches the activities that it leads or hosts, in one edition or in all. */
export type Scope =
  | { is: 'all' }
  | { is: 'series'; series: string }
  | { is: 'edition'; edition: string }
  | { is: 'board'; edition: string; board: string }
  | { is: 'activity'; activity: string }
  | { is: 'organisation'; organisation: string; edition: string | null }
  | { is: 'person'; person: string }
  | { is: 'account'; account: string };

export interface Grant {
  role: Role;
  scope: Scope;
}

/** What something belongs to, by ids, from the series down; a scope covers it where it names one of these. */
export interface Subject {
  series?: string;
  edition?: string;
  board?: string;
  activity?: string;
  /** That host it, or propose it. */
  organisations?: readonly string[];
  /** Whose own it is. */
  people?: readonly string[];
  account?: string;
}

/** What is there to be done, by its object. */
const DEEDS = {
  publication: ['read'],
  edition: ['import', 'publish', 'move', 'set up', 'read', 'export'],
  call: ['read', 'open', 'apply to'],
  proposal: ['read', 'write', 'submit', 'review', 'decide'],
  activity: ['read', 'edit', 'schedule', 'invite to', 'staff'],
  task: ['read', 'set', 'do'],
  schedule: ['read', 'edit', 'set rules of'],
  message: ['read', 'write', 'release'],
  notice: ['read', 'draft', 'issue'],
  fact: ['read', 'record'],
  committee: ['read', 'edit'],
  plan: ['read', 'edit'],
  press: ['read', 'edit'],
  team: ['read', 'edit'],
  audit: ['read'],
  'sign-in': ['begin'],
  account: ['read', 'edit'],
  appearance: ['read', 'answer'],
} as const;
export type Thing = keyof typeof DEEDS;
export type Permission = { [T in Thing]: `${(typeof DEEDS)[T][number]} ${T}` }[Thing];

/** Every permission there is. */
export const PERMISSIONS = Object.entries(DEEDS).flatMap(([thing, deeds]) => deeds.map((deed) => `${deed} ${thing}` as Permission));

const READS_THE_OFFICE: Permission[] = [
  'read edition',
  'export edition',
  'read call',
  'read proposal',
  'read activity',
  'read task',
  'read schedule',
  'read message',
  'read notice',
  'read fact',
  'read committee',
  'read plan',
  'read press',
  'read team',
  'read audit',
];
const HOST_READS: Permission[] = ['read edition', 'read call', 'read proposal', 'read activity', 'read task', 'read schedule', 'read team'];

const MAY: Record<Role, readonly Permission[]> = {
  operator: PERMISSIONS,
  office: PERMISSIONS.filter((permission) => !/ (sign-in|account|appearance)$/.test(permission)),
  'board-manager': [
    ...HOST_READS,
    'read message',
    'write message',
    'read notice',
    'draft notice',
    'review proposal',
    'decide proposal',
    'edit activity',
    'schedule activity',
    'invite to activity',
    'set task',
    'do task',
    'edit schedule',
    'read plan',
  ],
  'host-lead': [
    ...HOST_READS,
    'write proposal',
    'submit proposal',
    'edit activity',
    'invite to activity',
    'staff activity',
    'do task',
    'edit team',
  ],
  'host-editor': [...HOST_READS, 'write proposal', 'edit activity', 'invite to activity', 'do task'],
  'host-assistant': [...HOST_READS, 'invite to activity', 'do task'],
  reviewer: ['read edition', 'read call', 'read proposal', 'review proposal'],
  press: [
    'read edition',
    'read activity',
    'read schedule',
    'read fact',
    'record fact',
    'read notice',
    'draft notice',
    'read press',
    'edit press',
    'read plan',
    'read committee',
  ],
  auditor: READS_THE_OFFICE,
  speaker: ['read appearance', 'answer appearance'],
  member: ['read account', 'edit account', 'read call', 'apply to call'],
  public: ['read publication', 'begin sign-in'],
};

/**
 * Whether somebody may give the role away, and take it back, towards the subject: they staff it, and hold there every permission that the
 * role would give. Nobody grants more than they hold.
 */
export const mayGrant = (grants: readonly Grant[], role: GrantedRole, subject: Subject): boolean =>
  grantFor(grants, 'edit team', subject) !== null && MAY[role].every((permission) => grantFor(grants, permission, subject) !== null);

/** Whether a scope reaches a subject. Of several organisations or people one is enough. */
export function covers(scope: Scope, subject: Subject): boolean {
  switch (scope.is) {
    case 'all':
      return true;
    case 'series':
      return subject.series === scope.series;
    case 'edition':
      return subject.edition === scope.edition;
    case 'board':
      return subject.edition === scope.edition && subject.board === scope.board;
    case 'activity':
      return subject.activity === scope.activity;
    case 'organisation':
      return (
        (subject.organisations?.includes(scope.organisation) ?? false) && (scope.edition === null || scope.edition === subject.edition)
      );
    case 'person':
      return subject.people?.includes(scope.person) ?? false;
    case 'account':
      return subject.account === scope.account;
  }
}

export const roleMay = (role: Role, permission: Permission): boolean => MAY[role].includes(permission);

/** The grant by which the permission is held towards the subject; `null` where there is none. */
export const grantFor = (grants: readonly Grant[], permission: Permission, subject: Subject): Grant | null =>
  grants.find(({ role, scope }) => roleMay(role, permission) && covers(scope, subject)) ?? null;

/** Whether there is anything at all that the permission is held towards. */
export const maySomewhere = (grants: readonly Grant[], permission: Permission): boolean =>
  grants.some(({ role }) => roleMay(role, permission));
