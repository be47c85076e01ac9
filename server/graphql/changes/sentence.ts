import { ATTRIBUTES } from '#graph-model/ontology/attributes.ts';
import { KINDS } from '#graph-model/ontology/kinds.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { EXTENTS, FIGURES, NAME_TYPES, SOURCE_CLASSES } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { Told } from '#server/analysis/changes/told.ts';
import { ASPECTS } from '#server/analysis/changes/words.ts';
import { entityAt } from '../nodes.ts';
import { attributeValueLabel } from '../label.ts';
import { englishName, nameLabel } from '../name.ts';
import { relationSentence } from '../relation.ts';
import type { View } from '../view.ts';
import { aspectWords } from './aspect-words.ts';
import { VERDICTS } from './decision.ts';

export type Between = { readonly before: View; readonly now: View };

/** A change as a sentence, in both languages. What went is told as it was, everything else as it is. */
export async function changeSentence(between: Between, told: Told): Promise<Label> {
  const at = told.after === undefined ? between.before : between.now;
  const what = await thing(between, at, told);
  if (told.table === 'entity') return what;
  if (told.before === undefined || told.after === undefined) {
    const opening = openingOf(told, isFirst(between));
    return { zh: opening.zh + what.zh, en: opening.en + what.en };
  }
  const parts = told.aspects.map((aspect) => {
    const [then, today] = [aspectWords(told, aspect, 'before'), aspectWords(told, aspect, 'after')];
    return {
      zh: `${ASPECTS[aspect].zh}：${then.zh} → ${today.zh}`,
      en: `${ASPECTS[aspect].en}: ${then.en} → ${today.en}`,
    };
  });
  return {
    zh: `${what.zh}（${parts.map(({ zh }) => zh).join('；')}）`,
    en: `${what.en} (${parts.map(({ en }) => en).join('; ')})`,
  };
}

/** What a decision took away its sources still say. */
function openingOf({ table, before, reason }: Told, first: boolean): Label {
  if (table === 'decision') return before === undefined ? NO_OPENING : { zh: '撤回', en: 'Withdrawn: ' };
  if (table === 'source') {
    if (first) return { zh: '装载资料', en: 'Source loaded: ' };
    return before === undefined ? { zh: '新增资料', en: 'New source: ' } : { zh: '撤下资料', en: 'Source removed: ' };
  }
  if (before === undefined) return first ? LOADED : NEW;
  if (reason === 'decided') return { zh: '按人工决定不再采信：', en: 'Set aside by decision: ' };
  return { zh: '已没有资料说：', en: 'No longer told: ' };
}

const NO_OPENING: Label = { zh: '', en: '' };
const NEW: Label = { zh: '新见：', en: 'New: ' };
const LOADED: Label = { zh: '装载：', en: 'Loaded: ' };

/** Against what was before the first load nothing is new. */
function isFirst({ before }: Between): boolean {
  return before.version === 0;
}

async function thing(between: Between, at: View, told: Told): Promise<Label> {
  switch (told.table) {
    case 'entity':
      return entityWords(between, told);
    case 'relationship':
      return relationSentence(at, (told.after ?? told.before) as RowOf<'relationship'>);
    case 'attribute': {
      const { entity, name, value } = (told.after ?? told.before) as RowOf<'attribute'>;
      const [whose, word] = [await nameOf(at, entity), attributeValueLabel(name, value)];
      return labelled(whose, ATTRIBUTES[name], word);
    }
    case 'indicator': {
      const row = (told.after ?? told.before) as RowOf<'indicator'>;
      const whose = await nameOf(at, row.entity);
      const scope = (await at.load.row('scope', row.scope)) ?? { zh: row.scope, en: row.scope };
      const figure = FIGURES[row.figure];
      return {
        zh: `${whose.zh}的${row.measure}（${row.period}，${figure.zh}，${scope.zh}）：${row.value}${row.unit}`,
        en: `${whose.en}, ${row.measure} (${row.period}, ${figure.en}, ${scope.en}): ${row.value} ${row.unit}`,
      };
    }
    case 'name': {
      const { entity, value, type } = (told.after ?? told.before) as RowOf<'name'>;
      return labelled(await nameOf(at, entity), NAME_TYPES[type], { zh: value, en: value });
    }
    case 'source': {
      const row = (told.after ?? told.before) as RowOf<'source'>;
      const word = SOURCE_CLASSES[row.class];
      return {
        zh: `《${row.title}》（${word.zh}，${row.date}）`,
        en: `“${row.titleEn ?? row.title}” (${word.en}, ${row.date})`,
      };
    }
    case 'coverage':
      return coverageWords(at, (told.after ?? told.before) as RowOf<'coverage'>);
    case 'decision':
      return decisionWords(between, (told.after ?? told.before) as RowOf<'decision'>);
  }
}

async function entityWords(between: Between, told: Extract<Told, { table: 'entity' }>): Promise<Label> {
  const { before, now } = between;
  const { id, kind } = (told.after ?? told.before) as RowOf<'entity'>;
  const word = KINDS[kind];
  const name = await nameOf(told.after === undefined ? before : now, id);
  switch (told.change) {
    case 'entity_appeared': {
      const opening = isFirst(between) ? LOADED : NEW;
      return { zh: `${opening.zh}${name.zh}（${word.zh}）`, en: `${opening.en}${name.en} (${word.en})` };
    }
    case 'entity_gone':
      return { zh: `已没有资料说到：${name.zh}（${word.zh}）`, en: `No longer told of: ${name.en} (${word.en})` };
    case 'entity_merged': {
      const other = await nameOf(now, told.other ?? '');
      return {
        zh: `${name.zh}并入${other.zh}（${word.zh}）`,
        en: `${name.en} merged into ${other.en} (${word.en})`,
      };
    }
    case 'entity_split': {
      const other = await nameOf(before, told.other ?? '');
      return {
        zh: `${name.zh}从${other.zh}分出（${word.zh}）`,
        en: `${name.en} split off from ${other.en} (${word.en})`,
      };
    }
    default: {
      // It is about the names as printed.
      const [was, is] = [told.before?.name ?? '', told.after?.name ?? ''];
      return { zh: `${was}现在显示为${is}（${word.zh}）`, en: `${was} is now shown as ${is} (${word.en})` };
    }
  }
}

async function coverageWords(at: View, row: RowOf<'coverage'>): Promise<Label> {
  const [source, subject, place] = await Promise.all([
    at.load.row('source', row.source),
    recordLabel(at, row.subject),
    recordLabel(at, row.place),
  ]);
  const extent = EXTENTS[row.extent];
  return {
    zh: `《${source?.title ?? row.source}》覆盖${place.zh}的${subject.zh}（${extent.zh}，${row.date}）`,
    en: `“${source?.titleEn ?? source?.title ?? row.source}” covers ${subject.en} in ${place.en} (${extent.en}, ${row.date})`,
  };
}

async function decisionWords({ before, now }: Between, { decision }: RowOf<'decision'>): Promise<Label> {
  const verdict = VERDICTS[decision.verdict];
  const by = `${decision.who} ${decision.at}`;
  const why = { zh: `（${decision.reason}；${by}）`, en: ` (${decision.reason}; ${by})` };
  if (decision.about === 'records') {
    const [left, right] = await Promise.all(
      [decision.left, decision.right].map(async (id) => (await recordName(now, id)) ?? recordName(before, id)),
    );
    const pair = [left ?? decision.left, right ?? decision.right] as const;
    return {
      zh: `决定：${pair[0]}与${pair[1]}${verdict.zh}${why.zh}`,
      en: `Decided: ${pair[0]} and ${pair[1]} ${verdict.en}${why.en}`,
    };
  }
  const said =
    (await now.load.row('statement', decision.statement)) ?? (await before.load.row('statement', decision.statement));
  const subject = said && ((await recordName(now, said.subject)) ?? (await recordName(before, said.subject)));
  const about = subject ?? decision.statement;
  return {
    zh: `决定：关于${about}的一条说法，${verdict.zh}${why.zh}`,
    en: `Decided: a statement about ${about} ${verdict.en}${why.en}`,
  };
}

async function recordName(at: View, id: string): Promise<string | undefined> {
  return (await at.load.row('record', id))?.name;
}

/** A record as its source names it, in English by the name of what it stands for. */
async function recordLabel(at: View, id: string): Promise<Label> {
  const record = await at.load.row('record', id);
  if (record === undefined) return { zh: id, en: id };
  return { zh: record.name, en: (await englishName(at, record.entity)) ?? record.name };
}

async function nameOf(at: View, id: string): Promise<Label> {
  const entity = await entityAt(at, id);
  return entity === undefined ? { zh: id, en: id } : nameLabel(at, entity.row.id);
}

function labelled(whose: Label, word: Label, value: Label): Label {
  return { zh: `${whose.zh}的${word.zh}：${value.zh}`, en: `${whose.en}, ${word.en}: ${value.en}` };
}
