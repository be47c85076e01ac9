import type { Label } from '#graph-model/ontology/label.ts';

/** What may have changed between two data versions, in the order in which it is told. */
export const CHANGES = {
  entity_appeared: { zh: '新见实体', en: 'entity appeared' },
  entity_gone: { zh: '不再见到的实体', en: 'entity gone' },
  entity_merged: { zh: '并入另一实体', en: 'entity merged' },
  entity_split: { zh: '从另一实体分出', en: 'entity split off' },
  entity_renamed: { zh: '改用另一名称显示', en: 'entity shown by another name' },
  relation_added: { zh: '新见关系', en: 'relationship added' },
  relation_removed: { zh: '不再见到的关系', en: 'relationship removed' },
  relation_changed: { zh: '有变的关系', en: 'relationship changed' },
  attribute_added: { zh: '新见属性', en: 'attribute added' },
  attribute_removed: { zh: '不再见到的属性', en: 'attribute removed' },
  attribute_changed: { zh: '有变的属性', en: 'attribute changed' },
  indicator_added: { zh: '新见指标', en: 'indicator added' },
  indicator_removed: { zh: '不再见到的指标', en: 'indicator removed' },
  indicator_changed: { zh: '有变的指标', en: 'indicator changed' },
  name_added: { zh: '新见名称', en: 'name added' },
  name_removed: { zh: '不再见到的名称', en: 'name removed' },
  name_changed: { zh: '名称的类型有变', en: 'sort of a name changed' },
  source_added: { zh: '新增资料', en: 'source added' },
  source_removed: { zh: '撤下的资料', en: 'source removed' },
  source_changed: { zh: '资料的说明有变', en: 'description of a source changed' },
  coverage_added: { zh: '新增覆盖', en: 'coverage added' },
  coverage_removed: { zh: '不再有的覆盖', en: 'coverage removed' },
  decision_added: { zh: '新的决定', en: 'decision added' },
  decision_removed: { zh: '撤回的决定', en: 'decision withdrawn' },
} as const satisfies Record<string, Label>;
export type ChangeName = keyof typeof CHANGES;

/** In what a thing that stands in both versions differs. */
export const ASPECTS = {
  modality: { zh: '情态', en: 'modality' },
  value: { zh: '值', en: 'value' },
  name: { zh: '名称', en: 'name' },
  name_type: { zh: '名称类型', en: 'sort of name' },
  ended: { zh: '是否已结束', en: 'ended' },
  validity: { zh: '有效期', en: 'validity' },
  dispute: { zh: '说法', en: 'dispute' },
  details: { zh: '限定', en: 'qualifiers' },
  sources: { zh: '资料数', en: 'sources' },
  publishers: { zh: '发布者数', en: 'publishers' },
  confidence: { zh: '把握', en: 'confidence' },
  title: { zh: '题名', en: 'title' },
  class: { zh: '资料类别', en: 'source class' },
  publisher: { zh: '发布者', en: 'publisher' },
  date: { zh: '日期', en: 'date' },
} as const satisfies Record<string, Label>;
export type AspectName = keyof typeof ASPECTS;
