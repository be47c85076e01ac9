import type { Figure, Target } from '../api/targets.ts';
import { citation, nameIn, said } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { csvTable } from './csv.ts';
import { firstPassage } from './fact-groups.ts';
import { percent } from './grouped.ts';
import { paceTold } from './pace-told.ts';
import { isDateOfPaper, isOfArea, isPaced, type Paced } from './targets.ts';
import type { Lang } from './url.ts';

/** Every target in a line: what is aimed at, what is known beside it and how to read it, what cannot be said, its place. */
export function targetsCsv(targets: readonly Target[], version: number, words: Words, lang: Lang): string {
  const { columns } = words.start;
  const head = [
    columns.body,
    columns.ofRegion,
    columns.measure,
    columns.scope,
    columns.value,
    columns.unit,
    columns.due,
    words.figures.baseline,
    words.figures.actual,
    words.start.way,
    words.start.time,
    columns.told,
    columns.cannot,
    columns.beside,
    columns.source,
  ];
  const lines = targets.map((target) => {
    const { pace } = target;
    const whole = isPaced(target) ? target : null;
    const beside = pace ? [...pace.notCompared, ...(pace.latest ? [] : pace.elsewhere)] : [];
    return [
      nameIn(target.entity, lang),
      isOfArea(target) ? columns.region : columns.other,
      target.measure,
      said(target.scopeLabel, lang),
      target.value,
      target.unit,
      isDateOfPaper(target) ? words.start.paperOnly(target.period) : target.period,
      pace?.baseline ? figureText(pace.baseline, words) : '',
      pace?.latest ? figureText(pace.latest, words) : '',
      whole ? percent(whole.pace.shareOfWay) : '',
      whole ? percent(whole.pace.shareOfTime) : '',
      whole ? readingOf(whole, words, lang) : '',
      (pace?.gaps ?? []).map((gap) => words.pace.gaps[gap]).join(words.app.semicolon),
      beside.map((one) => besideText(one, words, lang)).join(words.app.semicolon),
      placeOf(target, words, lang),
    ];
  });
  return csvTable(head, lines, { head: words.app.aboutTable, text: words.status.version(version) });
}

/** The sentence of its pace with what to beware of, as on the screen; how the line is drawn is said beside the line. */
function readingOf(target: Paced, words: Words, lang: Lang): string {
  const { text, beware, prices } = paceTold(target, [], words, lang);
  return [text, ...beware, ...(prices === null ? [] : [prices])].join(lang === 'zh' ? '' : ' ');
}

function placeOf(target: Target, words: Words, lang: Lang): string {
  const passage = firstPassage(target);
  if (passage === null) return '';
  const { source, locator } = passage;
  return citation({ cls: source.class, date: source.date, locator }, words, lang);
}

function figureText({ value, unit, period, figure }: Figure, words: Words): string {
  return words.pace.figure(words.figures[figure], period, `${value} ${unit}`);
}

function besideText(one: Figure, words: Words, lang: Lang): string {
  const text = `${nameIn(one.entity, lang)} ${one.measure} ${figureText(one, words)}`;
  return one.conflict ? [text, words.drawer.conflict, words.start.mayDiffer].join(words.app.comma) : text;
}
