import type { Label } from '#graph-model/ontology/label.ts';
import { stands, type ToldTie } from '#server/analysis/candidates/ground.ts';
import { INTRODUCTIONS } from '#server/analysis/candidates/introduction.ts';
import { tieLabel } from '#server/analysis/candidates/words.ts';
import type { VisitLanguage } from '#server/visits/visit-row.ts';
import { readIntroduction } from '../candidates/introduction.ts';
import { labelOnly } from '../label.ts';
import { nameLabel } from '../name.ts';
import type { View } from '../view.ts';
import { VISIT_WORDS } from './visit-words.ts';

type VisitWay = {
  readonly lines: readonly string[];
  /** What it leads by, and what is only planned or proposed. */
  readonly relations: readonly string[];
};

/** Through whom, and what is only planned or proposed: as the screen has it. */
export async function wayOf(
  at: View,
  id: string,
  of: { readonly from: readonly string[]; readonly ties: readonly ToldTie[]; readonly language: VisitLanguage },
): Promise<VisitWay> {
  const { from, language } = of;
  const plans = of.ties.filter((tie) => !stands(tie));
  const intended = await Promise.all(plans.map(async (tie) => VISIT_WORDS.intended(await tieInWords(at, tie))));
  const { path, state } = await readIntroduction(at, id, from);
  const said = state === 'way' ? [] : [labelOnly(INTRODUCTIONS[state])];
  const lines = [...intended, ...said].map((label) => label[language]);
  const relations = plans.flatMap(({ own, with: others }) => [...own, ...others.flatMap((one) => one.relations)]);
  if (path === undefined) return { lines, relations };
  const names = await Promise.all(path.entities.map(async (one) => (await nameLabel(at, one))[language]));
  const weak = await Promise.all(
    path.weak.map(async ({ entity }) => VISIT_WORDS.weak(await nameLabel(at, entity))[language]),
  );
  const brackets = weak.length === 0 ? '' : language === 'zh' ? `（${weak.join('；')}）` : ` (${weak.join('; ')})`;
  return {
    lines: [...lines, `${names.join(' → ')}${brackets}`],
    relations: [...relations, ...path.steps.flatMap((step) => step.relations)],
  };
}

async function tieInWords(at: View, tie: ToldTie): Promise<Label> {
  const through = tie.through === undefined ? undefined : await nameLabel(at, tie.through);
  const others = await Promise.all(tie.with.map(({ entity }) => nameLabel(at, entity)));
  return VISIT_WORDS.through(labelOnly(tieLabel(tie.kind, tie.modality)), through, others);
}
