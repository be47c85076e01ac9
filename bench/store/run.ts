/** `npm run bench store`: the embedded store alone. */
import './bulk.ts';
