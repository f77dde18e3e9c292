/** What the frame around a page is given by its layout: small and plain, so that every page can have it. */
import type { Board } from '#boards/programme/content.ts';
import type { Published } from '#boards/programme/house.ts';
import { textIn, type PageLanguage } from '#registry/text.ts';

export interface Shell {
  language: PageLanguage;
  /** Address that readers use, without a slash at the end. */
  publicUrl: string;
  /** What stands beside the seal: the edition's name, or the series' where no edition is chosen. */
  name: string;
  edition: ShellEdition | null;
  /** Whether this server has desks to sign in to. */
  desk: boolean;
  /** Who is signed in, on pages that are not the same for everybody. */
  who: string | null;
  /** Whether that is one of the sample identities of a demo. */
  persona: boolean;
}

export interface ShellEdition {
  slug: string;
  year: number;
  /** `/en/2022` */
  path: string;
  /** The publication the pages are made from. */
  number: number;
  /** Boards that have something in this programme, in their order. */
  boards: Board[];
  has: { programme: boolean; people: boolean; organisations: boolean; places: boolean; results: boolean; notices: boolean };
}

export function shellOf(
  language: PageLanguage,
  publicUrl: string,
  seriesName: string,
  { desk = false, who = null, persona = false }: Partial<Shell> = {},
): Shell {
  return { language, publicUrl, name: seriesName, edition: null, desk, who, persona };
}

export function shellOfEdition(shell: Shell, { publication }: Published, notices = 0): Shell {
  const { edition, activities, people, organisations, places, results } = publication.content;
  const order: Board[] = ['main', 'forum', 'exhibition', 'exchange', 'release', 'contest', 'side'];
  const used = new Set(activities.map((activity) => activity.board));
  return {
    ...shell,
    name: textIn(edition.name, shell.language),
    edition: {
      slug: edition.slug,
      year: edition.year,
      path: `/${shell.language}/${edition.slug}`,
      number: publication.number,
      boards: order.filter((board) => used.has(board)),
      has: {
        programme: activities.length > 0,
        people: people.length > 0,
        organisations: activities.length > 0 && organisations.length > 0,
        places: activities.length > 0 && places.length > 0,
        results: results.length > 0,
        notices: notices > 0,
      },
    },
  };
}
