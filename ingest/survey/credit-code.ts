import type { Label } from '#graph-model/ontology/label.ts';

/** GB 32100-2015: digits and capitals without I, O, S, V, Z. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

/** What is wrong with a unified social credit code; undefined when its check character fits. */
export function codeFault(code: string): Label | undefined {
  if (code.length !== LENGTH) {
    return { zh: `有 ${code.length} 位，应是 ${LENGTH} 位`, en: `${code.length} characters, not ${LENGTH}` };
  }
  const values = [...code].map((character) => CHARACTERS.indexOf(character));
  const strange = values.indexOf(-1);
  if (strange !== -1) return { zh: `不会有“${code[strange]}”`, en: `“${code[strange]}” cannot stand in one` };
  // The weights are powers of three modulo 31.
  let [sum, weight] = [0, 1];
  for (const value of values.slice(0, LENGTH - 1)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  const check = CHARACTERS[(31 - (sum % 31)) % 31];
  if (check === code[LENGTH - 1]) return undefined;
  return { zh: `校验位应是 ${check}`, en: `its check character would be ${check}` };
}
