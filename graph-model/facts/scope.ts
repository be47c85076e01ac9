import * as z from 'zod';

/** What area and statistics a figure speaks of. Its word is its identity: figures of one scope may meet, others never. */
export const Scope = z.strictObject({ id: z.string().min(1), zh: z.string().min(1), en: z.string().min(1) });
export type Scope = z.infer<typeof Scope>;
