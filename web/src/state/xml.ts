const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML may hold it, in elements and in quoted attributes; control characters that no XML may hold are dropped. */
export function xmlText(text: string): string {
  const kept = Array.from(text).filter((sign) => sign >= ' ' || '\t\n\r'.includes(sign));
  return kept.join('').replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');
}
