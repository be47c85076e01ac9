import { useState } from 'react';
import { ask } from '../api/client.ts';
import { relationSheetQuery } from '../api/relation-sheet.ts';
import type { ReadingLite } from '../api/fragments.ts';
import type { Path } from '../api/paths.ts';
import type { Model } from '../canvas/elements.ts';
import { graphSvg } from '../canvas/graph-svg.ts';
import { legendKinds, legendLines } from '../canvas/legend-entries.ts';
import type { Positions } from '../canvas/layout-steps.ts';
import type { Scene } from '../canvas/scene.ts';
import { readTokens } from '../canvas/tokens.ts';
import { Menu } from '../controls/menu.tsx';
import { useLang, useWords } from '../locale/use-words.ts';
import { drawPng } from '../state/draw-png.ts';
import { edgesOf, nodesCsv, nodesOf, relationsCsv } from '../state/graph-csv.ts';
import { graphml } from '../state/graphml.ts';
import { say } from '../state/live.ts';
import { pathMarks } from '../state/path-marks.ts';
import { saveFile } from '../state/save-file.ts';

type Props = {
  readonly model: Model;
  readonly scene: Scene;
  readonly readings: readonly ReadingLite[];
  /** The paths that are listed, best first. */
  readonly paths: readonly Path[];
  /** Where things stand now; null while the layout runs. */
  readonly placesNow: () => Positions | null;
  /** What the picture is of. */
  readonly title: string;
  readonly foot: readonly string[];
  readonly version: number;
  /** What is drawn is what was asked for; nothing is saved of a picture that is about to change. */
  readonly ready: boolean;
  /** A line for the reader: what was saved, or that it was not. */
  readonly onTold: (line: string) => void;
};

const FORMATS = ['png', 'svg', 'nodes', 'relations', 'graphml'] as const;
type Format = (typeof FORMATS)[number];
type Saved = { readonly name: string; readonly type: string; readonly content: BlobPart };
/** Relationships asked about at once. */
const BATCH = 50;

/** What is drawn, as a file: the picture, its two tables, or its graph. */
export function GraphExport(props: Props) {
  const words = useWords();
  const lang = useLang();
  const [busy, setBusy] = useState(false);
  const { model, scene, readings, paths, placesNow, title, foot, version, ready, onTold } = props;

  async function make(format: Format): Promise<Saved | null> {
    const marks = pathMarks(paths);
    const stem = `${title}-v${version}`;
    if (format === 'graphml') {
      return {
        name: `${stem}.graphml`,
        type: 'application/xml;charset=utf-8',
        content: graphml(model, await sheetOf(model, version), readings, marks, version),
      };
    }
    if (format === 'nodes') {
      const name = `${stem}-${words.ties.fileParts.nodes}.csv`;
      return { name, type: 'text/csv;charset=utf-8', content: nodesCsv(model, readings, marks, version, words) };
    }
    if (format === 'relations') {
      const name = `${stem}-${words.ties.fileParts.relations}.csv`;
      const sheet = await sheetOf(model, version);
      return {
        name,
        type: 'text/csv;charset=utf-8',
        content: relationsCsv(model, sheet, readings, marks, version, words, lang),
      };
    }
    const positions = placesNow();
    if (!positions) return null;
    const sure = legendKinds({ ...model, nodes: nodesOf(model) });
    const legend = sure.map(({ kind, count }) => ({ kind, text: `${words.kinds[kind]} ${count}`, doubtful: false }));
    const doubts = model.nodes.filter((node) => node.doubtful);
    const [doubt] = doubts;
    if (doubt) {
      legend.push({ kind: doubt.kind, text: `${words.explore.doubtful} ${doubts.length}`, doubtful: true });
    }
    const tokens = readTokens(document.documentElement);
    const lines = legendLines({ ...model, edges: edgesOf(model) }).map(({ form, count }) => ({
      form,
      text: `${words.lines[form]} ${count}`,
    }));
    const { svg, width, height } = graphSvg({ scene, positions, tokens, title, foot, legend, lines });
    if (format === 'svg') return { name: `${stem}.svg`, type: 'image/svg+xml', content: svg };
    return { name: `${stem}.png`, type: 'image/png', content: await drawPng(svg, width, height) };
  }

  async function save(format: Format): Promise<void> {
    setBusy(true);
    const saved = ready ? await make(format).catch(() => null) : null;
    setBusy(false);
    if (saved) saveFile(saved.name, saved.type, saved.content);
    const line = saved ? words.ties.saved(saved.name) : words.ties.saveFailed;
    onTold(line);
    say(line);
  }

  return (
    <Menu
      label={busy ? words.ties.saving : words.ties.export}
      items={FORMATS.map((format) => ({
        key: format,
        label: words.ties.exports[format],
        run: () => void save(format),
      }))}
    />
  );
}

/** The sentence and the places of every relationship that is drawn, at the version that is drawn. */
async function sheetOf(model: Model, version: number) {
  const ids = edgesOf(model).flatMap(({ id, reading }) => (reading === null ? [id] : []));
  const sheet = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    const { nodes } = await ask(relationSheetQuery, { ids: ids.slice(start, start + BATCH), version });
    sheet.push(...nodes.filter((node) => node?.__typename === 'Relation'));
  }
  return sheet;
}
