/**
 * A reader who opened the site by another name than its own. Cookies and forms belong to the public address alone: a form sent from any other
 * is refused, as it could be another site's. Whoever runs the program on their own machine opens it by any name of it; they are led to the
 * one that works, or told what is wrong.
 */
import { isAtWork } from './personal.ts';

export type Elsewhere = { is: 'go'; to: string } | { is: 'tell'; html: string };

interface Asked {
  method: string | undefined;
  /** The request line's path with its query. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
}

const NEAR = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** What answers to machines, by whatever name. */
const FOR_MACHINES = /^\/(?:healthz|readyz|metrics)(?:[?/]|$)/;

/** `null` for what is answered as ever. Only what a browser says of itself is looked at; behind a proxy the name asked for may be any. */
export function openedElsewhere(publicUrl: string): (asked: Asked) => Elsewhere | null {
  const own = new URL(publicUrl);
  const near = NEAR.test(own.hostname) && own.port !== '0';
  const to = (url: string) => (/^\/(?!\/)/.test(url) ? publicUrl + url : publicUrl);
  return ({ method, url, headers }) => {
    const host = typeof headers.host === 'string' ? headers.host.toLowerCase() : '';
    if (host === own.host || host === '') return null;
    if (method !== 'GET' && method !== 'HEAD') {
      // Sent from a page of ours that was opened by this other name; what comes from a script is told by the script's own means.
      const { origin } = headers;
      const same = typeof origin === 'string' && URL.canParse(origin) && new URL(origin).host === host;
      return same && headers['x-sveltekit-action'] === undefined ? { is: 'tell', html: told(origin, publicUrl, to(url)) } : null;
    }
    if (!near || FOR_MACHINES.test(url)) return null;
    const asked = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
    if (!asked) return null;
    if (NEAR.test(asked.hostname) && asked.port === own.port) return { is: 'go', to: to(url) };
    return isAtWork(url) ? { is: 'tell', html: told(`http://${host}`, publicUrl, to(url)) } : null;
  };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? '&#39;');

const told = (from: string, publicUrl: string, to: string): string => `<!doctype html>
<html lang="zh-Hans">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <style>
      :root { color-scheme: light dark; }
      body { font: 1.05rem/1.7 system-ui, sans-serif; max-width: 44rem; margin: 4rem auto; padding: 0 1.25rem; background: light-dark(#fbfaf5, #17171a); color: light-dark(#1b1a18, #ece9e2); }
      h1, h2 { font-family: Georgia, serif; line-height: 1.3; }
      div { margin-top: 2.5rem; border-top: 1px solid light-dark(#d8d4c8, #3a3a3e); }
      a { color: light-dark(#0b6b6b, #6cc5c1); overflow-wrap: anywhere; }
    </style>
    <title>请改用本站地址 · Open this address instead</title>
  </head>
  <body>
    <h1>请改用本站地址打开</h1>
    <p>你是从 ${escaped(from)} 打开的，而本站的地址是 ${escaped(publicUrl)}。为防止其他网站冒用你的登录，登录和表单只在本站地址有效；刚才没有保存任何内容。</p>
    <p><a href="${escaped(to)}">${escaped(to)}</a></p>
    <p>如果本站应当使用前一个地址，请在启动时用 PUBLIC_URL 设定。</p>
    <div lang="en">
      <h2>Open this address instead</h2>
      <p>You came from ${escaped(from)}, but this site’s own address is ${escaped(publicUrl)}. So that no other site can act in your name, signing in and forms work at its own address alone; nothing was saved just now.</p>
      <p><a href="${escaped(to)}">${escaped(to)}</a></p>
      <p>If the site should be reached at the first address, set PUBLIC_URL to it and start again.</p>
    </div>
  </body>
</html>
`;
