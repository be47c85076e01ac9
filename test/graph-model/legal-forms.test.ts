import { expect, test } from 'vitest';
import { alikeButForm, coreOf, otherForms, withoutForm } from '#graph-model/legal-forms.ts';

test('the core of a firm is its name without the longest legal form it ends in', () => {
  expect(coreOf('兰州泰基离子技术有限公司')).toBe('兰州泰基离子技术');
  expect(coreOf('金川集团股份有限公司')).toBe('金川');
  expect(coreOf('兰州泰基公司')).toBe('兰州泰基');
  expect(coreOf('lanzhoutaijicoltd')).toBe('lanzhoutaiji');
  for (const name of ['兰州大学', '有限公司', '甲公司']) expect(coreOf(name)).toBe(undefined);
});

test('other forms are those of the same core, the name itself left out', () => {
  expect(otherForms('泰基离子有限公司')).toContain('泰基离子有限责任公司');
  expect(otherForms('泰基离子有限公司')).toContain('泰基离子');
  expect(otherForms('泰基离子有限公司')).not.toContain('泰基离子有限公司');
  expect(otherForms('兰州大学')).toStrictEqual([]);
});

test('names are alike but for their form whichever of them has one', () => {
  const names = ['白鹿激光有限公司', '白鹿激光股份有限公司', '白鹿激光公司', '白鹿激光'];
  expect(names.map(withoutForm)).toStrictEqual(names.map(() => '白鹿激光'));
  for (const name of names) {
    expect(alikeButForm(name)).toEqual(expect.arrayContaining(names.filter((one) => one !== name)));
    expect(alikeButForm(name)).not.toContain(name);
  }
  expect(withoutForm('有限公司')).toBe('有限公司');
});
