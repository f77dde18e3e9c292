/** What only tables say: columns that are understood when the edition is known that they are merged into. */
import type { Message } from '#platform/words.ts';
import { onlyIn } from '#registry/text.ts';
import type { Activity, Category, EditionContent, Organisation, Session, Uuid } from '../content.ts';
import { SHORT_HOST_ROLE } from '../formats/lists.ts';
import { clean, oneLine, webAddress } from '../formats/plain-text.ts';
import { derivedUuid } from '../formats/uuid.ts';
import { accessName, activityKindName, activityStateName, boardName, personRoleName, sessionKindName } from '../names.ts';
import { languageCode } from './codes.ts';
import type { ImportedEvent } from './imported.ts';
import { freeSlug, slugOf } from './slugs.ts';

export interface Registry {
  organisations: Organisation[];
  focuses: Category[];
}

type Say = (text: string) => void;

/** The key that a label in either language, or the key itself, stands for. */
export function keyOf<Key extends string>(messages: Record<Key, Message>, label: string | null | undefined): Key | null {
  const plain = label?.trim().toLowerCase();
  if (!plain) return null;
  const found = (Object.entries(messages) as [Key, Message][]).find(
    ([key, { zh, en }]) => key === plain || zh === plain || en.toLowerCase() === plain,
  );
  return found?.[0] ?? null;
}

const changedFields = (event: ImportedEvent, base: ImportedEvent | undefined): [string, string | null][] =>
  Object.entries(event.more ?? {}).filter(([key, value]) => !base || (base.more?.[key] ?? null) !== value);

export function putMoreActivity(
  activity: Activity,
  event: ImportedEvent,
  base: ImportedEvent | undefined,
  content: EditionContent,
  registry: Registry,
  language: string,
  say: Say,
): Activity {
  const made = { ...activity };
  for (const [key, value] of changedFields(event, base)) {
    const known = <Key extends string>(messages: Record<Key, Message>, otherwise: Key): Key => {
      const found = keyOf(messages, value);
      if (!found && value)
        say(
          `“${value.slice(0, 40)}” is none of ${Object.values<Message>(messages)
            .map(({ en }) => en)
            .join(', ')}`,
        );
      return found ?? otherwise;
    };
    if (key === 'board') made.board = known(boardName.messages, made.board);
    else if (key === 'kind') made.kind = known(activityKindName.messages, made.kind);
    else if (key === 'state') made.state = known(activityStateName.messages, made.state);
    else if (key === 'sample') made.sample = /^(yes|true|1|x|是)$/i.test(value ?? '');
    else if (key === 'access') made.access = known(accessName.messages, made.access);
    else if (key === 'capacity') made.capacity = value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
    else if (key === 'streamUrl') {
      made.streamUrl = value && webAddress(value) ? clean(value) : null;
      if (made.streamUrl) made.streamed = true;
    } else if (key === 'interpretation') made.interpretation = languagesIn(value);
    else if (key === 'languages' && value !== null) made.languages = languagesIn(value);
    else if (key === 'focus') made.focus = value === null ? null : categoryNamed(registry.focuses, value, content, 'focus', language);
    else if (key === 'fields') {
      made.fields = itemsIn(value).flatMap((name) => {
        const field = content.fields.find(
          (one) => one.code === name || Object.values(one.name.texts).some((text) => oneLine(text) === name),
        );
        if (!field) say(`“${name.slice(0, 60)}” is no field of technology of this edition`);
        return field?.code ?? [];
      });
    } else if (key === 'hosts') {
      made.hosts = itemsIn(value).map((item) => {
        const [, name = item, role] = /^(.*?)\s*[(（]([^()（）]*)[)）]$/.exec(item) ?? [];
        return {
          organisation: organisationNamed(registry, oneLine(name), content, language),
          role: keyOf(SHORT_HOST_ROLE, role) ?? 'host',
        };
      });
      made.hosts = made.hosts.filter(
        (one, at, all) => all.findIndex((other) => other.organisation === one.organisation && other.role === one.role) === at,
      );
    }
  }
  return made;
}

export function putMoreSession(session: Session, event: ImportedEvent, base: ImportedEvent | undefined): Session {
  const made = { ...session };
  for (const [key, value] of changedFields(event, base)) {
    if (key === 'kind') made.kind = keyOf(sessionKindName.messages, value) ?? made.kind;
    else if (key === 'cancelled') made.cancelled = /^(yes|true|1|x|是)$/i.test(value ?? '');
    else if (key === 'languages' && value !== null) made.languages = languagesIn(value);
  }
  return made;
}

/** The role that stands behind a name in the column of people. */
export function roleOf(more: string | null | undefined, name: string) {
  const item = itemsIn(more ?? null).find((one) => oneLine(one).startsWith(`${name} (`));
  return keyOf(personRoleName.messages, /[(（]([^()（）]*)[)）]\s*$/.exec(item ?? '')?.[1]);
}

const itemsIn = (value: string | null): string[] =>
  (value ?? '')
    .split(/[;；\n]/)
    .map((item) => item.trim())
    .filter(Boolean);
const languagesIn = (value: string | null): string[] => [
  ...new Set((value ?? '').split(/[;,、/]/).flatMap((one) => (one.trim() ? (languageCode(one) ?? []) : []))),
];

export function categoryNamed(list: Category[], name: string, content: EditionContent, kind: 'focus' | 'topic', language: string): Uuid {
  const plain = oneLine(name);
  const found = list.find((item) => Object.values(item.name.texts).some((text) => oneLine(text) === plain));
  if (found) return found.id;
  const id = derivedUuid(content.edition.id, `${kind} ${plain}`);
  const slug = freeSlug(new Set(list.map((item) => item.slug)), slugOf(plain), `${kind}-${id.slice(0, 8)}`);
  list.push({ id, slug, name: onlyIn(language, plain) });
  return id;
}

function organisationNamed(registry: Registry, name: string, content: EditionContent, language: string): Uuid {
  const found = registry.organisations.find((item) => Object.values(item.name.texts).some((text) => oneLine(text) === name));
  if (found) return found.id;
  const id = derivedUuid(content.edition.id, `organisation ${name}`);
  const slug = freeSlug(new Set(registry.organisations.map((item) => item.slug)), slugOf(name), `organisation-${id.slice(0, 8)}`);
  const none = { country: null, parent: null, ror: null, uscc: null, url: null, about: null };
  registry.organisations.push({ id, slug, name: onlyIn(language, name), kind: 'other', ...none, sample: false });
  return id;
}
