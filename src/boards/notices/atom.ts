/** The notices of an edition as an Atom feed (RFC 4287): an entry is updated when its notice is replaced or withdrawn, and says so. */
import { textIn, type Localised, type PageLanguage } from '#registry/text.ts';
import { changedAt } from './banner.ts';
import type { Issued } from './model.ts';
import { hoursTold, momentTold, validityTold } from './told.ts';
import { noticeWords } from './words.ts';

interface Feed {
  /** Newest first. */
  notices: readonly Issued[];
  edition: { id: string; slug: string; name: Localised; timeZone: string };
  series: { name: Localised };
  language: PageLanguage;
  publicUrl: string;
}

const escaped = (text: string): string =>
  [...text]
    // Characters that XML 1.0 cannot hold.
    .filter((character) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(character))
    .join('')
    .replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '&quot;');

export function noticesAtom({ notices, edition, series, language, publicUrl }: Feed): string {
  const say = noticeWords(language);
  const home = `${publicUrl}/${language}/${edition.slug}/notices`;
  const entries = notices.map((notice) => {
    const paragraphs = textIn(notice.body, language).split(/\n\s*\n/);
    const ended =
      notice.state === 'withdrawn'
        ? [say('withdrawnOn', { at: momentTold(language, notice.endedAt!, edition.timeZone) }) + textIn(notice.withdrawnBecause, language)]
        : notice.replacedBy
          ? [say('replacedBy', { number: notice.replacedBy })]
          : [];
    const roads = (notice.roads?.features ?? []).map(
      (road) =>
        `${textIn(road.properties.name, language)} · ${hoursTold(language, road, edition.timeZone)} · ${textIn(road.properties.vehicles, language)}`,
    );
    const html = [...ended, ...paragraphs, ...roads, `${say('valid')} · ${validityTold(language, notice, edition.timeZone)}`]
      .map((line) => `<p>${escaped(line)}</p>`)
      .join('');
    const mark = notice.state === 'issued' ? '' : ` (${say(notice.state)})`;
    return (
      `<entry>\n<id>urn:uuid:${notice.id}</id>\n<title>${escaped(textIn(notice.title, language) + mark)}</title>\n` +
      `<updated>${changedAt(notice)}</updated>\n<published>${notice.issuedAt}</published>\n<category term="${notice.kind}" label="${escaped(say(notice.kind))}"/>\n` +
      `<author><name>${escaped(textIn(notice.issuer, language))}</name></author>\n` +
      `<link rel="alternate" type="text/html" href="${escaped(`${home}/${notice.number}`)}"/>\n<content type="html">${escaped(html)}</content>\n</entry>`
    );
  });
  const updated = notices.map(changedAt).sort().at(-1) ?? '1970-01-01T00:00:00Z';
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${escaped(`${publicUrl}/${edition.slug}/notices.atom`)}</id>
<title>${escaped(`${textIn(edition.name, language)} · ${say('notices')}`)}</title>
<updated>${updated}</updated>
<author><name>${escaped(textIn(series.name, language))}</name></author>
<link rel="self" type="application/atom+xml" href="${escaped(`${publicUrl}/${edition.slug}/notices.atom?lang=${language}`)}"/>
<link rel="alternate" type="text/html" href="${escaped(home)}"/>
${entries.join('\n')}
</feed>
`;
}
