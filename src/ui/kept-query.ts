/** What an address asks for, kept through the forms and links of its page. */
type Query = Iterable<[string, string]>;

/** The parameters that say what is shown and chosen; those that name an action of a form are left out. */
export const keptIn = (query: Query): [string, string][] => [...query].filter(([key]) => !key.startsWith('/'));

/** A form's action on the page as it is: what is refused is told there without JavaScript too. */
export const actionOn = (query: Query, action: string): string => `?/${action}&${new URLSearchParams(keptIn(query))}`;
