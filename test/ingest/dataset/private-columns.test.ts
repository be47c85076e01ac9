import { expect, test } from 'vitest';
import { isPrivateColumn } from '#ingest/dataset/private-columns.ts';

test.each([
  '联系电话',
  '电话',
  '手机',
  '手机号码',
  '联系人',
  '法定代表人',
  '法人',
  '法人代表',
  '项目负责人',
  'Telephone',
  'contact_person',
])('%s is private', (name) => expect(isPrivateColumn(name)).toBe(true));

test.each(['法人单位', '法人类型', '企业名称', '联系', 'contactless card', '电子', 'mobility', '人'])(
  '%s is not',
  (name) => expect(isPrivateColumn(name)).toBe(false),
);
