import type { ReadingLite } from '../api/fragments.ts';
import type { SheetRelation } from '../api/relation-sheet.ts';
import type { DrawnEdge, DrawnNode, Model } from '../canvas/elements.ts';
import { edgesOf, nodesOf } from './graph-csv.ts';
import type { PathMarks } from './path-marks.ts';
import { readingsOf } from './readings-of.ts';
import { xmlText } from './xml.ts';

const KEYS = [
  ['kind', 'node', 'string'],
  ['name', 'node', 'string'],
  ['nameEn', 'node', 'string'],
  ['doubtful', 'node', 'boolean'],
  ['mayBeOf', 'node', 'string'],
  ['end', 'node', 'string'],
  ['paths', 'node', 'string'],
  ['fact', 'edge', 'boolean'],
  ['type', 'edge', 'string'],
  ['modality', 'edge', 'string'],
  ['ended', 'edge', 'boolean'],
  ['confidence', 'edge', 'int'],
  ['sentence', 'edge', 'string'],
  ['sentenceEn', 'edge', 'string'],
  ['sources', 'edge', 'string'],
  ['locators', 'edge', 'string'],
  ['placesNotListed', 'edge', 'int'],
  ['mayBe', 'edge', 'int'],
  ['reason', 'edge', 'string'],
  ['pathNumbers', 'edge', 'string'],
  ['pathSteps', 'edge', 'string'],
] as const;

type Key = (typeof KEYS)[number][0];

/**
 * What is drawn as GraphML 1.0, with sentence, state and every place of a relationship: `sources` and `locators` are
 * parted by `; `, one of each a place. A may-be reading is no `fact`: it has its rank and reason, and no type.
 * `end` is A or B. `paths` of a node, `pathNumbers` of an edge are the listed paths that it is on, `pathSteps` which step
 * of each it is, all from 1 and parted by `; `.
 */
export function graphml(
  model: Model,
  sheet: readonly SheetRelation[],
  readings: readonly ReadingLite[],
  marks: PathMarks,
  version: number,
): string {
  const told = new Map(sheet.map((relation) => [relation.id, relation]));
  const reasons = new Map(readings.map(({ id, reason }) => [id, reason]));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map(([id, of, type]) => `<key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`),
    '<key id="dataVersion" for="graph" attr.name="dataVersion" attr.type="int"/>',
    '<graph edgedefault="directed">',
    `<data key="dataVersion">${version}</data>`,
    ...nodesOf(model).map((node) => nodeLine(node, readings, marks)),
    ...edgesOf(model).map((edge) => edgeLine(edge, told.get(edge.id), reasons.get(edge.id) ?? null, marks)),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}

function nodeLine(
  { id, kind, name, nameEn, doubtful, end }: DrawnNode,
  readings: readonly ReadingLite[],
  marks: PathMarks,
): string {
  const meanings = readingsOf(id, readings).map(({ to }) => to.id);
  const data = [
    dataOf('kind', kind),
    dataOf('name', name),
    dataOf('nameEn', nameEn),
    dataOf('doubtful', doubtful ? true : null),
    dataOf('mayBeOf', meanings.length > 0 ? meanings.join(' ') : null),
    dataOf('end', end?.toUpperCase() ?? null),
    dataOf('paths', joined(marks.nodes.get(id) ?? [])),
  ];
  return `<node id="${xmlText(id)}">${data.join('')}</node>`;
}

function edgeLine(
  edge: DrawnEdge,
  relation: SheetRelation | undefined,
  reason: string | null,
  marks: PathMarks,
): string {
  const { id, source, target, type, modality, ended, confidence, reading } = edge;
  const steps = marks.edges.get(id) ?? [];
  const statements = relation?.provenance.statements;
  const places = statements?.edges.flatMap(({ node }) => node.evidence) ?? [];
  const left = statements ? statements.totalCount - statements.edges.length : 0;
  const data = [
    dataOf('fact', reading === null),
    dataOf('type', type),
    dataOf('modality', modality),
    dataOf('ended', ended ? true : null),
    dataOf('confidence', reading === null ? confidence : null),
    dataOf('sentence', relation?.sentence.zh ?? null),
    dataOf('sentenceEn', relation?.sentence.en ?? null),
    dataOf('sources', joined(places.map(({ stance, passage }) => titleOf(stance, passage.source)))),
    dataOf('locators', joined(places.map(({ passage }) => passage.locator))),
    dataOf('placesNotListed', left > 0 ? left : null),
    dataOf('mayBe', reading),
    dataOf('reason', reason),
    dataOf('pathNumbers', joined(steps.map(({ path }) => path))),
    dataOf('pathSteps', joined(steps.map(({ step }) => step))),
  ];
  return `<edge id="${xmlText(id)}" source="${xmlText(source)}" target="${xmlText(target)}">${data.join('')}</edge>`;
}

type Place = SheetRelation['provenance']['statements']['edges'][number]['node']['evidence'][number];

/** A place that speaks against the relationship says so before its title. */
function titleOf(stance: Place['stance'], { title, date }: Place['passage']['source']): string {
  return `${stance === 'refutes' ? 'refutes: ' : ''}${title} ${date}`.replaceAll(';', '；');
}

function joined(parts: readonly (string | number)[]): string | null {
  return parts.length > 0 ? parts.join('; ') : null;
}

function dataOf(key: Key, value: string | number | boolean | null): string {
  return value === null ? '' : `<data key="${key}">${xmlText(String(value))}</data>`;
}
