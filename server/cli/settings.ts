import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { GraphError } from '#graph-model/errors.ts';
import { VISIBILITIES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { Credentials } from '#graph-model/store/open-options.ts';
import { ANALYSIS_MODES, type AnalysisMode } from '#server/analysis/topologies.ts';

/** Every setting: its environment variable, its check, its default, and what it is for. */
export const SETTINGS = {
  LONGLIAN_HOME: {
    schema: z.string().min(1).optional(),
    zh: '数据文件夹，默认是项目里的 .longlian',
    en: 'data folder; .longlian in the project unless set',
  },
  LONGLIAN_STORE: {
    schema: z.string().min(1).optional(),
    zh: '库的地址 sqlite:路径、bolt://主机:端口 或 neo4j://主机:端口，默认是数据文件夹里的 SQLite 文件',
    en: 'store url, sqlite:PATH, bolt://HOST:PORT or neo4j://HOST:PORT; a file in the data folder unless set',
  },
  NEO4J_USERNAME: {
    schema: z.string().min(1).default('neo4j'),
    zh: 'Neo4j 库的用户名，默认 neo4j',
    en: 'user of a Neo4j store; neo4j unless set',
  },
  NEO4J_PASSWORD: {
    schema: z.string().min(1).optional(),
    zh: 'Neo4j 库的密码',
    en: 'password of a Neo4j store',
  },
  NEO4J_DATABASE: {
    schema: z.string().min(1).default('neo4j'),
    zh: 'Neo4j 库所在的数据库，里面不能有别的数据，默认 neo4j',
    en: 'database of a Neo4j store, which holds nothing else; neo4j unless set',
  },
  LONGLIAN_VISIBILITY: {
    schema: z.enum(wordsOf(VISIBILITIES)).default('public'),
    zh: '新建的库是公开 public 还是内部 internal，默认公开',
    en: 'whether a new store is public or internal; public unless set',
  },
  LONGLIAN_HOST: {
    schema: z.string().min(1).default('127.0.0.1'),
    zh: '监听的地址，默认只有本机',
    en: 'address to listen on; loopback unless set',
  },
  LONGLIAN_PORT: {
    schema: z.coerce.number().int().min(0).max(65_535).default(4600),
    zh: '端口，默认 4600',
    en: 'port; 4600 unless set',
  },
  LONGLIAN_PUBLIC: {
    schema: z.string().min(1).optional(),
    zh: '对外的域名，逗号分隔；前面要有带 TLS 的代理，写了才能监听本机以外的地址',
    en: 'host names served to others, comma separated, behind a proxy with TLS; needed to listen beyond loopback',
  },
  LONGLIAN_ANALYSIS: {
    schema: z.enum(ANALYSIS_MODES).default('memory'),
    zh: '路径和邻域在内存 memory 里算，还是边算边从库 store 里读，默认内存；答案一样',
    en: 'whether paths and neighbourhoods are computed in memory or over reads of the store; memory unless set; the same answers',
  },
  LONGLIAN_CORPUS: {
    schema: z.string().min(1).optional(),
    zh: '读者自己的文件所在的文件夹，有它就能看到原文',
    en: "folder of the reader's own documents; with it the very passage is shown",
  },
} as const;

export type Settings = {
  readonly root: string;
  readonly home: string;
  readonly store: string;
  /** For a store that asks who it is; only with NEO4J_PASSWORD. */
  readonly credentials?: Credentials;
  readonly visibility: keyof typeof VISIBILITIES;
  readonly host: string;
  readonly port: number;
  readonly publicHosts: readonly string[];
  readonly analysis: AnalysisMode;
  readonly corpus?: string;
};

/**
 * The settings, parsed once.
 * @throws GraphError USAGE naming the variable
 */
export function readSettings(env: NodeJS.ProcessEnv, store?: string): Settings {
  const values = z
    .object({
      LONGLIAN_HOME: SETTINGS.LONGLIAN_HOME.schema,
      LONGLIAN_STORE: SETTINGS.LONGLIAN_STORE.schema,
      NEO4J_USERNAME: SETTINGS.NEO4J_USERNAME.schema,
      NEO4J_PASSWORD: SETTINGS.NEO4J_PASSWORD.schema,
      NEO4J_DATABASE: SETTINGS.NEO4J_DATABASE.schema,
      LONGLIAN_VISIBILITY: SETTINGS.LONGLIAN_VISIBILITY.schema,
      LONGLIAN_HOST: SETTINGS.LONGLIAN_HOST.schema,
      LONGLIAN_PORT: SETTINGS.LONGLIAN_PORT.schema,
      LONGLIAN_PUBLIC: SETTINGS.LONGLIAN_PUBLIC.schema,
      LONGLIAN_ANALYSIS: SETTINGS.LONGLIAN_ANALYSIS.schema,
      LONGLIAN_CORPUS: SETTINGS.LONGLIAN_CORPUS.schema,
    })
    .safeParse(env);
  if (!values.success) {
    throw new GraphError('USAGE', {
      settings: values.error.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`),
    });
  }
  const { NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = values.data;
  const root = projectRoot();
  const home = path.resolve(values.data.LONGLIAN_HOME ?? path.join(root, '.longlian'));
  return {
    root,
    home,
    store: store ?? values.data.LONGLIAN_STORE ?? `sqlite:${path.join(home, 'store.sqlite')}`,
    ...(password === undefined ? {} : { credentials: { username, password, database } }),
    visibility: values.data.LONGLIAN_VISIBILITY,
    host: values.data.LONGLIAN_HOST,
    port: values.data.LONGLIAN_PORT,
    publicHosts: (values.data.LONGLIAN_PUBLIC ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || []),
    analysis: values.data.LONGLIAN_ANALYSIS,
    ...(values.data.LONGLIAN_CORPUS === undefined ? {} : { corpus: path.resolve(values.data.LONGLIAN_CORPUS) }),
  };
}

/** The folder with package.json above this file, whether it runs from source or from the bundle. */
function projectRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json')) && folder !== path.dirname(folder)) {
    folder = path.dirname(folder);
  }
  return folder;
}
