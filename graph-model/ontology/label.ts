/** A thing said in both languages of the product, Chinese first. */
export type Label = { readonly zh: string; readonly en: string };
