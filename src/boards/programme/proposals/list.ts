/** The list of proposals: how it is searched, filtered and sorted, and as a table to take away. */
import type { ListSpec } from '#platform/list.ts';
import type { PageLanguage } from '#registry/text.ts';
import type { Category } from '../content.ts';
import { HEADERS, listed, type Table, tableOf, textColumns, textOr } from '../formats/table.ts';
import { countryName, languageName } from '../names.ts';
import type { ListedProposal } from './views.server.ts';
import { proposalStateName, proposalWords } from './words.ts';

const later = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

export const proposalSpec: ListSpec<ListedProposal> = {
  text: ({ title, organisationName, number }) =>
    [String(number), ...Object.values(title?.texts ?? {}), ...Object.values(organisationName.texts)].join(' '),
  sorts: {
    change: (a, b) => later(a.changedAt, b.changedAt) || a.number - b.number,
    number: (a, b) => a.number - b.number,
    score: (a, b) => (b.verdict?.mean ?? 0) - (a.verdict?.mean ?? 0) || a.number - b.number,
    organisation: (a, b) => textOr(a.organisationName, 'zh').localeCompare(textOr(b.organisationName, 'zh'), 'zh') || a.number - b.number,
  },
  filters: {
    state: ({ state }) => [state],
    call: ({ call }) => [call],
    mine: ({ mine }) => (mine ? [mine] : []),
    focus: ({ focus }) => (focus ? [focus] : []),
  },
  pageSize: 50,
};

export function proposalTable(
  rows: readonly ListedProposal[],
  { focuses, topics, timeZone }: { focuses: readonly Category[]; topics: readonly Category[]; timeZone: string },
  language: PageLanguage,
): Table {
  const say = proposalWords(language);
  const nameIn = (list: readonly Category[], id: string | null) => textOr(list.find((one) => one.id === id)?.name, language) || null;
  return tableOf<ListedProposal>(
    language === 'zh' ? '提案' : 'Proposals',
    [
      { key: 'number', header: HEADERS.number[language], of: ({ number }) => number },
      ...textColumns<ListedProposal>('title', HEADERS.title[language], ['zh', 'en'], ({ title }) => title),
      { key: 'state', header: say('state'), of: ({ state }) => proposalStateName(language)(state) },
      { key: 'call', header: say('call'), of: ({ callTitle }) => textOr(callTitle, language) },
      { key: 'organisation', header: say('organisation'), of: ({ organisationName }) => textOr(organisationName, language) },
      { key: 'country', header: HEADERS.country[language], of: ({ country }) => country && countryName(language, country) },
      { key: 'focus', header: say('focus'), of: ({ focus }) => nameIn(focuses, focus) },
      { key: 'topic', header: say('topic'), of: ({ topic }) => nameIn(topics, topic) },
      { key: 'expected', header: say('expected'), of: ({ expected }) => expected },
      { key: 'foreignShare', header: say('foreignShare'), of: ({ foreignShare }) => foreignShare },
      { key: 'languages', header: say('languages'), of: ({ languages }) => listed(languages.map((one) => languageName(language, one))) },
      {
        key: 'submitted',
        header: proposalStateName(language)('submitted'),
        of: ({ submittedAt }) => submittedAt && { at: submittedAt, zone: timeZone },
      },
      { key: 'score', header: say('score'), of: ({ verdict }) => (verdict?.mean ? Number(verdict.mean.toFixed(2)) : null) },
      { key: 'reviews', header: say('reviews'), of: ({ verdict }) => verdict?.count ?? null },
      { key: 'sample', header: HEADERS.sample[language], of: ({ sample }) => sample },
    ],
    rows,
  );
}
