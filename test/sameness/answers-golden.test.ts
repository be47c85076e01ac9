import { describeSamenessOnSqlite } from './sqlite-sides.ts';

describeSamenessOnSqlite('golden');
