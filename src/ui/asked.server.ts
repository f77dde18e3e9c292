import type { PageLanguage } from '#registry/text.ts';
import { houseOf, publishedOf } from './load.server.ts';

/** What a request of an edition's page asks for: the house, the publication its address names, the language and the query. */
export async function askedOf(event: { platform: Readonly<App.Platform> | undefined; params: object; url: URL }) {
  const params = event.params as { lang: PageLanguage; version?: number };
  return {
    house: houseOf(event),
    published: await publishedOf(event),
    language: params.lang,
    versioned: params.version !== undefined,
    query: event.url.searchParams,
  };
}
