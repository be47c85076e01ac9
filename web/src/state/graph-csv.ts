import type { ReadingLite } from '../api/fragments.ts';
import type { SheetRelation } from '../api/relation-sheet.ts';
import type { DrawnEdge, DrawnNode, Model } from '../canvas/elements.ts';
import type { Words } from '../locale/zh.ts';
import { csvText } from './csv.ts';
import type { PathMarks } from './path-marks.ts';
import { readingsOf } from './readings-of.ts';
import type { Lang } from './url.ts';

/** Nodes of a picture one by one, whatever stands for them. */
export function nodesOf({ nodes }: Model): readonly DrawnNode[] {
  return nodes.flatMap((node) => (node.members.length > 0 ? node.members : [node]));
}

/** Edges of a picture one by one, whatever stands for them. */
export function edgesOf({ edges }: Model): readonly DrawnEdge[] {
  return edges.flatMap((edge) => (edge.members.length > 0 ? edge.members : [edge]));
}

/** What is drawn, a row an entity, in the order of the picture; of a name in doubt also what it may mean, and why. */
export function nodesCsv(
  model: Model,
  readings: readonly ReadingLite[],
  marks: PathMarks,
  version: number,
  words: Words,
): string {
  const ties = new Map<string, number>();
  for (const { source, target, reading } of edgesOf(model)) {
    if (reading === null) for (const id of [source, target]) ties.set(id, (ties.get(id) ?? 0) + 1);
  }
  const rows = nodesOf(model).map(({ id, kind, name, nameEn, degree, end, doubtful }) => [
    id,
    words.kinds[kind],
    name,
    nameEn ?? '',
    String(degree),
    String(ties.get(id) ?? 0),
    end?.toUpperCase() ?? '',
    marks.nodes.get(id)?.join('; ') ?? '',
    doubtful ? words.explore.doubtful : '',
    readingsOf(id, readings)
      .map(
        ({ rank, to, reason }) =>
          `${rank === 1 ? words.drawer.first : words.drawer.other} ${to.name} ${to.id}${words.app.colon}${reason}`,
      )
      .join('; '),
    String(version),
  ]);
  return csvText([words.ties.nodeHeads, ...rows]);
}

/**
 * What is drawn, a row a relationship with its sentence, the path steps that it makes and every place behind it; may-be
 * readings with their reason. Of several paths numbers and steps are parted by `; `, in the same order.
 */
export function relationsCsv(
  model: Model,
  sheet: readonly SheetRelation[],
  readings: readonly ReadingLite[],
  marks: PathMarks,
  version: number,
  words: Words,
  lang: Lang,
): string {
  const nodes = new Map(nodesOf(model).map((node) => [node.id, node]));
  const reasons = new Map(readings.map(({ id, reason }) => [id, reason]));
  const told = new Map(sheet.map((relation) => [relation.id, relation]));
  const rows = edgesOf(model).map((edge) => {
    const relation = told.get(edge.id);
    const steps = marks.edges.get(edge.id) ?? [];
    const mayBe = edge.reading === 1 ? words.drawer.firstEdge : words.drawer.otherEdge;
    return [
      edge.id,
      nodes.get(edge.source)?.name ?? '',
      nodes.get(edge.source)?.nameEn ?? '',
      edge.source,
      edge.reading === null ? (edge.label?.[lang] ?? '') : mayBe,
      nodes.get(edge.target)?.name ?? '',
      nodes.get(edge.target)?.nameEn ?? '',
      edge.target,
      relation?.sentence[lang] ?? reasons.get(edge.id) ?? '',
      stateOf(edge, words),
      edge.reading === null ? String(edge.confidence) : '',
      steps.map(({ path }) => path).join('; '),
      steps.map(({ step }) => step).join('; '),
      ...placesOf(relation, words),
      String(version),
    ];
  });
  return csvText([words.ties.relationHeads, ...rows]);
}

/** How real it is; of what is over, also that. */
function stateOf({ modality, ended }: DrawnEdge, words: Words): string {
  if (modality === null) return '';
  const word = ended && modality === 'operating' ? [] : [words.modalities[modality]];
  return [...word, ...(ended ? [words.lines.ended] : [])].join(words.app.comma);
}

/** The places, their evidence ids, and how many statements more there are. */
function placesOf(relation: SheetRelation | undefined, words: Words): readonly [string, string, string] {
  if (!relation) return ['', '', ''];
  const { edges, totalCount } = relation.provenance.statements;
  const evidence = edges.flatMap(({ node }) => node.evidence);
  const places = evidence.map(({ stance, passage: { source, locator } }) => {
    const where = [source.title, source.publisher, source.date, locator].filter((part) => part !== null);
    return `${stance === 'refutes' ? `${words.stances.refutes} ` : ''}${where.join(words.app.comma)}`;
  });
  return [places.join('; '), evidence.map(({ id }) => id).join(' '), String(totalCount - edges.length)];
}
