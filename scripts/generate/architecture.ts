import { cruise } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';
import { ROOT } from '../setup/root.mjs';

const LAYERS = ['graph-model', 'ingest', 'server', 'web'];

/**
 * The folders and who imports whom, as a Mermaid flowchart in a Markdown fence. Inside a layer an arrow goes from folder to
 * folder, between layers from a folder to the layer: which of its folders is meant would only be noise.
 */
export async function architectureDiagram(): Promise<string[]> {
  const { output } = await cruise(LAYERS, { ...config.options, baseDir: ROOT });
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text where modules were expected');
  const folders = new Set<string>();
  const arrows = new Set<string>();
  for (const module of output.modules) {
    const from = folderOf(module.source);
    if (from === undefined) continue;
    folders.add(from);
    for (const dependency of module.dependencies) {
      const to = folderOf(dependency.resolved);
      if (to === undefined || to === from) continue;
      arrows.add(`  ${idOf(from)} --> ${layerOf(to) === layerOf(from) ? idOf(to) : layerIdOf(layerOf(to))}`);
    }
  }
  const boxes = LAYERS.flatMap((layer) => boxesOf(layer, folders));
  return ['```mermaid', 'flowchart LR', ...boxes, ...[...arrows].sort(), '```'];
}

/**
 * The folder that stands for a file: its layer, or the first folder below it; for the explorer the one below `src`.
 * @returns undefined for what is not ours or is written by a tool
 */
function folderOf(path: string): string | undefined {
  if (/\.(d|config)\.ts$/.test(path)) return undefined;
  const parts = path.split('/').slice(0, -1);
  const [layer] = parts;
  if (layer === undefined || !LAYERS.includes(layer)) return undefined;
  return parts.slice(0, parts[1] === 'src' ? 3 : 2).join('/');
}

function layerOf(folder: string): string {
  return folder.replace(/\/.*/, '');
}

function boxesOf(layer: string, folders: ReadonlySet<string>): string[] {
  const inside = [...folders].filter((folder) => folder === layer || folder.startsWith(`${layer}/`)).sort();
  if (inside.length === 0) return [];
  return [
    `  subgraph ${layerIdOf(layer)}["${layer}"]`,
    ...inside.map((folder) => `    ${idOf(folder)}["${folder}"]`),
    '  end',
  ];
}

/** Mermaid takes some words and all slashes amiss. */
function idOf(folder: string): string {
  return `f_${folder.replaceAll(/[^a-z0-9]/g, '_')}`;
}

function layerIdOf(layer: string): string {
  return `layer_${idOf(layer)}`;
}
