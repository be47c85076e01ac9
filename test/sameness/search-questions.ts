import { foldName } from '#graph-model/names.ts';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { pinyinKeys } from '#graph-model/pinyin.ts';
import { MOST_CANDIDATES } from '#graph-model/store/port.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { Asker, Question } from './asker.ts';
import { isFound } from './count-coverage.ts';
import type { Draw } from './draw.ts';
import { endCursorIn } from './node-questions.ts';
import type { Sample } from './sample.ts';

/** Ways to look for a name; each finds it, unless too many others are found so too. */
const WAYS: readonly ((name: string, draw: Draw) => string)[] = [
  (name) => name,
  (name) => part(name, 0, 2),
  (name) => part(name, 0, 3),
  (name, draw) => part(name, draw.below([...name].length), 1),
  (name, draw) => part(name, draw.below(Math.max(1, [...name].length - 2)), 2),
  (name) => part(name, Math.max(0, [...name].length - 3), 3),
  (name) => name.toUpperCase(),
  (name) => part(name, 0, 6).toLowerCase(),
  (name) => ` ${part(name, 0, 2)} "·" ${part(name, 2, 2)}`,
  (name) => `${part(name, 0, 2)}*%_\\'(${part(name, 2, 2)})[~`,
  (name) => pinyinKeys(foldName(name))[0] ?? name,
  (name) => part(pinyinKeys(foldName(name)).at(-1) ?? name, 0, 9),
  (name) => part(name, 0, 4).replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
];

/** A name of the version, looked for in one of the ways: mostly one that the cap leaves something of. */
export async function aboutName(at: Asker): Promise<Question> {
  for (let tries = 1; ; tries++) {
    const { row, text } = looked(at);
    const values: Record<string, unknown> = { text };
    if (at.draw.chance(0.4)) {
      values['kinds'] = [at.sample.byId.get(row.entity)?.kind, at.turn('kind searched', KIND_NAMES)];
    }
    if (at.draw.chance(0.4)) values['first'] = at.turn('hits', [1, 3, 100, 10]);
    const question = at.ask(
      'search',
      values,
      at.turn('of a hit', ['SearchHit', 'Name', 'Provenance', 'Entity', 'Source']),
    );
    if (tries === 5 || isFound((await at.answer(question)) ?? {})) return question;
  }
}

/** All hits of a text that few names hold: here their order shows to the last. */
export async function aboutFewHits(at: Asker): Promise<Question> {
  for (let tries = 1; ; tries++) {
    const text = JSON.stringify(part(at.draw.pick(at.sample.names).folded, 0, 2));
    const question = at.question(`{ search(text: ${text}, first: 20, version: ${at.sample.version}) {
      __typename truncated edges { __typename node { __typename entity { __typename id } matched { value } match } } } }`);
    const { search } = (await at.answer(question)) as { readonly search: { readonly edges: readonly unknown[] } };
    if (tries === 20 || (search.edges.length > 1 && search.edges.length < 20)) return question;
  }
}

/** Two pages of hits, where there are so many. */
export async function hitsInPages(at: Asker): Promise<readonly Question[]> {
  for (let tries = 1; ; tries++) {
    const values = { text: [...looked(at).row.folded][0], first: at.turn('hits a page', [1, 4, 1, 20]) };
    const start = at.ask('search', values, 'PageInfo');
    const after = endCursorIn(await at.answer(start));
    if (after !== undefined) return [start, at.ask('search', { ...values, after }, 'SearchHit')];
    if (tries === 5) return [start];
  }
}

/** The characters that stand in as many names as search looks at, or just more: here a cap shows. */
export function aboutTheCap(at: Asker): readonly Question[] {
  const byCount = [...namesByCharacter(at.sample)].sort(([, a], [, b]) => a - b);
  const under = byCount.filter(([, count]) => count <= MOST_CANDIDATES).at(-1);
  const over = byCount.find(([, count]) => count > MOST_CANDIDATES);
  return [under, over].flatMap((found) =>
    found === undefined ? [] : [at.ask('search', { text: found[0] }, 'SearchHit')],
  );
}

/** Does some character stand in exactly as many names as search looks at? */
export function isAtTheCap(sample: Sample): boolean {
  return [...namesByCharacter(sample).values()].includes(MOST_CANDIDATES);
}

function namesByCharacter({ names }: Sample): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { folded } of names) {
    for (const character of new Set(folded)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

/** What no name holds, and what holds nothing. */
export function aboutNoName(at: Asker): Question {
  return at.ask('search', { text: at.turn('no name', ['查无此名 zzz', '   ', '%', '"']) }, 'AnswerCoverage');
}

function looked(at: Asker): { readonly row: RowOf<'name'>; readonly text: string } {
  const row = at.draw.pick(strange(at.sample, at.draw));
  return { row, text: at.turn('way to look', WAYS)(row.value, at.draw) };
}

/** Every third time a name that is not plain Han: Latin, digits, punctuation. */
function strange({ names }: Sample, draw: Draw): readonly RowOf<'name'>[] {
  if (draw.chance(0.66)) return names;
  const found = names.filter(({ value }) => /[^\p{Script=Han}]/u.test(value));
  return found.length === 0 ? names : found;
}

function part(name: string, from: number, length: number): string {
  return [...name].slice(from, from + length).join('');
}
