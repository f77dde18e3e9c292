/** `?chosen&n=3&n=8`: the numbers of the activities that are to go public; without `chosen` all that can. */
export function chosenIn({ params, url }: { params: { edition: string }; url: URL }): { edition: string; activities: number[] | null } {
  const numbers = url.searchParams.getAll('n').map(Number).filter(Number.isSafeInteger);
  return { edition: params.edition, activities: url.searchParams.has('chosen') ? numbers : null };
}
