import type { Label } from '#graph-model/ontology/label.ts';
import type { Cell } from './board.ts';
import { judge } from './state.ts';
import { strengthOf, totalOf, type Grounds } from './strength.ts';
import { STATES, TERMS, type State } from './terms.ts';

/** What is told of a cell: the five states in the order in which they are tried, then the marks. */
export const CELL_WORDS = {
  ...STATES,
  sole: { zh: '独家', en: 'sole' },
  only_building: { zh: '只有在建', en: 'only being built' },
  contradicted: { zh: '说法不一', en: 'sources disagree' },
  claimed_missing: { zh: '称缺', en: 'said to be missing' },
} as const satisfies Record<string, Label>;
export type CellWord = keyof typeof CELL_WORDS;

/** Why a word holds of a cell, or what keeps it from holding. */
export type Reason = { readonly about: CellWord; readonly holds: boolean; readonly reason: Label };

type Explained = {
  readonly grounds: Grounds;
  /** How many actors no source places. */
  readonly unplaced: number;
  /** How many say that it is missing whose word sets no state. */
  readonly claims: number;
};

export function explainCell({ grounds, facts, claimedMissing }: Cell): readonly Reason[] {
  return reasonsOf({ grounds, unplaced: facts.unplaced.size, claims: claimedMissing.length });
}

/** One reason for each word, whether it holds or not: nothing about a cell is left without its why. */
export function reasonsOf(of: Explained): readonly Reason[] {
  const { state } = judge(of.grounds);
  const order = Object.keys(STATES) as State[];
  const states = order.map((about): Reason => {
    if (about === state) return { about, holds: true, reason: HOLDS[about](of) };
    if (order.indexOf(about) > order.indexOf(state)) return { about, holds: false, reason: decided(state) };
    return { about, holds: false, reason: OPEN[about](of) };
  });
  return [...states, sole(of), onlyBuilding(of), contradicted(of), claimed(of)];
}

const decided = (state: State): Label => ({
  zh: `前面的${STATES[state].zh}已经成立，不再往下判`,
  en: `${STATES[state].en} holds before it, so it is not tried`,
});
const seen = ({ grounds: { actors, building } }: Explained): Label => ({
  zh: `已见在产 ${actors} 家、在建 ${building} 家`,
  en: `${actors} seen in operation, ${building} being built`,
});
const placeless = ({ unplaced }: Explained): Label => ({
  zh: `有 ${unplaced} 家地点不明，可能就在这里`,
  en: `${unplaced} of unknown place may be here`,
});
const NONE_SEEN: Label = { zh: '没有见到在产或在建的', en: 'none is seen in operation or being built' };
const unclaimed = (zh: string, en: string): Label => ({
  zh: `没有名录覆盖这一格，也没有可采信的资料说${zh}`,
  en: `no register covers the cell, and no source whose word counts says that it is ${en}`,
});
const bySource = (zh: string, en: string): Label => ({
  zh: `资料明说${zh}，发布者的话可以采信`,
  en: `a source whose word counts says that it is ${en}`,
});
/** A sum is told only where a register covers: elsewhere it would pretend to know the whole. */
const strengthText = ({ grounds }: Explained, than: Label): Label => {
  const total = totalOf(strengthOf(grounds));
  return grounds.covered
    ? { zh: `强度 ${total}，${than.zh}`, en: `strength ${total}, ${than.en}` }
    : { zh: `只按见到的算，强度${than.zh}`, en: `by what is seen, the strength is ${than.en}` };
};
const STRONG = TERMS.strongFrom;
const WEAK = TERMS.weakBelow;

const HOLDS: Readonly<Record<State, (of: Explained) => Label>> = {
  missing: ({ grounds }) =>
    grounds.covered
      ? { zh: '名录覆盖这一格，在产、在建都是 0 家', en: 'a register covers the cell; 0 in operation, 0 being built' }
      : bySource('这里没有', 'missing'),
  strong: (of) => {
    const enough = strengthText(of, { zh: `达到 ${STRONG}`, en: `at least ${STRONG}` });
    const { covered, publishers } = of.grounds;
    return covered
      ? { zh: `${enough.zh}，名录覆盖这一格`, en: `${enough.en}, and a register covers the cell` }
      : { zh: `${enough.zh}，${publishers} 个发布者都说到`, en: `${enough.en}, told by ${publishers} publishers` };
  },
  weak: (of) => {
    const { covered, actors, verdicts } = of.grounds;
    if (covered && isFew(of.grounds)) {
      const low = strengthText(of, { zh: `低于 ${WEAK}`, en: `below ${WEAK}` });
      return {
        zh: `名录覆盖这一格，在产只有 ${actors} 家，${low.zh}`,
        en: `a register covers the cell, only ${actors} in operation, ${low.en}`,
      };
    }
    return verdicts.has('weak') ? bySource('这里薄弱', 'weak') : seen(of);
  },
  present: (of) => seen(of),
  unsurveyed: (of) =>
    of.unplaced > 0
      ? placeless(of)
      : { zh: '没有见到，也没有名录覆盖，有没有判断不了', en: 'none is seen and no register covers the cell: unknown' },
};

/** Why a state that is tried before the one that holds does not hold itself. */
const OPEN: Readonly<Record<State, (of: Explained) => Label>> = {
  missing: (of) => {
    if (of.grounds.actors + of.grounds.building > 0) return seen(of);
    return of.grounds.unplaced ? placeless(of) : unclaimed('这里没有', 'missing');
  },
  strong: (of) => {
    const { actors, publishers } = of.grounds;
    if (actors === 0) return { zh: '没有见到在产的', en: 'none is seen in operation' };
    if (totalOf(strengthOf(of.grounds)) < STRONG) {
      return strengthText(of, { zh: `不到 ${STRONG}`, en: `below ${STRONG}` });
    }
    return {
      zh: `强度够了，可只有 ${publishers} 个发布者，也没有名录覆盖`,
      en: `strong enough, but told by ${publishers} publisher only and covered by no register`,
    };
  },
  weak: (of) => {
    const { actors, building, covered, unplaced } = of.grounds;
    if (actors + building === 0) return NONE_SEEN;
    if (unplaced) return placeless(of);
    if (!covered) return unclaimed('这里薄弱', 'weak');
    if (actors > TERMS.fewActors) {
      return {
        zh: `在产 ${actors} 家，多于 ${TERMS.fewActors} 家`,
        en: `${actors} in operation, more than ${TERMS.fewActors}`,
      };
    }
    if (building > 0) return { zh: `另有 ${building} 家在建`, en: `${building} more being built` };
    return strengthText(of, { zh: `不低于 ${WEAK}`, en: `not below ${WEAK}` });
  },
  present: () => NONE_SEEN,
  unsurveyed: (of) => seen(of),
};

function isFew(grounds: Grounds): boolean {
  const { actors, building } = grounds;
  return actors > 0 && actors <= TERMS.fewActors && building === 0 && totalOf(strengthOf(grounds)) < WEAK;
}

function sole(of: Explained): Reason {
  const { actors, covered, unplaced } = of.grounds;
  const tell = (holds: boolean, reason: Label): Reason => ({ about: 'sole', holds, reason });
  if (judge(of.grounds).sole) {
    return tell(
      true,
      covered
        ? { zh: '名录覆盖这一格，在产的只有 1 家', en: 'a register covers the cell, and 1 is in operation' }
        : bySource('这里只有一家', 'sole'),
    );
  }
  if (actors !== 1) return tell(false, { zh: `在产 ${actors} 家，不是 1 家`, en: `${actors} in operation, not 1` });
  return tell(false, unplaced ? placeless(of) : unclaimed('这里只有一家', 'sole'));
}

function onlyBuilding(of: Explained): Reason {
  return { about: 'only_building', holds: judge(of.grounds).onlyBuilding, reason: seen(of) };
}

function contradicted(of: Explained): Reason {
  const { verdicts } = of.grounds;
  const said = verdicts.has('missing') ? 'missing' : verdicts.has('sole') ? 'sole' : undefined;
  const holds = judge(of.grounds).contradicted;
  if (said === undefined) {
    return {
      about: 'contradicted',
      holds,
      reason: { zh: '没有可采信的资料说空白或独家', en: 'no source says missing or sole' },
    };
  }
  const word = CELL_WORDS[said];
  const against = seen(of);
  return {
    about: 'contradicted',
    holds,
    reason: { zh: `资料说${word.zh}，${against.zh}`, en: `a source says ${word.en}; ${against.en}` },
  };
}

function claimed({ claims }: Explained): Reason {
  const reason = {
    zh: claims > 0 ? `有 ${claims} 处这样说，出处的话不作判断的依据` : '没有这样的说法',
    en: claims > 0 ? `said ${claims} times, by sources whose word sets no state` : 'nobody says so',
  };
  return { about: 'claimed_missing', holds: claims > 0, reason };
}
