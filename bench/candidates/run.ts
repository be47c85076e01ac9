import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildProjection } from '#server/analysis/build-projection.ts';
import { readPartnerView } from '#server/analysis/candidates/partners/read-view.ts';
import { LEAST_GROUPS } from '#server/analysis/candidates/measure/measure.ts';
import { PARTNER_SCORER } from '#server/analysis/candidates/partners/scores.ts';
import { viewDigest, type PartnerView } from '#server/analysis/candidates/partners/view.ts';
import { seeded } from '#graph-model/seeded.ts';
import { emptyWorld } from '#test/support/load-world.ts';
import { chains28 } from './chains-28.ts';
import { consortiaTable } from './consortia-table.ts';
import { judge, type Judged, type Ranked } from '#server/analysis/candidates/measure/figures.ts';
import { OURS, rankMemberships, rankTies, WHOLE } from './rank-hidden.ts';
import { madeConsortia, WORLDS } from './made-consortia.ts';
import { PLAIN } from '#server/analysis/candidates/measure/plain-scores.ts';
import { HITS, type Outcome } from '#server/analysis/candidates/measure/ranks.ts';

/**
 * Whether candidates are found again that were hidden, beside plain indices. Partners: whole consortia and projects are
 * hidden, and only pairs that are nowhere else together are ranked. Segments: one membership each of bodies that have
 * others. Usage: npm run bench candidates/run -- [--consortia FILE.csv] [--data FOLDER] [--chains FOLDER] [--made]
 * [--seeds 3] [--folds 10] [--write FILE.json]. Without any of the first four: the made worlds, and the data set
 * data/gansu. Prints lines for people; figures are percent with the interval that holds 95 % of draws.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    consortia: { type: 'string', multiple: true, default: [] },
    data: { type: 'string', multiple: true, default: [] },
    chains: { type: 'string' },
    made: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '3' },
    folds: { type: 'string', default: '10' },
    write: { type: 'string' },
  },
  args: process.argv.slice(2),
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, n) => n + 1);
const folds = Number(values.folds);
const nothing = values.consortia.length + values.data.length === 0 && values.chains === undefined && !values.made;
const measured: object[] = [];

say(
  `protocol: each tie hidden once per seed, ${folds} folds, seeds ${seeds.join(' ')}; scored: pairs of it that are in no`,
);
say('tie left in; left out of a list: who is together already, or hidden with it; equal scores: the mean over their');
say(
  'orders; every tie counts once; intervals: 1,000 draws of ties; AUC: 20 wrong ones of nearest degree for each pair',
);
for (const file of values.consortia) {
  const table = consortiaTable(await readFile(file, 'utf8'), file);
  say(`\n${file}: ${table.rows} rows; not read: ${table.ignored.join(', ') || 'nothing'}`);
  partners(
    file,
    seeds.map(() => table.view),
  );
}
for (const folder of nothing ? ['data/gansu'] : values.data) {
  const world = await emptyWorld();
  const reader = await world.store.reader(await world.load(folder));
  const view = readPartnerView(await buildProjection(reader));
  await world.dispose();
  partners(
    folder,
    seeds.map(() => view),
    viewDigest(view),
  );
}
if (values.made || nothing) {
  for (const made of WORLDS)
    partners(
      `made: ${made.name}`,
      seeds.map((seed) => madeConsortia(made, seed)),
    );
}
if (values.chains !== undefined) {
  const view = await chains28(values.chains);
  const sides = seeds.map((seed) => rankMemberships(view, 400, seeded(seed)));
  say(
    `\n${values.chains}: ${view.active.length} memberships, claims; hidden: one each of 400 bodies that have others, per seed`,
  );
  for (const side of ['segments', 'bodies'] as const) {
    const ranked = merged(
      sides.map((each) => each[side]),
      (group) => group,
    );
    print(side === 'segments' ? 'segments for a body' : 'bodies for a segment', ranked, [['popularity'], PLAIN]);
  }
}
if (values.write !== undefined) await writeFile(values.write, `${JSON.stringify(measured, null, 2)}\n`);

function partners(name: string, views: readonly PartnerView[], digest?: string): void {
  const [first] = views;
  if (first === undefined) return;
  const sizes = first.ties.map(({ members }) => members.length);
  say(
    `\n${name}: ${first.bodies.length} bodies, ${sizes.length} ties of ${Math.min(...sizes)} to ${Math.max(...sizes)} members`,
  );
  const rounds = views.map((view, n) => rankTies(view, folds, seeded(seeds[n] ?? n)));
  // One and the same tie under several seeds is one draw; ties of different made worlds are not the same.
  const same = views.every((view) => view === first);
  const ranked = merged(rounds, (group, n) => (same ? group : `${n} ${group}`));
  if ((ranked[OURS] ?? []).length === 0) return say('  no pair of a tie is new to the others: nothing can be measured');
  const judged = print('partners of a member', ranked, [PLAIN, [...PLAIN, ...WHOLE]]);
  if (judged.groups < LEAST_GROUPS) return say(`  ${judged.groups} ties are too few: not measured`);
  if (digest !== undefined) {
    const hits = Object.fromEntries(HITS.map((k) => [k, judged.figures[OURS]?.[`hit@${k}`]]));
    measured.push({
      data: name,
      digest,
      scorer: PARTNER_SCORER,
      ties: judged.groups,
      pairs: judged.hidden,
      hits,
      over: judged.ratio,
    });
  }
}

function merged(rounds: readonly Ranked[], groupOf: (group: string, n: number) => string): Ranked {
  const all: Record<string, Outcome[]> = {};
  for (const [n, round] of rounds.entries()) {
    for (const [name, outcomes] of Object.entries(round)) {
      for (const each of outcomes) (all[name] ??= []).push({ ...each, group: groupOf(each.group, n) });
    }
  }
  return all;
}

/** @returns the figures beside the last of the sets of others */
function print(what: string, ranked: Ranked, sets: readonly (readonly string[])[]): Judged {
  const judgements = sets.map((others) => judge(ranked, OURS, others, seeded(1)));
  const [judged] = judgements as [Judged, ...Judged[]];
  say(`  ${what}: ${judged.hidden} hidden, in ${judged.groups} groups`);
  say(`  ${''.padEnd(32)}${HITS.map((k) => `hit@${k}`.padEnd(18)).join('')}${'MRR'.padEnd(18)}AUC`);
  for (const name of Object.keys(ranked)) {
    const of = judged.figures[name];
    const cells = [...HITS.map((k) => of?.[`hit@${k}`]), of?.MRR, of?.AUC].map((each) =>
      each === undefined ? '–' : `${percent(each.value)} [${percent(each.low)}, ${percent(each.high)}]`,
    );
    say(`  ${name.padEnd(32)}${cells.map((cell) => cell.padEnd(18)).join('')}`.trimEnd());
  }
  for (const [n, { ratio }] of judgements.entries()) {
    const [value, low, high] = [ratio.value, ratio.low, ratio.high].map((each) => each.toFixed(2));
    say(`  hit@10 over the best of ${sets[n]?.length} (${ratio.over}): ${value} [${low}, ${high}]`);
  }
  return judgements.at(-1) as Judged;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function say(line: string): void {
  console.log(line);
}
