import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Label } from '#graph-model/ontology/label.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

/** Bytes that are not what the table says they are. */
class WrongEncoding extends Error {}

/**
 * The text of a file in pieces. A byte order mark is left out.
 * @param seen given the SHA-256 of all bytes, hex, once the last piece is read
 */
export async function* decodeFile(
  path: string,
  encoding: Encoding,
  seen: (sha256: string) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const looksUtf8 = encoding === 'gb18030' ? utf8Watch() : undefined;
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
      const bytes = chunk as Buffer;
      hash.update(bytes);
      looksUtf8?.feed(bytes);
      const text = decoder.decode(bytes, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof TypeError) throw new WrongEncoding();
    throw error;
  }
  // Most UTF-8 text passes as GB18030, as other characters.
  if (looksUtf8?.fits()) throw new WrongEncoding();
  seen(hash.digest('hex'));
}

/** A whole small file as UTF-8 text; an issue and undefined when it is something else. */
export function decodeText(bytes: Buffer, file: string, log: IssueLog): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    reportEncoding(bytes, 'utf-8', file, log);
    return undefined;
  }
}

/** Was this error of reading one of encoding? Then it is reported with the byte where it starts. */
export async function reportedAsEncoding(
  error: unknown,
  path: string,
  encoding: Encoding,
  file: string,
  log: IssueLog,
): Promise<boolean> {
  if (!(error instanceof WrongEncoding)) return false;
  reportEncoding(await readFile(path), encoding, file, log);
  return true;
}

function reportEncoding(bytes: Buffer, encoding: Encoding, file: string, log: IssueLog): void {
  const offset = firstWrongByte(bytes, encoding) ?? bytes.findIndex((byte) => byte > 0x7f);
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line++;
  log.add('ENCODING_WRONG', { file, line }, { offset, encoding, fits: fitting(bytes, encoding) });
}

/** By halving: a beginning of the file decodes exactly when it ends before the first wrong byte. */
function firstWrongByte(bytes: Buffer, encoding: Encoding): number | undefined {
  if (decodes(bytes, encoding, true)) {
    return decodes(bytes, encoding) ? undefined : Math.max(bytes.length - 1, 0);
  }
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), encoding, true)) good = middle;
    else bad = middle;
  }
  return good;
}

function decodes(bytes: Uint8Array, encoding: Encoding, beginning = false): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: beginning });
    return true;
  } catch {
    return false;
  }
}

function fitting(bytes: Buffer, not: Encoding): Label {
  const wide = bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe])) || bytes.subarray(0, 4096).includes(0);
  const order: readonly Encoding[] = wide ? ['utf-8', 'utf-16le'] : ['utf-8', 'gb18030'];
  const found = order.find((encoding) => encoding !== not && decodes(bytes, encoding));
  if (found === undefined) return { zh: '也不像别的编码', en: 'no known encoding fits' };
  return { zh: `像是 ${found}`, en: `it looks like ${found}` };
}

function utf8Watch() {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let fits = true;
  let beyondAscii = false;
  const decode = (bytes?: Uint8Array) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      fits = false;
    }
  };
  return {
    feed(bytes: Uint8Array) {
      if (!fits) return;
      beyondAscii ||= bytes.some((byte) => byte > 0x7f);
      decode(bytes);
    },
    fits() {
      if (fits) decode();
      return fits && beyondAscii;
    },
  };
}
