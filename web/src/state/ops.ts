/** What a reader did to the canvas, in order. The picture is a pure function of seeds and operations. */
export type Op =
  | { readonly kind: 'expand'; readonly id: string; readonly type: string | null; readonly side: Side }
  | { readonly kind: 'hide'; readonly id: string }
  /** Draws the members of a folded group one by one. */
  | { readonly kind: 'unfold'; readonly id: string }
  | { readonly kind: 'relayout' };

/** Which end of a relationship the expanded entity is. */
export type Side = 'OUT' | 'IN' | 'ANY';

const SIDES: Record<string, Side> = { o: 'OUT', i: 'IN' };
const MAX_OPS = 200;

/** `x.ID`, `x.ID.TYPE`, `x.ID.TYPE.o` expand, `h.ID` hide, `u.ID` unfold, `l` lay out anew; joined by commas. Null when unreadable. */
export function readOps(text: string): readonly Op[] | null {
  const parts = text.split(',');
  if (parts.length > MAX_OPS) return null;
  const ops = parts.map(readOp);
  return ops.every((op) => op !== null) ? ops : null;
}

export function writeOps(ops: readonly Op[]): string {
  return ops.map(writeOp).join(',');
}

function readOp(text: string): Op | null {
  if (text === 'l') return { kind: 'relayout' };
  const match = /^([xhu])\.([A-Za-z0-9_-]{1,64})(?:\.([A-Z_]{1,40})(?:\.([oi]))?)?$/.exec(text);
  const id = match?.[2];
  if (!match || id === undefined) return null;
  if (match[1] !== 'x') {
    return match[3] === undefined ? { kind: match[1] === 'h' ? 'hide' : 'unfold', id } : null;
  }
  return { kind: 'expand', id, type: match[3] ?? null, side: SIDES[match[4] ?? ''] ?? 'ANY' };
}

function writeOp(op: Op): string {
  if (op.kind === 'relayout') return 'l';
  if (op.kind === 'hide') return `h.${op.id}`;
  if (op.kind === 'unfold') return `u.${op.id}`;
  const side = op.side === 'ANY' ? '' : op.side === 'OUT' ? '.o' : '.i';
  return op.type === null ? `x.${op.id}` : `x.${op.id}.${op.type}${side}`;
}
