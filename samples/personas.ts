/** Accounts to try the desks with: each stands for a post, none for a person. All are marked as sample. */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { grantRole, provideAccount } from '#platform/identity/accounts.server.ts';
import type { GrantedRole, Scope } from '#platform/permissions.ts';
import type { EditionContent, Uuid } from '../src/boards/programme/content.ts';
import { idOf, type Pair } from './identity.ts';

export interface Persona {
  key: string;
  name: Pair;
  grants: { role: GrantedRole; scope: Scope }[];
  /** The registry's person whose appearances are this account's. */
  person: Uuid | null;
}

/** When the sample accounts were made. */
const MADE = '2026-09-01T01:00:00Z';

/** The forum that the host team of the samples prepares: led by a sample organisation, with people in its agenda. */
export function hostedBySample({ activities, organisations }: EditionContent) {
  const sample = new Set(organisations.filter((organisation) => organisation.sample).map(({ id }) => id));
  for (const activity of activities) {
    const lead = activity.hosts.find(({ role, organisation }) => (role === 'lead' || role === 'host') && sample.has(organisation));
    const speaker = activity.sessions.flatMap(({ people }) => people).find(({ role }) => role === 'speaker');
    if (activity.kind === 'parallel-forum' && lead && speaker)
      return { activity: activity.id, organisation: lead.organisation, person: speaker.person };
  }
  throw new Error('No parallel forum of the samples is led by a sample organisation.');
}

export function personas(content: EditionContent): Persona[] {
  const edition = content.edition.id;
  const { activity, organisation, person } = hostedBySample(content);
  const persona = (key: string, name: Pair, role: GrantedRole | null, scope?: Scope, of: Uuid | null = null): Persona => ({
    key,
    name,
    grants: role && scope ? [{ role, scope }] : [],
    person: of,
  });
  const wholeEdition: Scope = { is: 'edition', edition };
  const team: Scope = { is: 'organisation', organisation, edition };
  return [
    persona('office', ['组委会办公室（示例）', 'Organising office (sample)'], 'office', { is: 'series', series: content.series.id }),
    persona('forum-board', ['平行论坛板块负责人（示例）', 'Manager of the forum board (sample)'], 'board-manager', {
      is: 'board',
      edition,
      board: 'forum',
    }),
    persona('host-lead', ['主办单位负责人（示例）', 'Lead of a host’s team (sample)'], 'host-lead', team),
    persona('host-editor', ['主办单位编辑（示例）', 'Editor of a host’s team (sample)'], 'host-editor', team),
    persona('host-assistant', ['主办单位助理（示例）', 'Assistant of a host’s team (sample)'], 'host-assistant', {
      is: 'activity',
      activity,
    }),
    persona('reviewer', ['评审专家（示例）', 'Reviewer (sample)'], 'reviewer', wholeEdition),
    persona('speaker', ['报告嘉宾（示例）', 'Speaker (sample)'], null, undefined, person),
    persona('press', ['新闻中心（示例）', 'Press office (sample)'], 'press', wholeEdition),
    persona('auditor', ['审计（示例）', 'Auditor, reads only (sample)'], 'auditor', { is: 'series', series: content.series.id }),
    persona('member', ['普通用户（示例）', 'Somebody with an account (sample)'], null),
  ];
}

export const personaEmail = (key: string): string => `${key}@sample.everforum.example`;

/** Whoever is said to have given and issued what the samples bring. */
export const OFFICE = personaEmail('office');
export const personaId = (key: string): Uuid => idOf('account', key);

export async function loadPersonas(db: Kysely<DB>, content: EditionContent): Promise<void> {
  for (const { key, name, grants, person } of personas(content)) {
    const account = await provideAccount(
      db,
      { id: personaId(key), email: personaEmail(key), name: name.join(' / '), language: 'zh', person, sample: true },
      MADE,
    );
    for (const grant of grants) await grantRole(db, { account: account.id, ...grant, by: OFFICE }, MADE);
  }
}
