import { describeSamenessOnSqlite } from './sqlite-sides.ts';

describeSamenessOnSqlite('gansu');
