/** A table of a desk as a file to be saved: `progress.csv`, `guests.xlsx`. */
export const tableAnswer = (name: string, csv: () => string, xlsx: () => Buffer): Response =>
  fileAnswer(name, name.endsWith('.xlsx') ? xlsx() : csv());

/** A table that is written already. */
export function fileAnswer(name: string, table: string | Buffer): Response {
  const sheet = name.endsWith('.xlsx');
  const type = sheet ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8';
  return new Response(typeof table === 'string' ? table : new Uint8Array(table), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' },
  });
}
