/**
 * A check that is one program: it passes when the program ends with 0.
 * @typedef {{ id: string, zh: string, en: string, program: readonly string[] }} Step
 */

/** @param {string} project @param {string} name @returns {string[]} */
function tsc(project, name) {
  const info = `build/check/${name}.tsbuildinfo`;
  return [
    'node_modules/typescript/bin/tsc',
    '-p',
    project,
    '--incremental',
    '--tsBuildInfoFile',
    info,
    '--pretty',
    'false',
  ];
}

/** Everything that needs no running code, in the order in which it is reported. @type {readonly Step[]} */
export const STEPS = [
  {
    id: 'format',
    zh: '格式',
    en: 'format',
    program: [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-location=build/check/prettier',
      '.',
    ],
  },
  { id: 'lint', zh: '规范', en: 'lint', program: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'] },
  { id: 'types', zh: '类型', en: 'types', program: tsc('.', 'root') },
  { id: 'types-web', zh: '界面类型', en: 'types of the explorer', program: tsc('web', 'web') },
  { id: 'types-e2e', zh: '浏览器测试类型', en: 'types of the browser tests', program: tsc('test/e2e', 'e2e') },
  {
    id: 'queries',
    zh: '界面查询',
    en: 'queries of the explorer',
    program: ['node_modules/gql.tada/bin/cli.js', 'check', '--tsconfig', 'web/tsconfig.json', '--fail-on-warn'],
  },
  {
    id: 'layers',
    zh: '分层',
    en: 'layers',
    program: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '.', '--output-type', 'err'],
  },
  { id: 'unused', zh: '无用代码', en: 'unused code', program: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { id: 'schema', zh: '生成的文件', en: 'generated files', program: ['scripts/schema.mjs', '--check'] },
];
