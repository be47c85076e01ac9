/** More than one question looks at. */
export const TOO_MUCH = [
  'CandidateIntroductionState.cut',
  'CandidateLackName.size',
  'CandidateLack.count',
  'CandidateLack.most',
  'NearLackName.size',
];

/** Of a world in which no firms are ranked by nearness, and no ranking is measured. */
export const NOTHING_TO_HIDE = {
  'fewer than twenty of its firms do two segments, and fewer than twenty ties bring new partners together': [
    'NearRow.*',
    'NearTerm.*',
    'NearTermName.*',
    'NearRanking.rows',
    'NearRanking.leftOut',
    'NearRanking.measured',
    'NearLackName.does',
    'CandidateRate.*',
    'CandidatePlainRate.*',
    'CandidateMeasure.measured',
    'CandidatesMeasured.hidden',
    'CandidatesMeasured.drawnFrom',
    'CandidatesMeasured.hit',
    'CandidatesMeasured.plain',
    'CandidateUnmeasured.no_measure',
  ],
};

/** Of a made-up region. */
export const MUCH_TO_HIDE = {
  'many of its firms do two segments, and many of its ties bring new partners together': [
    'NearLackName.few',
    'NearLack.count',
    'CandidateUnmeasured.too_few',
  ],
};

/** The firms of the worked chain alone have them: of many thousands few are asked about. */
export const OF_THE_WORKED = ['NearRow.contacts', 'NearRanking.leftOut'];

/** The worked chain has them for certain: elsewhere few are only planned to work together, or placed in a wider area. */
export const OF_PLANS = [
  'CandidateIntroduction.plans',
  'CandidateIntroductionState.*',
  'CandidateLeftOutReason.wider_place',
];
