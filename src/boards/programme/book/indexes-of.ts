/** The indexes at the end of the book. */
import { LOCALE } from '#platform/words.ts';
import { textIn, type PageLanguage } from '#registry/text.ts';
import type { Activity } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { countryName } from '../names.ts';
import { shown } from './telling.ts';
import type { Book, IndexEntry } from './model.ts';
import { bookWords } from './words.ts';

export function indexesOf(index: Indexed, language: PageLanguage): Book['indexes'] {
  const say = bookWords(language);
  const { people, organisations, places, activities } = index.content;
  const direct = new Set(activities.flatMap((activity) => [activity.room, ...activity.sessions.map((session) => session.room)]));
  const numbers = (activities: readonly Activity[]) => [...new Set(activities.map((activity) => activity.number))];
  const country = (code: string | null) => (code ? countryName(language, code) : null);
  const lists: { title: string; entries: IndexEntry[] }[] = [
    {
      title: say('people'),
      entries: people.map((person) => ({
        name: shown(person.name, language),
        about: textIn(index.organisation.get(person.affiliations[0]?.organisation ?? '')?.name, language) || country(person.country),
        activities: numbers(index.appearancesOf(person.id).map(({ activity }) => activity)),
      })),
    },
    {
      title: say('organisations'),
      entries: organisations.map((organisation) => ({
        name: shown(organisation.name, language),
        about: country(organisation.country),
        activities: numbers(index.activitiesOf(organisation.id).map(({ activity }) => activity)),
      })),
    },
    {
      title: say('places'),
      entries: places
        // A venue goes by its rooms; a sub-venue abroad by its city, too.
        .filter((place) => direct.has(place.id) || (place.kind === 'site' && place.role === 'sub-venue'))
        .map((place) => ({
          name: shown(place.name, language),
          about:
            textIn(
              index
                .pathOf(place.id)
                .slice(1)
                .find((above) => above.kind !== 'floor')?.name,
              language,
            ) || country(place.country),
          activities: numbers(index.activitiesIn(place.id)),
        })),
    },
  ];
  return lists
    .map(({ title, entries }) => ({
      title,
      groups: grouped(
        entries.filter((entry) => entry.activities.length > 0),
        language,
      ),
    }))
    .filter(({ groups }) => groups.length > 0);
}

const nameOf = ({ name }: IndexEntry): string => (typeof name === 'string' ? name : name.text);

function grouped(entries: readonly IndexEntry[], language: PageLanguage): { letter: string; entries: IndexEntry[] }[] {
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN-u-co-pinyin' : LOCALE[language], { numeric: true });
  const groups = new Map<string, IndexEntry[]>();
  for (const entry of entries.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)))) {
    const letter = letterOf(nameOf(entry), collator);
    groups.set(letter, [...(groups.get(letter) ?? []), entry]);
  }
  return [...groups].map(([letter, own]) => ({ letter, entries: own })).toSorted((a, b) => (a.letter < b.letter ? -1 : 1));
}

/** The first character of each letter in the order of pinyin; no syllable begins with I, U or V. */
const PINYIN = [...'ABCDEFGHJKLMNOPQRSTWXYZ'].map((letter, at) => ({
  letter,
  first: [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀'][at]!,
}));

function letterOf(name: string, collator: Intl.Collator): string {
  const first = name.normalize('NFD')[0] ?? '';
  if (/\p{Script=Latin}/u.test(first)) return first.toUpperCase();
  if (!/\p{Script=Han}/u.test(first)) return '#';
  return PINYIN.findLast((one) => collator.compare(one.first, first) <= 0)?.letter ?? 'A';
}
