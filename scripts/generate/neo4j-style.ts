import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KIND_NAMES, KINDS, type Family } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES, specOf } from '#graph-model/ontology/relationships.ts';
import { TABLE_NAMES, type Table } from '#graph-model/rows.ts';
import { labelOf, LANE, META, PAST, RUN } from '#graph-model/store/neo4j/layout.ts';
import { ROOT } from '../setup/root.mjs';

/** What a row's node is called in a picture. The format knows no colon and no semicolon in a caption. */
const ROW_CAPTIONS: { readonly [T in Exclude<Table, 'entity'>]: string } = {
  source: '{title}',
  scope: '{zh}',
  passage: '{locator}',
  record: '{name}',
  redirect: '改指 redirect',
  anchor: '锚 anchor',
  name: '{value}',
  statement: '陈述 statement',
  evidence: '{stance}',
  coverage: '{extent}',
  decision: '决定 decision',
  relationship: '{type} {modality}',
  attribute: '{name} {value}',
  indicator: '{measure} {value} {unit}',
  reading: '可能是 {rank}',
};

/** Between rows; those between entities come from the ontology. */
const ROW_LINKS = {
  NAMES: '名称',
  ABOUT: '关于',
  EVIDENCED_BY: '出处 {stance}',
  FROM: '来自',
} as const;

/** The words on a family's colour: the one of the two that is read more easily. Places are hollow, as in the explorer. */
const FAMILY_INK: { readonly [F in Family]: 'surface' | 'ink' } = {
  enterprise: 'surface',
  science: 'ink',
  alliance: 'ink',
  public: 'surface',
  space: 'ink',
  thing: 'surface',
};

/**
 * The style file of Neo4j Browser. Of the rules that match a node the later one wins, property by property, so the
 * general come first. The format has no comments.
 */
export function neo4jStyle(): string {
  const colour = explorerColours();
  const node = (selector: string, fill: string, border: string, text: string, more: Rule = {}): string =>
    rule(selector, { color: fill, 'border-color': border, 'text-color-internal': text, ...more });
  const rowNode = (label: string, caption: string): string =>
    node(`node.${label}`, colour('sunk'), colour('ctl'), colour('ink2'), { caption });
  const link = (type: string, caption: string): string => rule(`relationship.${type}`, { caption });
  const rules = [
    node('node', colour('sunk'), colour('ctl'), colour('ink2'), {
      diameter: '50px',
      'border-width': '2px',
      'font-size': '10px',
    }),
    ...TABLE_NAMES.filter((table) => table !== 'entity').map((table) => rowNode(labelOf(table), ROW_CAPTIONS[table])),
    rowNode(RUN, '{version} {title}'),
    rowNode(META, '陇链 {version}'),
    rowNode(LANE, '写道 lane'),
    rule(`node.${labelOf('entity')}`, { diameter: '80px', caption: '{name}' }),
    ...KIND_NAMES.map((kind) => {
      const { family } = KINDS[kind];
      const fill = colour(family === 'space' ? 'surface' : family);
      return node(`node.${kind}`, fill, colour(family), colour(FAMILY_INK[family]), { caption: '{name}' });
    }),
    node(`node.${PAST}`, colour('surface'), colour('line2'), colour('ink3')),
    rule('relationship', {
      color: colour('ctl'),
      'shaft-width': '1px',
      'font-size': '8px',
      padding: '3px',
      'text-color-external': colour('ink2'),
      'text-color-internal': colour('surface'),
      caption: '<type>',
    }),
    ...RELATIONSHIP_TYPES.map((type) => link(type, `${specOf(type).label.zh} {modality}`)),
    ...Object.entries(ROW_LINKS).map(([type, caption]) => link(type, caption)),
    // No dashes in this format: what is only possible is paler than what a source says.
    rule('relationship.MAY_BE', {
      color: colour('line2'),
      'text-color-external': colour('warn'),
      caption: '可能是 {rank}',
    }),
  ];
  return rules.join('\n');
}

type Rule = { readonly [property: string]: string };

function rule(selector: string, properties: Rule): string {
  const lines = Object.entries(properties).map(
    ([name, value]) => `  ${name}: ${name === 'caption' ? `'${value}'` : value};\n`,
  );
  return `${selector} {\n${lines.join('')}}\n`;
}

/** The light colours of the explorer, by name. */
function explorerColours(): (name: string) => string {
  const css = readFileSync(join(ROOT, 'web', 'src', 'tokens.css'), 'utf8');
  const [light = ''] = /:root \{[^}]*\}/.exec(css) ?? [];
  const colours = new Map(Array.from(light.matchAll(/--(\w+): (#[0-9a-f]{6});/g), ([, name, value]) => [name, value]));
  return (name) => {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`web/src/tokens.css has no colour ${name}`);
    return value;
  };
}
