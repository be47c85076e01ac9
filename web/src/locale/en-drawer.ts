import type { Words } from './zh.ts';

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const enDrawer: Words['drawer'] = {
  title: 'Sources',
  onlyIn: (version) => `Data version ${version} has this fact; it is there no more.`,
  support: (supports, refutes, publishers) =>
    `${supports} for, ${refutes} against, ${many(publishers, 'publisher', 'publishers')}`,
  sources: (sources, publishers) =>
    `${many(sources, 'document', 'documents')}, ${many(publishers, 'publisher', 'publishers')}`,
  doubt: 'Name in doubt',
  doubtWhy: (count) => `as printed it may mean ${many(count, 'other body', 'bodies')}`,
  first: 'read first',
  other: 'or',
  firstEdge: 'may be, read first',
  otherEdge: 'may be, or',
  stance: 'Stance',
  sure: 'Confidence',
  sureNote: 'Confidence says how surely the passage is read, not how true the matter is.',
  counted: {
    line: (locator) =>
      `${locator}: line ${locator.slice(1)} of the document from its top; blank lines do not count, headings, bylines and captions do.`,
    range: (locator) => `${locator}: characters of the document, counted from 0.`,
    row: (locator) => `${locator}: a sheet (or file) and its row; the header is row 1.`,
  },
  owner: 'From',
  noPassage: 'No passage here, only the place and our note.',
  copyGraphql: 'Copy GraphQL',
  copied: 'Copied',
  openSource: 'Open document',
  openPage: 'Open page',
  expand: 'Expand',
  hide: 'Hide',
  setA: 'Start here',
  setB: 'End here',
  moreFacts: (count) => `${count} more not listed`,
  names: 'Names',
  attributes: 'Attributes',
  indicators: 'Indicators',
  conflict: 'sources disagree',
  ended: 'ended',
  valid: (from, to) => `${from ?? '…'} to ${to ?? '…'}`,
  at: 'at',
  scope: 'Scope',
  decided: (by, at) => `${by}, ${at}`,
  redirected: 'The id asked for has been merged into this one.',
  facts: 'Facts',
  noFacts: 'The data holds no relation of it.',
  readingNote: 'Not a fact, not counted, used by paths only at their ends.',
  more: (count) => `${count} more not listed`,
};
