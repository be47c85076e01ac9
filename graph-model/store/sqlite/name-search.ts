import type { RowOf } from '../../rows.ts';
import { LONGEST_QUERY, MOST_CANDIDATES, type NameMatch, type NameSearch } from '../port.ts';
import type { Connection, Value } from './connection.ts';
import { gramQuery } from './grams.ts';
import { wellFormedJson } from './json.ts';

const LIVE = 'since <= :version AND (until IS NULL OR until > :version)';
