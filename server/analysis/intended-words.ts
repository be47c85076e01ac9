import type { Label } from '#graph-model/ontology/label.ts';
import type { Intended } from './intended-ties.ts';

/** What is meant between ends without a firm path; undefined where there is nothing. */
export function intendedWords({ planned, proposed }: Readonly<Record<Intended, number>>): Label | undefined {
  if (planned + proposed === 0) return undefined;
  const parts: readonly (readonly [number, Label])[] = [
    [planned, { zh: `只是规划的 ${planned} 条`, en: `${planned} only planned` }],
    [proposed, { zh: `只是建议的 ${proposed} 条`, en: `${proposed} only proposed` }],
  ];
  const said = parts.flatMap(([count, words]) => (count > 0 ? [words] : []));
  return {
    zh: `另有${said.map(({ zh }) => zh).join('、')}关系：还不是联系，不排在路径里。`,
    en: `Besides, ${said.map(({ en }) => en).join(' and ')}: no tie yet, and not among the paths.`,
  };
}
