import type { Example } from '#server/analysis/examples.ts';
import type { Held } from '#server/analysis/held.ts';
import { builder } from './builder.ts';
import { DatasetRef } from './dataset.ts';
import { found } from './found.ts';
import { once } from './once.ts';
import { readRegisters, readToldProjects, type Registers, type ToldProjects } from './read-told.ts';
import { EntityRef } from './refs.ts';
import type { View } from './view.ts';

type Shape = {
  readonly at: View;
  readonly held: Held<string>;
  readonly registers: () => Promise<Registers>;
  readonly projects: () => Promise<ToldProjects>;
};

const ExampleRef = builder.objectRef<{ readonly at: View; readonly example: Example<string> }>('Example').implement({
  description: 'Something to look for: an entity, or the way from one to another.',
  fields: (t) => ({
    from: t.field({ type: EntityRef, resolve: ({ at, example }) => found(at, 'entity', example.from) }),
    to: t.field({
      type: EntityRef,
      nullable: true,
      resolve: ({ at, example }) => (example.to === undefined ? null : found(at, 'entity', example.to)),
    }),
  }),
});

const HoldingsRef = builder.objectRef<Shape>('Holdings').implement({
  description: 'What the sources hold for the questions that one asks first: counts of what is seen, no shares.',
  fields: (t) => ({
    registers: t.int({
      description: 'Sources that claim to be complete for a chain or segment.',
      resolve: async ({ registers }) => (await registers()).sources,
    }),
    registeredChains: t.int({
      description: 'Chains that a register covers as a whole, somewhere.',
      resolve: async ({ registers }) => (await registers()).chains,
    }),
    policyParks: t.int({ description: 'Parks that a policy speaks of.', resolve: ({ held }) => held.policyParks }),
    planned: t.int({
      description: 'Chains and segments in which something is planned.',
      resolve: ({ held }) => held.planned,
    }),
    proposed: t.int({
      description: 'Chains and segments in which something is only proposed.',
      resolve: ({ held }) => held.proposed,
    }),
    actors: t.int({
      description: 'Bodies that operate or build in a chain or segment, or make a product.',
      resolve: ({ held }) => held.actors,
    }),
    unseen: t.int({
      description: 'Segments in which something is planned or proposed and nobody is seen: unknown, not missing.',
      resolve: ({ held }) => held.unseen,
    }),
    ledConsortia: t.int({ description: 'Consortia whose lead is named.', resolve: ({ held }) => held.ledConsortia }),
    joinedConsortia: t.int({
      description: 'Consortia of which a member or partner is named.',
      resolve: ({ held }) => held.joinedConsortia,
    }),
    answeredChains: t.int({
      description: 'Chains for which somebody is said to be responsible.',
      resolve: ({ held }) => held.answeredChains,
    }),
    stagedProjects: t.int({
      description: 'Projects of which a source writes how far they are.',
      resolve: async ({ projects }) => (await projects()).staged,
    }),
    paidProjects: t.int({
      description: 'Projects of which a source writes what has been paid in.',
      resolve: async ({ projects }) => (await projects()).paid,
    }),
    examples: t.field({
      type: [ExampleRef],
      description: 'What a newcomer may look for here: at most four.',
      resolve: ({ at, held }) => held.examples.map((example) => ({ at, example })),
    }),
  }),
});

builder.objectField(DatasetRef, 'holdings', (t) =>
  t.field({
    type: HoldingsRef,
    description: 'Looks at every relationship; once a version.',
    resolve: async (at) => ({
      at,
      held: await at.topology.held(),
      registers: once(() => readRegisters(at)),
      projects: once(() => readToldProjects(at)),
    }),
  }),
);
