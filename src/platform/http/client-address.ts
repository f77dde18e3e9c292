/**
 * Where a request comes from. Anybody can write an `X-Forwarded-For`; only what our own proxies added is believed: each adds, at the end, the
 * address that it was asked from. With none of ours in front, it is whoever holds the connection.
 */
export function clientAddress(connected: string | undefined, forwardedFor: string | string[] | undefined, proxies: number): string {
  const own = plain(connected ?? '');
  if (proxies === 0) return own;
  const chain = [forwardedFor ?? []].flat().join(',').split(',').map(plain).filter(Boolean);
  return chain.at(-proxies) ?? own;
}

/** IPv4 as such, also where it came over IPv6; without brackets and port. */
const plain = (address: string): string =>
  address
    .trim()
    .replace(/^\[([^\]]+)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');

/** Whoever is limited together: an address, or the /64 that one household or office has of IPv6. */
export function neighbourhood(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('%', 1)[0]!.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
