/** What the routes of the programme load, whichever version their address names. */
import { error } from '@sveltejs/kit';
import type { House, Published } from '../house.ts';
import type { PageLanguage } from '#registry/text.ts';
import { selectionFrom, type Selection, type View } from '../selection.ts';
import { countsOf } from './facets.ts';
import { firstDay, programmePage, viewIndex, type ProgrammePage, type ViewIndex } from './page.ts';
import { selectionAt } from './paths.ts';

interface Asked {
  house: House;
  published: Published;
  language: PageLanguage;
  /** Whether the address names a version. */
  versioned: boolean;
  query: URLSearchParams;
}

async function currentBeside({ house, published, versioned }: Asked): Promise<Published | null> {
  return versioned ? house.current(published.publication.content.edition.slug) : null;
}

/** Without a choice, the first day. */
export async function loadProgramme(asked: Asked): Promise<ProgrammePage> {
  const { published, language } = asked;
  const chosen = selectionFrom(asked.query);
  const day = Object.keys(chosen).length === 0 ? firstDay(published) : null;
  const selection: Selection = day ? { day } : chosen;
  const page = programmePage({ published, selection, language, current: await currentBeside(asked) });
  return day ? { ...page, path: `${page.base.slice(language.length + 1)}/programme` } : page;
}

/** 404 for a key that the edition does not have. */
export async function loadSelection(asked: Asked, view: View, key: string): Promise<ProgrammePage> {
  if (!countsOf(asked.published.index, {}, view).has(key)) error(404, 'programme');
  const selection = selectionAt(view, key, asked.query);
  return programmePage({ published: asked.published, selection, language: asked.language, current: await currentBeside(asked) });
}

export function loadView({ published, language, versioned }: Asked, view: View): ViewIndex {
  const { edition } = published.publication.content;
  const home = `/${language}/${edition.slug}`;
  return viewIndex(published, view, language, versioned ? `${home}/versions/${published.publication.number}` : home);
}
