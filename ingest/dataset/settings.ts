import { QUALIFIER_NAMES } from '#graph-model/ontology/qualifiers.ts';
import { DETAILS } from './table-spec.ts';

/** Every key that dataset.yml may hold somewhere: what a mistyped one is compared with. */
export const SETTINGS: readonly string[] = [
  `id title titleEn publisher licence asOf scopes sources lookups tables assertions
  zh en class date visibility url contentHash file coverage
  chain segment place extent table column is becomes reason words filled
  encoding delimiter ignore source passage confidence note records states
  kind name key ref record relationship from to modality qualifiers
  validFrom validTo ended stance when attribute of value details
  indicator measure unit period figure scope statements min max`.split(/\s+/),
  QUALIFIER_NAMES,
  DETAILS,
].flat();
