/** A real identity provider for tests: two people, one of them with an address that it does not vouch for. */
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import Provider from 'oidc-provider';
import type { OidcSettings } from '../settings.ts';

const PEOPLE: Record<string, { email: string; email_verified: boolean; name: string }> = {
  lin: { email: 'lin@university.example', email_verified: true, name: 'Lin (test)' },
  unverified: { email: 'unverified@university.example', email_verified: false, name: 'Unverified (test)' },
};

export interface ProviderRunning {
  oidc: OidcSettings;
  /** Follows the way of a browser from the address; comes to the query that it is sent back to us with. */
  signInThere(address: string, login: string): Promise<string>;
}

export async function startProvider(t: { after(work: () => unknown): void }, publicUrl: string, port = 0): Promise<ProviderRunning> {
  const clientSecret = 'a secret of the tests';
  const probe = await listening(port);
  const issuer = `http://127.0.0.1:${(probe.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'forum',
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/auth/openid/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => (PEOPLE[id] ? { accountId: id, claims: () => Promise.resolve({ sub: id, ...PEOPLE[id]! }) } : undefined),
    cookies: { keys: ['tests'] },
    features: { devInteractions: { enabled: true } },
  });
  provider.on('server_error', (_, error) => console.error(error));
  probe.on('request', provider.callback() as never);
  t.after(() => {
    probe.closeAllConnections();
    return new Promise((resolve) => probe.close(resolve));
  });

  const signInThere = async (address: string, login: string): Promise<string> => {
    const jar = new Map<string, string>();
    const ask = async (url: string, init: RequestInit = {}) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(url, { redirect: 'manual', ...init, headers: { ...init.headers, cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';', 1)[0]!.split('=');
        jar.set(name, value);
      }
      return answer;
    };
    let url = address;
    for (let step = 0; step < 12; step++) {
      if (url.startsWith(publicUrl)) return new URL(url).search;
      let answer = await ask(url);
      if (answer.status === 200) {
        const page = await answer.text();
        const action = page.match(/<form[^>]*action="([^"]+)"/)?.[1]?.replaceAll('&amp;', '&') ?? url;
        const prompt = page.match(/name="prompt" value="(\w+)"/)?.[1] ?? 'login';
        const body = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'x' } : {}) });
        answer = await ask(new URL(action, url).href, { method: 'POST', body });
      }
      url = new URL(answer.headers.get('location') ?? '', url).href;
    }
    throw new Error('the provider led in circles');
  };
  return { oidc: { issuer, clientId: 'forum', clientSecret, name: 'University' }, signInThere };
}

async function listening(port: number): Promise<Server> {
  const { createServer } = await import('node:http');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}
