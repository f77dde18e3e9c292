/** Atom (RFC 4287): one entry for each programme version that changed something the reader follows, saying what. */
import { textIn } from '#registry/text.ts';
import { pathOfSubject } from '../addresses.ts';
import type { Change } from '../difference.ts';
import type { Published } from '../house.ts';
import { select } from '../selection.ts';
import { changeTold } from './changes.ts';
import { entriesOf, pageLanguage, type Part } from './entries.ts';
import { oneLine } from './plain-text.ts';
import { escapeAttribute, escapeText } from './schedule-xml.ts';
import { derivedUuid } from './uuid.ts';
import { feedWords } from './words.ts';

/** Lines of one entry; the page of the version has the rest. */
const MOST_LINES = 200;

export interface ChangesFeed {
  /** Newest first. */
  history: readonly Published[];
  language: string;
  publicUrl: string;
  part: Part;
  /** `''` or `?…`, without a language. */
  query: string;
  /** The feed's own address. */
  source: string;
}

export function atom({ history, language, publicUrl, part, query, source }: ChangesFeed): string {
  const page = pageLanguage(language);
  const say = feedWords(page);
  const { content } = history[0]!.publication;
  const { edition, series } = content;
  const home = `${publicUrl}/${page}/${edition.slug}`;
  const entries: string[] = [];
  for (const [at, published] of history.entries()) {
    const { publication } = published;
    const before = history[at + 1];
    const changes = ofPart(publication.changes, part, published, before, language);
    if (publication.number > 1 && changes.length === 0) continue;
    const title =
      publication.number === 1 ? say('first', { number: 1 }) : say('version', { number: publication.number, count: changes.length });
    const zone = publication.content.edition.timeZone;
    const items: string[] = [];
    for (const change of changes.slice(0, MOST_LINES)) {
      const { head, lines } = changeTold(change, page, zone);
      const path = change.is === 'gone' ? null : pathOfSubject(change.subject);
      const told = path === null ? escapeText(head) : `<a href="${escapeAttribute(home + path)}">${escapeText(head)}</a>`;
      items.push(`<li>${told}${lines.length > 0 ? `<ul>${lines.map((line) => `<li>${escapeText(line)}</li>`).join('')}</ul>` : ''}</li>`);
    }
    if (changes.length > MOST_LINES) items.push(`<li>${escapeText(say('more', { count: changes.length - MOST_LINES }))}</li>`);
    const body = items.length > 0 ? `<ul>${items.join('')}</ul>` : `<p>${escapeText(title)}</p>`;
    entries.push(
      `<entry>\n<id>urn:uuid:${query ? derivedUuid(publication.id, `atom ${query}`) : publication.id}</id>\n<title>${escapeText(title)}</title>\n` +
        `<updated>${publication.publishedAt}</updated>\n<published>${publication.publishedAt}</published>\n` +
        `<link rel="alternate" type="text/html" href="${escapeAttribute(`${home}/versions/${publication.number}`)}"/>\n` +
        `<content type="html">${escapeText(body)}</content>\n</entry>`,
    );
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeAttribute(language)}">
<id>urn:uuid:${derivedUuid(edition.id, `atom changes ${query}`)}</id>
<title>${escapeText(say('changesOf', { name: oneLine(textIn(edition.name, language)) }))}</title>
<updated>${history[0]!.publication.publishedAt}</updated>
<author><name>${escapeText(oneLine(textIn(series.name, language)))}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeAttribute(source)}"/>
<link rel="alternate" type="text/html" href="${escapeAttribute(`${home}/versions`)}"/>
<generator uri="${escapeAttribute(publicUrl)}">Everforum</generator>
${entries.join('\n')}
</feed>
`;
}

/** A part follows its activities, as they were or as they are; the whole follows everything. */
function ofPart(
  changes: readonly Change[],
  part: Part,
  now: Published,
  before: Published | undefined,
  language: string,
): readonly Change[] {
  if (part.numbers === null && Object.keys(part.selection).length === 0) return changes;
  const followed = new Set<string>();
  for (const published of before ? [now, before] : [now]) {
    const activities = part.numbers
      ? entriesOf(published.index, language, part).flatMap(({ id, activity }) => [{ id }, activity])
      : select(published.index, part.selection);
    for (const { id } of activities) followed.add(id);
  }
  return changes.filter(({ subject }) => followed.has(subject.id) || (subject.activity && followed.has(subject.activity.id)));
}
