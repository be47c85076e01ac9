import type { PartialDate } from '#graph-model/dates.ts';
import { KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import { isOver, type Relation } from './standing.ts';

/** In what a body, a product or a project stands to a consortium, in the order of its page. */
export const CONSORTIUM_ROLES = {
  lead: { zh: '牵头', en: 'lead' },
  member: { zh: '成员单位', en: 'members' },
  partner: { zh: '合作成员单位', en: 'partners' },
  tester: { zh: '检验检测支持', en: 'testing support' },
  funder: { zh: '资助', en: 'funding' },
  direction: { zh: '技术方向', en: 'technical directions' },
  lead_direction: { zh: '牵头单位的技术方向', en: 'directions of its lead' },
  project: { zh: '项目', en: 'projects' },
  other: { zh: '其他往来', en: 'other ties' },
} as const satisfies Record<string, Label>;

export type ConsortiumRole = keyof typeof CONSORTIUM_ROLES;

/** Bodies in these are of the consortium: nobody has to bring them to it. */
export const LISTED: readonly ConsortiumRole[] = ['lead', 'member', 'partner'];

/** Of a body: in the other roles it may stand at the same time. */
const OF_BODIES: readonly ConsortiumRole[] = [...LISTED, 'tester', 'funder'];

const INTO: Readonly<Partial<Record<RelationshipType, ConsortiumRole>>> = {
  LEADS: 'lead',
  MEMBER_OF: 'member',
  PARTNER_OF: 'partner',
  TESTS_FOR: 'tester',
  FUNDS: 'funder',
};
const OF_PROJECTS: readonly RelationshipType[] = ['LEADS', 'MEMBER_OF', 'PARTNER_OF', 'HOSTS', 'FUNDS'];
/** Where it is and which industry it serves is told at the head of the page. */
const AT_THE_HEAD: readonly RelationshipType[] = ['LOCATED_IN', 'ACTIVE_IN', 'SUPPORTS'];
const MAKES: readonly RelationshipType[] = ['DEVELOPS', 'PRODUCES'];

export type Named = { readonly kind: Kind; readonly name: string };

export type RoleRow = {
  readonly entity: string;
  /** In order of id. */
  readonly relations: readonly Relation[];
  /** It is so now: something of it operates and has not ended. */
  readonly stands: boolean;
  /** What it is said to do in the consortium; empty where no source says. */
  readonly division: readonly string[];
  /** The other roles of the same body in this consortium, in the order of the page. */
  readonly also: readonly ConsortiumRole[];
};

export type RoleGroup = { readonly role: ConsortiumRole; readonly rows: readonly RoleRow[] };

/**
 * The roles of one consortium in the order of the page, those without a row left out. Rows by kind, name and id.
 * @param relations of the consortium
 * @param ofLeads what its leads develop or produce in the chains that it serves
 */
export function rolesOf(
  consortium: string,
  relations: readonly Relation[],
  ofLeads: readonly Relation[],
  named: ReadonlyMap<string, Named>,
  date: PartialDate,
): readonly RoleGroup[] {
  const by = new Map<ConsortiumRole, Map<string, Relation[]>>();
  const put = (role: ConsortiumRole, entity: string, relation: Relation) => {
    const group = by.get(role) ?? new Map<string, Relation[]>();
    group.set(entity, [...(group.get(entity) ?? []), relation]);
    by.set(role, group);
  };
  for (const relation of relations) {
    const other = relation.from === consortium ? relation.to : relation.from;
    const role = other === consortium ? undefined : roleOf(relation, consortium, named.get(other)?.kind);
    if (role !== undefined) put(role, other, relation);
  }
  for (const relation of ofLeads) {
    if (by.get('direction')?.has(relation.to) !== true) put('lead_direction', relation.to, relation);
  }
  const also = (entity: string, role: ConsortiumRole) =>
    OF_BODIES.includes(role) ? OF_BODIES.filter((one) => one !== role && by.get(one)?.has(entity) === true) : [];
  const rank = (entity: string) => KIND_NAMES.indexOf(named.get(entity)?.kind ?? 'Company');
  const nameOf = (entity: string) => named.get(entity)?.name ?? '';
  return (Object.keys(CONSORTIUM_ROLES) as ConsortiumRole[]).flatMap((role) => {
    const rows = [...(by.get(role) ?? [])].map(([entity, own]) => ({
      entity,
      relations: own.toSorted((a, b) => compareText(a.id, b.id)),
      stands: own.some((one) => one.modality === 'operating' && !isOver(one, date)),
      division: divisionOf(own),
      also: also(entity, role),
    }));
    rows.sort(
      (a, b) =>
        rank(a.entity) - rank(b.entity) ||
        compareText(nameOf(a.entity), nameOf(b.entity)) ||
        compareText(a.entity, b.entity),
    );
    return rows.length > 0 ? [{ role, rows }] : [];
  });
}

function roleOf({ type, to }: Relation, consortium: string, other: Kind | undefined): ConsortiumRole | undefined {
  if (to === consortium) return INTO[type] ?? 'other';
  if (AT_THE_HEAD.includes(type)) return undefined;
  if (MAKES.includes(type)) return 'direction';
  return other === 'Project' && OF_PROJECTS.includes(type) ? 'project' : 'other';
}

function divisionOf(relations: readonly Relation[]): readonly string[] {
  return sortedUnique(
    relations.flatMap(({ details }) => details.flatMap(({ name, value }) => (name === 'role' ? [value] : []))),
  );
}
