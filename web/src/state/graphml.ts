import type { Model } from '../canvas/elements.ts';
import { edgesOf, nodesOf } from './graph-csv.ts';
import { xmlText } from './xml.ts';

const KEYS = [
  ['kind', 'node', 'string'],
  ['name', 'node', 'string'],
  ['nameEn', 'node', 'string'],
  ['doubtful', 'node', 'boolean'],
  ['type', 'edge', 'string'],
  ['modality', 'edge', 'string'],
  ['confidence', 'edge', 'int'],
  ['mayBe', 'edge', 'int'],
] as const;

/** What is drawn as GraphML 1.0: ids, kinds, names, types and states; a may-be reading has its rank and no type. */
export function graphml(model: Model, version: number): string {
  const data = (key: (typeof KEYS)[number][0], value: string | number | boolean | null) =>
    value === null ? [] : [`<data key="${key}">${xmlText(String(value))}</data>`];
  const nodes = nodesOf(model).map(({ id, kind, name, nameEn, doubtful }) =>
    [
      `<node id="${xmlText(id)}">`,
      ...data('kind', kind),
      ...data('name', name),
      ...data('nameEn', nameEn),
      ...data('doubtful', doubtful ? true : null),
      '</node>',
    ].join(''),
  );
  const edges = edgesOf(model).map(({ id, source, target, type, modality, confidence, reading }) =>
    [
      `<edge id="${xmlText(id)}" source="${xmlText(source)}" target="${xmlText(target)}">`,
      ...data('type', type),
      ...data('modality', modality),
      ...data('confidence', reading === null ? confidence : null),
      ...data('mayBe', reading),
      '</edge>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map(([id, of, type]) => `<key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`),
    '<key id="dataVersion" for="graph" attr.name="dataVersion" attr.type="int"/>',
    '<graph edgedefault="directed">',
    `<data key="dataVersion">${version}</data>`,
    ...nodes,
    ...edges,
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}
