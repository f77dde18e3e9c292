/** What an edition or a series can be called in addresses. */
const KEPT = new Set(['api', 'healthz', 'readyz', 'metrics', 'assets', 'desk', 'door']);

export const isPlainSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 120;
/** No language and no address of our own. */
export const isEditionSlug = (text: string): boolean => isPlainSlug(text) && !/^[a-z]{2}$/.test(text) && !KEPT.has(text);
