import type { Label } from '#graph-model/ontology/label.ts';
import { inOwnWords } from '#graph-model/ontology/quoted.ts';
import { QUALIFIERS, type Qualifier } from '#graph-model/ontology/qualifiers.ts';
import { specOf, type RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';

/**
 * What a sentence speaks of. Names stand as they are shown in each language; `identity` is what makes this relationship
 * this one.
 */
export type Fact = {
  readonly type: RelationshipType;
  readonly from: Label;
  readonly to: Label;
  /** `from` is a place or a park. */
  readonly ofArea?: boolean | undefined;
  readonly modality: Modality;
  readonly identity: readonly { readonly name: Qualifier; readonly value: string }[];
  /** Name of the place, park, facility or product that is part of it. */
  readonly context?: Label | undefined;
  readonly ended?: boolean | undefined;
};

/** How a sentence says that something is not there yet. */
const OPENINGS: Readonly<Record<Modality, Label>> = {
  operating: { zh: '', en: '' },
  building: { zh: '在建：', en: 'Under construction: ' },
  planned: { zh: '按规划，', en: 'Planned: ' },
  proposed: { zh: '有建议提出，', en: 'Proposed: ' },
};

const ENDED: Label = { zh: '已结束', en: 'ended' };

/** The fact in both languages, read from its `from` end, or from its `to` end when `reversed`. */
export function sentenceOf(fact: Fact, reversed = false): Label {
  const spec = specOf(fact.type);
  const own = spec.ofModality?.[fact.modality];
  const ofArea = fact.ofArea === true ? spec.ofArea : undefined;
  const reading = (own ?? ofArea ?? spec)[reversed ? 'reverse' : 'forward'];
  const opening = OPENINGS[own ? 'operating' : fact.modality];
  const asides = asidesOf(fact);
  return { zh: say(reading.zh, opening.zh, 'zh'), en: say(reading.en, opening.en, 'en') };

  function say(pattern: string, opening: string, language: keyof Label): string {
    const stop = pattern.slice(-1);
    const aside = asides.map((part) => part[language]).join(language === 'zh' ? '；' : '; ');
    const brackets = aside === '' ? '' : language === 'zh' ? `（${aside}）` : ` (${aside})`;
    const text = opening + fill(pattern.slice(0, -1), fact, language) + brackets;
    // A firm that ends in “Ltd.” brings its own.
    return text.endsWith(stop) ? text : text + stop;
  }
}

/** One pass over the pattern: a name that itself holds {to} is not filled again. */
function fill(pattern: string, { from, to }: Fact, language: keyof Label): string {
  return pattern.replace(/\{(from|to)\}/g, (_, end: string) => (end === 'from' ? from : to)[language]);
}

function asidesOf(fact: Fact): Label[] {
  const asides: Label[] = [];
  const context = specOf(fact.type).identity.find((name) => QUALIFIERS[name].value.type === 'record');
  if (context !== undefined && fact.context !== undefined) asides.push(aside(context, fact.context));
  for (const { name, value } of fact.identity) asides.push(aside(name, wordOf(name, value)));
  if (fact.ended === true) asides.push(ENDED);
  return asides;
}

function aside(name: Qualifier, word: Label): Label {
  const spec: Label = QUALIFIERS[name];
  return { zh: `${spec.zh}：${word.zh}`, en: `${spec.en}: ${word.en}` };
}

function wordOf(name: Qualifier, value: string): Label {
  const { value: type } = QUALIFIERS[name];
  const words: Readonly<Record<string, Label>> = type.type === 'word' ? type.words : {};
  return (Object.hasOwn(words, value) ? words[value] : undefined) ?? inOwnWords(value);
}
