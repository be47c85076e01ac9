import { ATTRIBUTES } from '#graph-model/ontology/attributes.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import type { Writing } from './written-of.ts';

/** What stands before the records of one end that write of the other; of none, not all were looked through. */
export function writtenWords(count: number, mayBe: number): Label {
  if (count === 0) {
    return {
      zh: '记录没有查完，查过的里没有写到对方。',
      en: 'Not all records were looked through; of those that were, none writes of the other end.',
    };
  }
  const inDoubt = mayBe === 0 ? undefined : mayBe === count ? 'all' : 'some';
  const zh = inDoubt === undefined ? '' : inDoubt === 'all' ? '，名称都待核' : `，其中 ${mayBe} 处名称待核`;
  const en =
    inDoubt === undefined ? '' : inDoubt === 'all' ? ', all by a name in doubt' : `, ${mayBe} by a name in doubt`;
  return {
    zh: `有 ${count} 处记录写到对方${zh}：只是写到，没有成为图上的关系。`,
    en: `${count === 1 ? '1 record writes' : `${count} records write`} of the other end${en}: no relationship of the graph.`,
  };
}

/** Whose record of which sort writes of whom. */
export function writingWords({ attribute, mayBe, name }: Writing, of: Label, other: Label): Label {
  const { zh, en } = ATTRIBUTES[attribute.name];
  return mayBe
    ? {
        zh: `${of.zh}的${zh}写到“${name.value}”，可能是${other.zh}。`,
        en: `Of ${of.en}, ${en}: it writes of “${name.value}”, which may be ${other.en}.`,
      }
    : { zh: `${of.zh}的${zh}写到${other.zh}。`, en: `Of ${of.en}, ${en}: it writes of ${other.en}.` };
}
