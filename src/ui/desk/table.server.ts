/** A table of a desk as a file to be saved: `progress.csv`, `guests.xlsx`. */
export function tableAnswer(name: string, csv: () => string, xlsx: () => Buffer): Response {
  const sheet = name.endsWith('.xlsx');
  const type = sheet ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8';
  return new Response(sheet ? new Uint8Array(xlsx()) : csv(), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' },
  });
}
