import { openStore } from '#graph-model/store/open.ts';
import { verifyVersion } from '#graph-model/store/verify.ts';
import { ingestFolder } from '#server/cli/ingest.ts';
import { terminal, terminalWork } from '#server/cli/terminal.ts';
const [folder, home] = process.argv.slice(2) as [string,string];
const store = await openStore('sqlite:'+home+'/store.sqlite', { visibility: 'public' });
const out = terminal(false);
const work = terminalWork(out, new AbortController().signal, process.env);
for (let i=0;i<2;i++){ const t=Date.now();
await ingestFolder(store, folder, { home, dryRun: false, out, work });
console.log('ms', Date.now()-t); }
const r = await store.reader((await store.head()).version);
console.log('violations', (await verifyVersion(r)).length);
for (const t of ['entity','relationship','attribute','indicator','name','statement','record','evidence','passage','reading','anchor','coverage','source'] as const) console.log(t, await r.count(t));
for await (const rows of r.scan('reading')) console.log(rows);
console.log((await r.searchNames('泰基', 5)).matches.map(m=>m.match+' '+m.row.value));
await store.close();
