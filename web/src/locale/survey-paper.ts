/** What stands on a survey sheet: Chinese in every language, as the sheet that is exported. */
export const surveyPaper = {
  subtitle: (version: number, date: string) => `按数据版本 ${version}，资料截至 ${date}`,
  publisher: '填报单位（全称）',
  date: '截至日期',
  answers: '各环节的名录是否齐全',
  heads: ['环节', '出处', '产业链', '文件要求', '覆盖地区', '名录是否齐全'],
  area: (office: string) => `${office}（含其中的园区）`,
  firms: '企业',
  firmHeads: ['环节', '企业全称', '统一社会信用代码', '园区', '主导产品', '年产能', '状态'],
  firmNote: '一家企业一种产品一行，行不够可以插入；状态选 在产、在建、规划',
  more: (count: number) => `另有 ${count} 处`,
};
