type Files = Readonly<Record<'dataset.yml' | 'things.csv' | 'ties.csv', string>>;

const SPEC = `id: pumps
title: { zh: 泵阀, en: pumps }
asOf: 2025-06
sources:
  - { id: old, title: 陇报, class: official_news, publisher: 陇社, date: 2024-02 }
  - { id: new, title: 陇报又一期, class: official_news, publisher: 陇社, date: 2025-05 }
  - { id: ledger, title: 白市招商台账, class: project_note, publisher: 白市招商局, date: 2024-05, visibility: internal }
tables:
  - file: things.csv
    source: old
    passage: { is: "¶1" }
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: ties.csv
    source: { column: source }
    passage: { is: "¶2" }
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states:
      - relationship: { column: type }
        from: from
        to: to
        modality: { column: modality }
        qualifiers: { engagement: { column: engagement } }
`;
const FIRMS = ['近', '谈', '签', '划', '新', '无'].map((name) => `${name}泵有限公司`);
const TIES = [
  'SEGMENT_OF,泵,泵阀',
  'SEGMENT_OF,阀,泵阀',
  'SEGMENT_OF,轴承,泵阀',
  'LOCATED_IN,近泵有限公司,白市',
  'ACTIVE_IN,近泵有限公司,泵',
  'ACTIVE_IN,谈泵有限公司,泵',
  'ENGAGED_WITH,白市,谈泵有限公司,operating,ledger,talking',
  'ACTIVE_IN,签泵有限公司,泵',
  'ENGAGED_WITH,白市,签泵有限公司,operating,ledger,signed',
  'ACTIVE_IN,划泵有限公司,泵,planned',
  'ACTIVE_IN,新泵有限公司,泵,operating,new',
];

/** @param many firms that do both pumps and valves */
export function pumpsAndValves(many: number): Files {
  const both = Array.from({ length: many }, (_, n) => `众${String(n).padStart(2, '0')}有限公司`);
  const lines = [...TIES, ...both.flatMap((firm) => [`ACTIVE_IN,${firm},泵`, `ACTIVE_IN,${firm},阀`])].map((line) => {
    const [type, from, to, modality = 'operating', source = 'old', engagement = ''] = line.split(',');
    return [type, from, to, modality, source, engagement].join(',');
  });
  const things = [
    'Place,白市',
    'Chain,泵阀',
    'Segment,泵',
    'Segment,阀',
    'Segment,轴承',
    ...[...FIRMS, ...both].map((firm) => `Company,${firm}`),
  ];
  return {
    'dataset.yml': SPEC,
    'things.csv': `kind,name\n${things.join('\n')}\n`,
    'ties.csv': `type,from,to,modality,source,engagement\n${lines.join('\n')}\n`,
  };
}
