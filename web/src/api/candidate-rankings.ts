import { graphql, type ResultOf } from '../graphql.ts';
import { doubtedFields } from './fragments.ts';

/** Firms of a segment by weighted terms, where a register carries them. */
export const rankingFields = graphql(
  `
    fragment RankingFields on CandidateRanking {
      terms {
        term
        label {
          zh
          en
        }
        weight
      }
      rows {
        rank
        best
        worst
        body {
          ...DoubtedFields
        }
        products {
          id
          name
          nameEn
        }
        terms {
          term
          value
          weight
          contribution
        }
        total
        contacts {
          id
          sentence {
            zh
            en
          }
        }
      }
      cut
      dropped {
        term
        count
      }
      carriedBy {
        id
        title
        titleEn
        date
      }
    }
  `,
  [doubtedFields],
);

/** Who could join a body, by reasons that add up. */
export const partnerFields = graphql(
  `
    fragment PartnerFields on PartnerRanking {
      rows {
        body {
          ...DoubtedFields
        }
        score
        terms {
          reason
          label {
            zh
            en
          }
          value
          known
          rests {
            id
            name
            nameEn
          }
        }
        contacts {
          id
          sentence {
            zh
            en
          }
        }
      }
      cut
      weighed
      unlisted {
        reason
        label {
          zh
          en
        }
        count
      }
    }
  `,
  [doubtedFields],
);

export type Ranking = ResultOf<typeof rankingFields>;
export type RankedRow = Ranking['rows'][number];
export type Term = RankedRow['terms'][number]['term'];
export type Partners = ResultOf<typeof partnerFields>;
export type PartnerRow = Partners['rows'][number];
