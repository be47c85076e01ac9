/** What stands on a survey sheet: Chinese in every language, as the sheet that is exported. */
export const surveyPaper = {
  subtitle: (version: number, date: string) => `按数据版本 ${version}，资料截至 ${date}`,
  publisher: '填报单位（全称）',
  date: '截至日期',
  issuer: '发表单位',
  sentTo: '送达部门',
  visibility: '公开范围（公开、内部；空着按内部）',
  due: '交回期限',
  seal: '填报单位盖章',
  addressee: '建议送达',
  noAddressee: (isPark: boolean) => `资料没有写哪个部门负责：送达部门请${isPark ? '本园区' : '本地'}填写`,
  parks: (names: readonly string[]) =>
    names.length === 0
      ? '园区：资料没有写到这里的园区，有就照实写。'
      : `资料写到的园区（园区一栏可选，没有列出的照实写）：${names.join('、')}。`,
  rulesTitle: '怎么填',
  rules: [
    '一、填白格：填报单位（名录由它负责）、截至日期、公开范围、每个环节是否齐全、企业。没有把握的环节留空，不影响别的。',
    '公开范围空着按内部：只进内部的库，不在公开的导出里；同意公开的写公开。',
    '二、齐全：这个地区这一环节的企业都列出了。不齐全：只列出一部分。确认没有这类企业：查过，一家也没有，下面就不要填这个环节的企业。',
    '三、一家企业的一种产品一行，行不够就插入。状态选 在产、在建、规划；停产、注销的企业不列。信用代码写 18 位，没有就留空。',
    '四、不要删隐藏的行和列，收回时靠它们认表。电话、联系人不用填，填了也不读。',
    '五、发表单位、送达部门、交回期限、盖章留给往来用，收回时不读；盖章的纸表另存，交回的是这份表格文件。',
  ],
  answers: '各环节的名录是否齐全',
  heads: ['环节', '出处', '产业链', '要求', '覆盖地区', '名录是否齐全'],
  area: (office: string) => `${office}（含其中的园区）`,
  firms: '企业',
  firmHeads: ['环节', '企业全称', '统一社会信用代码', '园区', '主导产品', '年产能', '状态'],
  more: (count: number) => `另有 ${count} 处`,
};
