import type { Layout, LayoutCell, LayoutMention } from '../api/layout.ts';
import type { Words } from '../locale/zh.ts';
import { csvTable } from './csv.ts';
import { isProposed, stands } from './layout-face.ts';

/** The table as a spreadsheet opens it: one line an industry, each thing with its places in the plan. */
export function layoutCsv(layout: Layout, words: Words): string {
  const { and } = words.app;
  const told = (mentions: readonly LayoutMention[]) => mentions.map((one) => withPlaces(one, markOf(one))).join(and);
  /** A park asked for is no body: only that it is no more than proposed is said of it. */
  const markOf = (mention: LayoutMention) => (isProposed(mention) ? words.layout.proposed : '');
  const standing = (mentions: readonly LayoutMention[]) =>
    mentions.map((one) => withPlaces(one, markOf(one) || (stands(one) ? '' : words.layout.toCome))).join(and);
  const head = [
    words.layout.industry,
    ...layout.zones.map(({ zone }) => zone.name),
    words.layout.bodies,
    words.layout.partners,
    words.layout.source,
  ];
  const lines = layout.industries.map(({ chain, group, cells, bodies, elsewhere, partners, passages }) => [
    group === null ? chain.name : `${group.name} · ${chain.name}`,
    ...cells.map((cell) => {
      const says =
        cell.asked && cell.says !== 'park'
          ? `${words.layout.says[cell.says === 'zone' ? 'zone' : 'listed']} ${placesOf(cell.asked)}`
          : '';
      const segments = cell.says === 'segment' ? words.layout.says.segment(told(cell.segments)) : '';
      return [told(cell.parks), says, segments, ...seenWords(cell, words)].filter((part) => part !== '').join('；');
    }),
    standing([...bodies, ...elsewhere]),
    told(partners),
    passages.map(({ locator }) => locator).join(' '),
  ]);
  const { source, coverage } = layout;
  const foot = [`${source.title} ${source.date}`, words.status.version(coverage.version)].join(' · ');
  return csvTable(head, lines, { head: words.app.aboutTable, text: foot });
}

function seenWords({ seen }: LayoutCell, words: Words): readonly string[] {
  if (seen === null) return [];
  const { operating, building, unplaced } = seen;
  return [
    words.layout.seenIn(operating.length, building.length),
    ...(unplaced.length > 0 ? [words.layout.unplaced(unplaced.length)] : []),
  ];
}

/** What it is marked with on the screen stands behind the name. */
function withPlaces(mention: LayoutMention, mark: string): string {
  return [mention.entity.name, ...(mark === '' ? [] : [`[${mark}]`]), placesOf(mention)].join(' ');
}

function placesOf({ passages }: LayoutMention): string {
  return passages.map(({ locator }) => locator).join(' ');
}
