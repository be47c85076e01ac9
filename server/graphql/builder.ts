import SchemaBuilder from '@pothos/core';
import type { RequestContext } from './view.ts';

type OurTypes = { Context: RequestContext; DefaultFieldNullability: false };

/** What helpers that take or return type references speak of. */
export type SchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<OurTypes>;

/** The one builder; types stand in the files beside it, one file an aggregate. */
export const builder = new SchemaBuilder<OurTypes>({ defaultFieldNullability: false });

builder.queryType({});
