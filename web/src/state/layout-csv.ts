import type { Layout, LayoutMention } from '../api/layout.ts';
import type { Words } from '../locale/zh.ts';
import { csvTable } from './csv.ts';

/** The table as a spreadsheet opens it: one line an industry, each thing with its places in the plan. */
export function layoutCsv(layout: Layout, words: Words): string {
  const { and } = words.app;
  const told = (mentions: readonly LayoutMention[]) => mentions.map(withPlaces).join(and);
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
      const seen = cell.seen && words.layout.seenIn(cell.seen.operating.length, cell.seen.building.length);
      return [told(cell.parks), says, segments, seen ?? ''].filter((part) => part !== '').join('；');
    }),
    told([...bodies, ...elsewhere]),
    told(partners),
    passages.map(({ locator }) => locator).join(' '),
  ]);
  const { source, coverage } = layout;
  const foot = [`${source.title} ${source.date}`, words.status.version(coverage.version)].join(' · ');
  return csvTable(head, lines, { head: words.app.aboutTable, text: foot });
}

function withPlaces(mention: LayoutMention): string {
  return `${mention.entity.name} ${placesOf(mention)}`;
}

function placesOf({ passages }: LayoutMention): string {
  return passages.map(({ locator }) => locator).join(' ');
}
