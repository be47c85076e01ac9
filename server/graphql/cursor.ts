import { ClientError } from './client-error.ts';

/** Opaque to clients: the data version, then the key of the row it stands at. Only good for the same version. */
export function cursorOf(version: number, key: string): string {
  return Buffer.from(JSON.stringify([version, key])).toString('base64url');
}

/** @throws ClientError CURSOR_EXPIRED for another version's, BAD_USER_INPUT for what is none */
export function keyOf(cursor: string, version: number): string {
  const [of, key] = parse(cursor);
  if (of !== version) {
    throw new ClientError(
      'CURSOR_EXPIRED',
      `游标属于数据版本 ${of}，当前问题读的是 ${version} / the cursor belongs to data version ${of}, the question reads ${version}`,
      { cursorVersion: of, version },
    );
  }
  return key;
}

function parse(cursor: string): [number, string] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(value) && value.length === 2) {
      const [version, key] = value as unknown[];
      if (Number.isSafeInteger(version) && typeof key === 'string') return [version as number, key];
    }
  } catch {
    // Not ours: said below.
  }
  throw new ClientError('BAD_USER_INPUT', '不是游标 / not a cursor', { field: 'after' });
}
