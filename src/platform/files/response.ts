/** A file as it is given out: to be saved and never run, whatever is in it (RFC 6266, CSP 3 `sandbox`). */
export function fileAnswer(
  file: { name: string; type: string; bytes: number; sha256: Buffer },
  body: ReadableStream<Uint8Array>,
  unchangedSince: string | null,
): Response {
  const etag = `"${file.sha256.toString('base64url')}"`;
  const headers = {
    'cache-control': 'private, no-cache',
    'content-disposition': disposition(file.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': file.type,
    'cross-origin-resource-policy': 'same-origin',
    etag,
    'x-content-type-options': 'nosniff',
  };
  if (unchangedSince === etag) {
    void body.cancel();
    return new Response(null, { status: 304, headers });
  }
  return new Response(body, { headers: { ...headers, 'content-length': String(file.bytes) } });
}

/** The name twice: for old clients in ASCII, for all others as it is. */
export const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)}`;

/** A picture that a publication shows: named by its own bytes, or by those that it was made from, and so never changing. */
export const pictureAnswer = (body: ReadableStream<Uint8Array> | Uint8Array): Response =>
  new Response(body as BodyInit, {
    headers: {
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'image/webp',
    },
  });
