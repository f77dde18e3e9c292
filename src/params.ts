import { defineParams } from '@sveltejs/kit/params';
import { VIEWS, type View } from '#boards/programme/selection.ts';
import { isPageLanguage, type PageLanguage } from '#registry/text.ts';

export const params = defineParams({
  lang: (value): PageLanguage | undefined => (isPageLanguage(value) ? value : undefined),
  view: (value): View | undefined => VIEWS.find((view) => view === value),
  feed: (value): string | undefined =>
    /^(schedule\.(xml|json|ics)|schedule2\.json|changes\.atom|(activities|sessions|people|organisations|places|results|changes)\.(csv|xlsx))$/.test(
      value,
    )
      ? value
      : undefined,
  table: (value): string | undefined => (/^[a-z]+\.(csv|xlsx)$/.test(value) ? value : undefined),
  integer: (value): number | undefined => (/^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined),
});
