import './attribute.ts';
import './board/board.ts';
import './candidates/candidates.ts';
import './changes/changes.ts';
import './dataset.ts';
import './disputes.ts';
import './entities.ts';
import './estimate-cost.ts';
import './holdings.ts';
import './indicator.ts';
import './layout/layout.ts';
import './ledger/ledger.ts';
import './neighbourhood.ts';
import './nodes.ts';
import './paths.ts';
import './reconcile/reconcile.ts';
import './search.ts';
import './source.ts';
import './statement.ts';
import './survey/survey.ts';
import './ties/common-neighbours.ts';
import './ties/distances.ts';
import './ties/rings.ts';
import './visits/visits.ts';
import { builder } from './builder.ts';

/** Every type and query; importing the files above is what adds them. */
export const schema = builder.toSchema({ sortSchema: false });
