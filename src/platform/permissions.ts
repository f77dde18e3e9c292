/**
 * Who may do what: the one table. A pair that is not in it is refused. `operator` is whoever holds the machine and uses the command line;
 * the roles of the office, of hosts and of reviewers join it with their desks.
 */
export const ROLES = ['operator', 'public'] as const;
export type Role = (typeof ROLES)[number];

export interface Permission {
  do: 'read' | 'import' | 'publish';
  what: 'publication' | 'edition';
}

const MAY: Record<Role, readonly Permission[]> = {
  operator: [
    { do: 'read', what: 'publication' },
    { do: 'import', what: 'edition' },
    { do: 'publish', what: 'edition' },
  ],
  public: [{ do: 'read', what: 'publication' }],
};

export const mayDo = (role: Role, wish: Permission): boolean => MAY[role].some((one) => one.do === wish.do && one.what === wish.what);
