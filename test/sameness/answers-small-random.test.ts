import { describeSamenessOnSqlite } from './sqlite-sides.ts';

describeSamenessOnSqlite('small random');
