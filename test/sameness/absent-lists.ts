/** More than one question looks at. */
export const TOO_MUCH = [
  'CandidateIntroductionState.cut',
  'CandidateLackName.size',
  'CandidateLackName.memory',
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

export const ONE_LEDGER_LINE = {
  'its ledger has one line, of a firm of its chain': [
    'LedgerSigned.*',
    'LedgerMayBe.*',
    'LedgerFirm.signed',
    'LedgerFirm.mayBe',
    'Contact.from',
    'Contact.to',
    'ContactStanding.over',
    'ContactStanding.ahead',
    'Ledger.unplaced',
    'Ledger.unsorted',
  ],
};

export const NO_LEDGER = {
  'it has no ledger': [
    'Ledger.*',
    'LedgerFirm.*',
    'LedgerSigned.*',
    'LedgerMayBe.*',
    'LedgerStageCount.*',
    'LedgerStage.*',
    'Contact.*',
    'ContactStanding.*',
    'LedgerResult = Ledger',
  ],
};

/** Few rows drawn by chance have them. */
export const DRAWN = ['Pace.elsewhere', 'ReconcileRule.NUMERALS', 'SurveyRow.meantFor', 'ChangeAspectName.validity'];

/** More than twenty thousand rows of one sort would have to change: tested with other bounds. */
export const CUT_CHANGES = { 'it is far too small for changes to be cut': ['ChangeCut.*', 'Changes.cuts'] };
