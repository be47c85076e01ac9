import SchemaBuilder from '@pothos/core';
import type { RequestContext } from './view.ts';

export type SchemaTypes = { Context: RequestContext; DefaultFieldNullability: false };

/** The one builder; types stand in the files beside it, one file an aggregate. */
export const builder = new SchemaBuilder<SchemaTypes>({ defaultFieldNullability: false });

builder.queryType({});
