import { z } from 'zod';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { revised } from '#registry/revise.ts';
import { ACCESS, HOST_ROLES } from '../../content.ts';
import { address, blank, holdHosted, hostedSubject, tellChanged, texts, ticked } from '../hosted.server.ts';
import type { Details } from './model.ts';
import { organisationsOf, readDetails, topicsAndFields, writeDetails } from './store.server.ts';

const language = z.string().regex(/^[a-z]{2,3}$/);
const list = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).max(most).default([]);

export type DetailsProblem =
  | { is: 'stale'; version: number; theirs: Details }
  | { is: 'untitled' }
  | { is: 'host-twice' }
  | { is: 'unknown-organisation' }
  | { is: 'no-host-left' };

/**
 * Texts are given language by language; `approved` names translations (`title.en`) that somebody read and found right as they are.
 * Which organisations lead or host decides who may work on it, so the last of them stays.
 */
export const editDetails = verb({
  name: 'activity.edit',
  input: z.object({
    ...address,
    version: z.coerce.number().int(),
    title: texts(300),
    subtitle: texts(300),
    abstract: texts(2000),
    description: texts(20_000),
    approved: list(z.string().max(60), 40),
    topic: z.preprocess(blank, z.uuid().nullable()),
    fields: list(z.string().max(60), 20),
    languages: list(language, 20),
    interpretation: list(language, 20),
    streamed: ticked,
    access: z.enum(ACCESS),
    capacity: z.preprocess(blank, z.coerce.number().int().min(0).max(1_000_000).nullable()),
    hosts: z
      .array(z.object({ organisation: z.preprocess(blank, z.uuid().nullable()), role: z.enum(HOST_ROLES) }))
      .max(60)
      .default([]),
    tab: z.string().max(60).optional(),
  }),
  permission: 'edit activity',
  subject: hostedSubject,
  async run({ tx, input, actor, note }) {
    const refuse = (problem: DetailsProblem) => refused(problem);
    const activity = (await holdHosted(tx, input))!;
    const { details: before, version } = await readDetails(tx, activity.id);
    if (version !== input.version) return refuse({ is: 'stale', version, theirs: before });
    const approved = (field: string) => input.approved.flatMap((one) => (one.startsWith(`${field}.`) ? [one.slice(field.length + 1)] : []));
    const title = revised(before.title, input.title, approved('title'));
    if (!title) return refuse({ is: 'untitled' });
    const hosts = input.hosts.flatMap(({ organisation, role }) => (organisation ? [{ organisation, role }] : []));
    if (new Set(hosts.map(({ organisation, role }) => `${organisation} ${role}`)).size < hosts.length) return refuse({ is: 'host-twice' });
    const hosting = (list: Details['hosts']) => list.some(({ role }) => ['lead', 'host', 'co-host'].includes(role));
    if (hosting(before.hosts) && !hosting(hosts)) return refuse({ is: 'no-host-left' });
    const known = new Set((await organisationsOf(tx, activity.edition.id)).map(({ id }) => id));
    if (hosts.some(({ organisation }) => !known.has(organisation))) return refuse({ is: 'unknown-organisation' });
    const { topics, fields } = await topicsAndFields(tx, activity.edition.id);
    const after: Details = {
      title,
      subtitle: revised(before.subtitle, input.subtitle, approved('subtitle')),
      abstract: revised(before.abstract, input.abstract, approved('abstract')),
      description: revised(before.description, input.description, approved('description')),
      topic: topics.some(({ id }) => id === input.topic) ? input.topic : null,
      fields: input.fields.filter((code) => fields.some((field) => field.code === code)),
      languages: input.languages,
      interpretation: input.interpretation,
      streamed: input.streamed,
      access: input.access,
      capacity: input.capacity,
      hosts,
    };
    const changed = Object.keys(after).filter(
      (key) => JSON.stringify(after[key as keyof Details]) !== JSON.stringify(before[key as keyof Details]),
    );
    if (changed.length === 0) return done({ version, changed });
    const saved = await writeDetails(tx, activity.id, after);
    const part = (details: Details) => Object.fromEntries(changed.map((key) => [key, details[key as keyof Details]]));
    note({ subject: `activity ${activity.id}`, before: part(before), after: part(after) });
    await tellChanged(tx, activity.id, 'details', input.tab ?? actor.name);
    return done({ version: saved, changed });
  },
});
