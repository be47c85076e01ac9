/** A figure of how many consortia there are, by the words of its measure: 企业创新联合体数, number of consortia. */
export function countsConsortia(measure: string): boolean {
  return (
    /联合体(总|个|家)?(数|数量|数目)$/u.test(measure) || /^number of\b.*\bconsortia\b|\bconsortia$/iu.test(measure)
  );
}
