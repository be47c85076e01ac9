import { sqliteHarness } from '#test/graph-model/store/sqlite/harness.ts';
import { surveyRoundTrip } from './round-trip.ts';

surveyRoundTrip('SQLite', sqliteHarness);
