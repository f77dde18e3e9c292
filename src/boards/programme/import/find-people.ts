/** The people that a file means: those the edition has, those the registry knows, and new ones. */
import { onlyIn } from '#registry/text.ts';
import type { EditionContent, Person, Uuid } from '../content.ts';
import { oneLine } from '../formats/plain-text.ts';
import { derivedUuid } from '../formats/uuid.ts';
import type { ImportedPerson } from './imported.ts';
import { putText } from './put.ts';
import { freeSlug, slugOf } from './slugs.ts';

export function peopleFinder(existing: EditionContent, known: readonly EditionContent[], language: string, ours: boolean) {
  const people = [...existing.people];
  const slugs = new Set(people.map(({ slug }) => slug));
  const byId = new Map(people.map((person) => [person.id, person]));
  const byName = new Map<string, Uuid>();
  for (const { id, name } of existing.people)
    for (const text of Object.values(name.texts)) if (!byName.has(oneLine(text))) byName.set(oneLine(text), id);
  const elsewhere = new Map(known.flatMap((content) => content.people.map((person) => [person.id, person] as const)));
  const space = existing.edition.id;

  const add = (person: Person): Uuid => {
    people.push(person);
    byId.set(person.id, person);
    return person.id;
  };

  /** Who is known by an identifier may have another name now. */
  const renamed = (id: Uuid, name: string): Uuid => {
    const person = byId.get(id)!;
    if (Object.values(person.name.texts).some((text) => oneLine(text) === name)) return id;
    const changed = { ...person, name: putText(person.name, language, name) };
    people[people.indexOf(person)] = changed;
    byId.set(id, changed);
    return id;
  };

  const find = ({ guid, code, name }: ImportedPerson): Uuid => {
    if (guid && byId.has(guid)) return renamed(guid, name);
    const own = derivedUuid(space, `person ${guid ?? (code ? `code ${code}` : `name ${name}`)}`);
    if (byId.has(own)) return renamed(own, name);
    const there = guid ? elsewhere.get(guid) : undefined;
    if (there) return add({ ...there, slug: freeSlug(slugs, there.slug, there.slug) });
    const same = guid || code ? undefined : byName.get(name);
    if (same) return same;
    // Other programs derive such guids from mail addresses; ours must not let anybody guess one.
    const id = guid && (ours || !/^.{14}[35]/.test(guid)) ? guid : own;
    const slug = freeSlug(slugs, slugOf(name), `person-${id.slice(0, 8)}`);
    if (!guid && !code) byName.set(name, id);
    return add({
      id,
      slug,
      name: onlyIn(language, name),
      country: null,
      biography: null,
      orcid: null,
      languages: [],
      affiliations: [],
      sample: false,
    });
  };
  return { people, find };
}
