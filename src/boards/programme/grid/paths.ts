/** The addresses of the programme: one for each selection, so that a view can be sent to somebody and is kept once by every cache. */
import { VIEWS, selectionFrom, type Selection, type View } from '../selection.ts';

/** `base` is `/en/2022` or an earlier version's `/en/2022/versions/3`. The first chosen view stands in the path, the others in the query. */
export function programmePath(base: string, selection: Selection): string {
  const first = VIEWS.find((view) => selection[view]);
  if (!first) return `${base}/programme`;
  const { [first]: key = '', ...others } = selection;
  return `${base}/programme/${first}/${encodeURIComponent(key)}${queryOf(others)}`;
}

export function selectionAt(view: View, key: string, query: URLSearchParams): Selection {
  return { ...selectionFrom(query), [view]: key };
}

/** A selection with one view chosen, or none where `key` is null. */
export function choosing(selection: Selection, view: View, key: string | null): Selection {
  const { [view]: _before, ...others } = selection;
  return key === null ? others : { ...others, [view]: key };
}

function queryOf(selection: Selection): string {
  const parameters = VIEWS.flatMap((view) => (selection[view] ? [`${view}=${encodeURIComponent(selection[view])}`] : []));
  return parameters.length > 0 ? `?${parameters.join('&')}` : '';
}
