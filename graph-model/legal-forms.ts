/**
 * What stands behind the name of a firm and says only how it is constituted, as names are folded; the longer first.
 * 中华人民共和国公司法 § 7, and what its English names carry.
 */
const LEGAL_FORMS = [
  '集团股份有限公司',
  '集团有限责任公司',
  '股份有限公司',
  '有限责任公司',
  '集团有限公司',
  '股份公司',
  '集团公司',
  '有限公司',
  '集团',
  '公司',
  'companylimited',
  'coltd',
  'limited',
  'ltd',
  'inc',
] as const;

/** A shorter rest says too little to be looked for. */
const SHORTEST_CORE = 2;

/** The name without its legal form; undefined when it has none, or little is left. */
export function coreOf(folded: string): string | undefined {
  const form = LEGAL_FORMS.find((one) => folded.endsWith(one));
  if (form === undefined) return undefined;
  const core = folded.slice(0, folded.length - form.length);
  return Array.from(core).length < SHORTEST_CORE ? undefined : core;
}

/** The same name with each other legal form, and without one. */
export function otherForms(folded: string): readonly string[] {
  const core = coreOf(folded);
  if (core === undefined) return [];
  return ['', ...LEGAL_FORMS].map((form) => core + form).filter((name) => name !== folded);
}

/** Alike for names that differ at most in their legal form. */
export function withoutForm(folded: string): string {
  return coreOf(folded) ?? folded;
}

/** Every name that differs from this one only in its legal form, or by having one. */
export function alikeButForm(folded: string): readonly string[] {
  const core = withoutForm(folded);
  return ['', ...LEGAL_FORMS].map((form) => core + form).filter((name) => name !== folded);
}
