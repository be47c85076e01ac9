import { cruise } from 'dependency-cruiser';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import config from '../.dependency-cruiser.mjs';
import { ROOT } from './setup/root.mjs';

/**
 * Draws the folders and who imports whom into docs/architecture.md, between its two marks.
 * `--check` writes nothing and ends with 1 when the drawing in the file is not the one the imports give.
 */
const FILE = join(ROOT, 'docs', 'architecture.md');
const BEGIN = '<!-- drawn by npm run schema: begin -->';
const END = '<!-- drawn by npm run schema: end -->';
const LAYERS = ['graph-model', 'ingest', 'server', 'web'];

process.chdir(ROOT);
const { output } = await cruise(LAYERS, { ...config.options, outputType: undefined });
if (typeof output === 'string') throw new Error('dependency-cruiser gave text where it should give modules');

/** @type {Set<string>} */
const folders = new Set();
/** @type {Set<string>} */
const arrows = new Set();
for (const module of output.modules) {
  const from = folderOf(module.source);
  if (from === undefined) continue;
  folders.add(from);
  for (const dependency of module.dependencies) {
    const to = folderOf(dependency.resolved);
    if (to !== undefined && to !== from) arrows.add(`${idOf(from)} --> ${idOf(to)}`);
  }
}

const drawing = ['```mermaid', 'flowchart LR', ...LAYERS.flatMap(drawLayer), ...[...arrows].sort().map(indent), '```'];
const text = readFileSync(FILE, 'utf8');
const [before, rest] = text.split(BEGIN);
const after = rest?.split(END)[1];
if (before === undefined || after === undefined) throw new Error(`${FILE} lacks its two marks`);
const drawn = `${before}${BEGIN}\n\n${drawing.join('\n')}\n\n${END}${after}`;

if (!process.argv.includes('--check')) writeFileSync(FILE, drawn);
else if (drawn !== text) {
  console.error('docs/architecture.md 与代码不符，请运行 npm run schema · is not what the imports say: npm run schema');
  process.exitCode = 1;
}

/**
 * The folder that stands for a file: its layer, or the first folder below it; for the explorer the one below `src`.
 * @param {string} path
 * @returns {string | undefined} undefined for what is not ours or is written by a tool
 */
function folderOf(path) {
  if (/\.(d|config)\.ts$/.test(path)) return undefined;
  const parts = path.split('/').slice(0, -1);
  const [layer] = parts;
  if (layer === undefined || !LAYERS.includes(layer)) return undefined;
  return parts.slice(0, parts[1] === 'src' ? 3 : 2).join('/');
}

/** @param {string} layer */
function drawLayer(layer) {
  const inside = [...folders].filter((folder) => folder === layer || folder.startsWith(`${layer}/`)).sort();
  if (inside.length === 0) return [];
  return [`  subgraph ${layer}`, ...inside.map((folder) => `    ${idOf(folder)}["${folder}"]`), '  end'];
}

/** Mermaid takes some words and all slashes amiss. @param {string} folder */
function idOf(folder) {
  return `f_${folder.replaceAll(/[^a-z0-9]/g, '_')}`;
}

/** @param {string} line */
function indent(line) {
  return `  ${line}`;
}
