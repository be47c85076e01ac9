import { expect, test } from 'vitest';
import { readYaml } from '#ingest/dataset/yaml-text.ts';
import { IssueLog } from '#ingest/report/issue-log.ts';

const read = (text: string) => {
  const log = new IssueLog();
  const yaml = readYaml(text, 'dataset.yml', log);
  return {
    yaml,
    issues: log.groups('error').flatMap((group) => group.shown.map(({ code, line, column }) => [code, line, column])),
  };
};

test('scalars are the text they were written in, whatever they look like', () => {
  const { yaml } = read('a: 2025\nb: 0.950\nc: true\nd: 2025-02\ne: ~\nf: [1, "2"]\ng: 1e3\nh: 0x10\n');
  expect(yaml?.value).toStrictEqual({
    a: '2025',
    b: '0.950',
    c: 'true',
    d: '2025-02',
    e: null,
    f: ['1', '2'],
    g: '1e3',
    h: '0x10',
  });
});

test('a place is given for a value, for a key, and for what is around a value that is not there', () => {
  const { yaml } = read('a:\n  - { b: 1, 词: x }\n');
  expect(yaml?.where(['a', 0, 'b'])).toStrictEqual({ line: 2, column: 10 });
  expect(yaml?.whereKey(['a', 0], '词')).toStrictEqual({ line: 2, column: 13 });
  expect(yaml?.where(['a', 0, 'c', 'd'])).toStrictEqual({ line: 2, column: 5 });
  expect([yaml?.has(['a', 0, 'b']), yaml?.has(['a', 0, 'c'])]).toStrictEqual([true, false]);
});

test.each([
  ['a key written twice', 'a: 1\nb: 2\na: 3\n', ['YAML_DUPLICATE_KEY', 3, 1]],
  ['an alias', 'a: &x 1\nb: *x\n', ['YAML_SYNTAX', 2, 4]],
  ['a tag nobody knows', 'a: 1\nb: !js x\n', ['YAML_SYNTAX', 2, 4]],
  ['an open bracket', 'a: [1\nb: 2\n', ['YAML_SYNTAX', 2, 1]],
  ['a second document', 'a: 1\n---\nb: 2\n', ['YAML_SYNTAX', 2, 1]],
])('%s is refused where it stands', (_what, text, issue) => {
  const { yaml, issues } = read(text);
  expect(yaml).toBeUndefined();
  expect(issues).toContainEqual(issue);
});
