import { foldName } from '#graph-model/names.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { NameMatch } from '#graph-model/store/port.ts';
import { AnswerCoverageRef, coverageOfAnswer } from './answer-coverage.ts';
import { builder } from './builder.ts';
import { ClientError } from './client-error.ts';
import { edgeType, mapPage, PageInfoRef, pageOf, type Connection } from './connection.ts';
import { KindEnum, MatchEnum } from './enums.ts';
import { found } from './found.ts';
import { EntityRef, NameRef } from './refs.ts';
import type { View } from './view.ts';

/** Names read for one question; what lies beyond is said, not shown. */
const MOST_NAMES = 2000;
const LONGEST_TEXT = 200;

type Hit = { readonly at: View; readonly match: NameMatch };

const SearchHitRef = builder.objectRef<Hit>('SearchHit').implement({
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ at, match }) => found(at, 'entity', match.row.entity) }),
    matched: t.field({
      type: NameRef,
      description: 'The best matching of its names.',
      resolve: ({ at, match }) => ({ at, row: match.row }),
    }),
    match: t.field({ type: MatchEnum, resolve: ({ match }) => match.match }),
  }),
});

type SearchShape = { readonly at: View; readonly page: Connection<Hit>; readonly truncated: boolean };

const SearchConnectionRef = builder.objectRef<SearchShape>('SearchConnection').implement({
  fields: (t) => ({
    edges: t.field({ type: [edgeType('Search', SearchHitRef)], resolve: ({ page }) => [...page.edges] }),
    pageInfo: t.field({ type: PageInfoRef, resolve: ({ page }) => page.pageInfo }),
    truncated: t.boolean({
      description: `More than 2,000 candidates: of the names that hold the text only those that begin with it are given, and there are others. Also set when more than ${MOST_NAMES.toLocaleString('en')} names match.`,
      resolve: ({ truncated }) => truncated,
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnectionRef,
    description:
      'Entities by name: exact, then prefix, then substring, then by pinyin and initials; inside these the shorter name first.',
    args: {
      text: t.arg.string({ required: true }),
      kinds: t.arg({ type: [KindEnum] }),
      first: t.arg.int({ defaultValue: 20 }),
      after: t.arg.string(),
      version: t.arg.int(),
    },
    resolve: async (_, { text, kinds, version, ...args }, { view }) => {
      const at = await view(version);
      if (text.length > LONGEST_TEXT) {
        throw new ClientError(
          'BAD_USER_INPUT',
          `text 最多 ${LONGEST_TEXT} 字 / text: at most ${LONGEST_TEXT} characters`,
          {
            field: 'text',
          },
        );
      }
      const { matches, truncated } = await namesLike(at, text);
      const hits = await bestPerEntity(at, matches, kinds ?? undefined);
      const page = pageOf(hits, ({ row }) => row.entity, at.version, args);
      return { at, page: await mapPage(page, (list) => list.map((match) => ({ at, match }))), truncated };
    },
  }),
);

async function namesLike(at: View, text: string): Promise<{ matches: readonly NameMatch[]; truncated: boolean }> {
  const folded = foldName(text);
  if (folded === '') return { matches: [], truncated: false };
  const { matches, truncated } = await at.reader.searchNames(folded, MOST_NAMES + 1);
  return { matches: matches.slice(0, MOST_NAMES), truncated: truncated || matches.length > MOST_NAMES };
}

async function bestPerEntity(at: View, matches: readonly NameMatch[], kinds?: readonly Kind[]): Promise<NameMatch[]> {
  const best = new Map<string, NameMatch>();
  for (const match of matches) if (!best.has(match.row.entity)) best.set(match.row.entity, match);
  if (kinds === undefined) return [...best.values()];
  const kindOf = await at.topology.kindsOf([...best.keys()]);
  return [...best.values()].filter(({ row }) => {
    const kind = kindOf.get(row.entity);
    return kind !== undefined && kinds.includes(kind);
  });
}
