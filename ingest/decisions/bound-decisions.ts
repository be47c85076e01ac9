import { compareDecided } from '#graph-model/derive/decisions.ts';
import { identifyDecision, type RecordDecision } from '#graph-model/facts/decision.ts';
import type { RecordId } from '#graph-model/ids.ts';
import { alikeButForm } from '#graph-model/legal-forms.ts';
import { foldName } from '#graph-model/names.ts';
import { KINDS } from '#graph-model/ontology/kinds.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import type { CrossDecision } from './cross-decision.ts';
import { DECISIONS_FILE } from '../dataset/load-dataset.ts';
import type { IssueLog } from '../report/issue-log.ts';
import { didYouMean } from '../report/near.ts';
import type { StagedRun } from '../staged-run.ts';

/**
 * What a run decides about things that other data sets put into the store, as decisions about each of their records: a
 * thing is all of them, and stays what it is when one is withdrawn. Of several lines about one pair only the last
 * counts. A name that the store does not hold is an issue, unless that line takes the decision back.
 */
export async function boundDecisions(
  reader: GraphReader,
  run: StagedRun,
  log: IssueLog,
): Promise<readonly RecordDecision[]> {
  const crosses: CrossDecision[] = [];
  for await (const some of run.items('crossDecision')) crosses.push(...some);
  if (crosses.length === 0) return [];
  const own = new Set<string>();
  for await (const sources of run.items('source')) for (const { id } of sources) own.add(id);
  const inForce = new Map<string, CrossDecision>();
  for (const cross of crosses) {
    const held = inForce.get(pairOf(cross));
    if (held === undefined || isLater(cross, held)) inForce.set(pairOf(cross), cross);
  }
  const bound: RecordDecision[] = [];
  for (const cross of inForce.values()) {
    const records = await recordsNamed(reader, cross, own, cross.verdict === 'undecided' ? undefined : log);
    bound.push(...records.map((right) => decisionOn(cross, right)));
  }
  return bound;
}

function pairOf({ left, right }: CrossDecision): string {
  return `${left} ${'entity' in right ? right.entity : foldName(right.name)}`;
}

/** Of one day the one further down: a person adds lines at the end. */
function isLater(a: CrossDecision, b: CrossDecision): boolean {
  return a.at === b.at ? a.line > b.line : compareDecided(decisionOn(a, a.left), decisionOn(b, b.left)) > 0;
}

function decisionOn({ verdict, rank, left, reason, who, at, owner }: CrossDecision, right: RecordId): RecordDecision {
  const ranked = rank === undefined ? {} : { rank };
  return identifyDecision({
    about: 'records',
    verdict,
    left,
    right,
    ...ranked,
    reason,
    who,
    at,
    owner,
  }) as RecordDecision;
}

/** The records of other data sets that it is made of, in order of id; of those that bear the name only these. */
async function recordsNamed(
  reader: GraphReader,
  { kind, right, line }: CrossDecision,
  own: ReadonlySet<string>,
  log: IssueLog | undefined,
): Promise<readonly RecordId[]> {
  const value = 'entity' in right ? right.entity : right.name;
  const place = { file: DECISIONS_FILE, line, column: 'right', value };
  const entities = (await entitiesNamed(reader, right)).filter((entity) => entity.kind === kind);
  const rows = await reader.find(
    'record',
    'entity',
    entities.map(({ id }) => id),
  );
  const others = rows.filter(({ source }) => !own.has(source));
  const held = entities.filter(({ id }) => others.some(({ entity }) => entity === id));
  const [first, second] = held;
  if (first === undefined) {
    log?.add('DECISION_UNKNOWN', place, { kind: KINDS[kind], near: didYouMean(value, await alike(reader, value)) });
    return [];
  }
  if (second !== undefined) {
    const candidates = held.map(({ id, name }) => `${name} ${id}`).join('; ');
    log?.add('DECISION_AMBIGUOUS', place, { candidates });
    return [];
  }
  const named = 'entity' in right ? [] : others.filter(({ name }) => foldName(name) === foldName(right.name));
  return (named.length > 0 ? named : others).map(({ id }) => id).sort(compareText);
}

/** Names that the store has and that differ from it only in legal form. */
async function alike(reader: GraphReader, name: string): Promise<readonly string[]> {
  return (await reader.find('name', 'folded', alikeButForm(foldName(name)))).map(({ value }) => value);
}

/** In order of id. */
async function entitiesNamed(reader: GraphReader, ref: CrossDecision['right']): Promise<readonly RowOf<'entity'>[]> {
  const ids =
    'entity' in ref
      ? [await redirected(reader, ref.entity)]
      : sortedUnique((await reader.find('name', 'folded', [foldName(ref.name)])).map(({ entity }) => entity));
  const entities = await reader.get('entity', ids);
  return [...entities.values()].sort((a, b) => compareText(a.id, b.id));
}

async function redirected(reader: GraphReader, id: string): Promise<string> {
  const met = new Set<string>();
  for (let at = id; ;) {
    met.add(at);
    const to = (await reader.get('redirect', [at])).get(at)?.to;
    if (to === undefined || met.has(to)) return at;
    at = to;
  }
}
