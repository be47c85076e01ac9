import { GraphError } from '#graph-model/errors.ts';
import type { Call, Command } from './command.ts';
import { exportSurvey } from './survey-export.ts';
import { importSurvey } from './survey-import.ts';

export const surveyCommand: Command = {
  usage: `survey export --out FILE.xlsx|DIR [--chain NAME…] [--office NAME…] [--replace]
  longlian survey import FILE.xlsx… [--accept]`,
  zh: '摸底：export 把没有见到企业的环节按市、园区写成表，一个市连同其中的园区一个文件；import 读回填好的表，先说会改变什么，--accept 才写入',
  en: 'surveys: export writes a sheet for each city or park asked, a workbook for each city with its parks; import reads filled ones, says what would change, and writes only with --accept',
  options: {
    out: { type: 'string' },
    chain: { type: 'string', multiple: true },
    office: { type: 'string', multiple: true },
    replace: { type: 'boolean' },
    accept: { type: 'boolean' },
  },
  run: survey,
};

const ACTIONS = { export: exportSurvey, import: importSurvey } as const;

async function survey(call: Call): Promise<number> {
  const [name, ...positionals] = call.positionals;
  if (name !== 'export' && name !== 'import') {
    throw new GraphError('USAGE', { missing: 'export | import', ...(name === undefined ? {} : { found: name }) });
  }
  return ACTIONS[name]({ ...call, positionals });
}
