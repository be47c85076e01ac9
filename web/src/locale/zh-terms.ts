import type { EntityFull, IndicatorFull } from '../api/entity.ts';
import type { LineForm } from '../canvas/line-forms.ts';
import type { EvidenceFull, Kind, Modality, SourceClass } from '../api/fragments.ts';

type NameType = EntityFull['aliases']['edges'][number]['node']['type'];

/** True of any relationship, a membership as well as a product. */
const modalities = {
  operating: '现有',
  building: '在建',
  planned: '规划',
  proposed: '建议',
} satisfies Record<Modality, string>;

/** The words of the schema's enums. A value that the schema gains is a compile error here. */
export const zhTerms = {
  kinds: {
    Company: '企业',
    University: '高校',
    Institute: '科研院所',
    Hospital: '医院',
    Laboratory: '实验室与平台',
    Consortium: '创新联合体',
    Association: '协会',
    Agency: '政府部门',
    Fund: '基金',
    Policy: '政策',
    Place: '地区',
    Park: '园区',
    Facility: '设施',
    Product: '产品与技术',
    Chain: '产业链',
    Segment: '环节',
    Project: '项目',
  } satisfies Record<Kind, string>,
  modalities,
  inProduction: '在产',
  atWork: '在业',
  lines: { ...modalities, ended: '已结束', reading: '可能是，未定' } satisfies Record<LineForm, string>,
  classes: {
    policy: '政策',
    register: '名录',
    statistics: '统计',
    official_news: '官方新闻',
    proposal: '建言',
    company_statement: '企业说明',
    paper: '论文',
    project_note: '项目笔记',
  } satisfies Record<SourceClass, string>,
  nameTypes: {
    legal: '全称',
    short: '简称',
    former: '曾用名',
    english: '英文名',
    weak: '过短的名称',
  } satisfies Record<NameType, string>,
  figures: {
    actual: '实际',
    target: '目标',
    baseline: '基数',
    estimate: '预计',
  } satisfies Record<IndicatorFull['figure'], string>,
  stances: { supports: '支持', refutes: '反对' } satisfies Record<EvidenceFull['stance'], string>,
  extents: { register: '名录', list: '名单', mention: '提及' },
  sure: { high: '高', middle: '中', low: '低' },
};
