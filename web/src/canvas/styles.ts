import type { StylesheetJson } from 'cytoscape';
import { LINE_FORMS, LINE_FORM_NAMES } from './line-forms.ts';
import type { Tokens } from './tokens.ts';

/** Diameter of the disc under every shape, in model pixels: edges stop at it, and it is what a pointer hits. */
export const DISC = 28;
export const PATH_DISC = 34;
export const PATH_DISC_CONSORTIUM = 38;
/** Width of the lines of a path, and of one that passes what is merely shared. */
export const PATH = 2.5;
export const WEAK_PATH = 1.25;

/** Discs, lines and arrows. Shapes, words and badges are painted above them by paint.ts. */
export function stylesOf(tokens: Tokens): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        shape: 'ellipse',
        width: DISC,
        height: DISC,
        'background-color': tokens.surface,
        'border-width': 0,
        'overlay-opacity': 0,
      },
    },
    { selector: 'node.hover', style: { 'background-color': tokens.sunk } },
    { selector: 'node.selected', style: { 'border-width': 2, 'border-color': tokens.sel } },
    {
      selector: 'node.path',
      style: { width: PATH_DISC, height: PATH_DISC, 'border-width': 2, 'border-color': tokens.sel },
    },
    {
      selector: 'node.path[kind = "Consortium"]',
      style: { width: PATH_DISC_CONSORTIUM, height: PATH_DISC_CONSORTIUM },
    },
    { selector: 'node.path.doubtful', style: { 'border-color': tokens.warn, 'border-style': 'dashed' } },
    {
      selector: 'edge',
      style: {
        width: 1.25,
        'line-color': tokens.flow,
        'target-arrow-color': tokens.flow,
        'curve-style': 'bezier',
        'control-point-step-size': 30,
        'overlay-opacity': 0,
        'overlay-padding': 6,
      },
    },
    ...LINE_FORM_NAMES.filter((form) => LINE_FORMS[form].length > 0).map((form): StylesheetJson[number] => ({
      selector: `edge.${form}`,
      style: { 'line-style': 'dashed', 'line-dash-pattern': [...LINE_FORMS[form]] },
    })),
    {
      selector: 'edge.reading',
      style: { width: 1.5, 'line-color': tokens.warn, 'target-arrow-color': tokens.warn },
    },
    { selector: 'edge.reading.first', style: { width: 2 } },
    {
      selector: 'edge.kin[!reading]',
      style: { 'line-color': tokens.ink2, 'target-arrow-color': tokens.ink2, 'z-index': 2 },
    },
    {
      selector: 'edge.path',
      style: {
        width: PATH,
        'line-color': tokens.sel,
        'target-arrow-color': tokens.sel,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.95,
        'z-index': 3,
      },
    },
    {
      selector: 'edge.reading.path',
      style: { 'line-color': tokens.warn, 'target-arrow-color': tokens.warn, width: 2 },
    },
    // Less than any tie that is one.
    { selector: 'edge.path.weak', style: { width: WEAK_PATH, 'arrow-scale': 0.8 } },
    {
      selector: 'edge.open',
      style: {
        'target-arrow-shape': 'triangle',
        'underlay-color': tokens.accent,
        'underlay-opacity': 0.22,
        'underlay-padding': 3.5,
        'z-index': 4,
      },
    },
    {
      selector: 'edge.open[!onPath]',
      style: { 'line-color': tokens.ink2, 'target-arrow-color': tokens.ink2, width: 1.75 },
    },
    { selector: 'edge.reading.open', style: { 'line-color': tokens.warn, 'target-arrow-color': tokens.warn } },
    { selector: 'edge.cursor', style: { 'line-color': tokens.focus, 'target-arrow-color': tokens.focus, width: 2.5 } },
  ];
}
