/** How the list of a team is searched, filtered and sorted by its address. */
import type { ListSpec } from '#platform/list.ts';
import { GRANTED_ROLES } from '#platform/permissions.ts';
import type { PageLanguage } from '#registry/text.ts';
import { roleWords } from '#ui/desk/words.ts';
import type { TeamRow } from './views.server.ts';
import { scopeTold } from './words.ts';

const rank = ({ role }: TeamRow): number => GRANTED_ROLES.indexOf(role);
const byName = (a: TeamRow, b: TeamRow): number => (a.name || a.email).localeCompare(b.name || b.email, 'zh-CN');

export const TEAM_LIST = (language: PageLanguage): ListSpec<TeamRow> => ({
  text: ({ name, email, role, names }) => `${name} ${email} ${roleWords(language)(role)} ${scopeTold(language, names)}`,
  sorts: {
    role: (a, b) => rank(a) - rank(b) || byName(a, b),
    name: byName,
    date: (a, b) => Date.parse(b.at) - Date.parse(a.at),
  },
  filters: { role: ({ role }) => [role], reach: ({ reach }) => [reach], state: ({ state }) => [state] },
  pageSize: 100,
});
