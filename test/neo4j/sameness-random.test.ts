import { describeSamenessOnNeo4j } from './sameness.ts';

describeSamenessOnNeo4j('random');
