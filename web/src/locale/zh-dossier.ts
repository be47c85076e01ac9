/** Words of the page of one body beyond its table of facts. */
export const zhDossier = {
  pathsFrom: '从这里找路径',
  cite: '复制引文',
  citePage: '引用本页',
  cited: '引文已复制',
  pageLine: (name: string, version: number) => `陇链“${name}”，数据版本 ${version}`,
  notOwn: (firm: boolean) => `提到过、但不是${firm ? '本企业' : '它'}的事实`,
  notOwnNote: '名称或行文相近，分开记',
  whose: '属于谁',
  nearness: {
    mayBe: '名称待核，可能指它，未定',
    alike: '同一个写法的另一种读法，没有资料说是同一家',
    hosted: '由它承载',
    product: '它的产品',
    owner: '上级、依托或生产单位',
    owned: '下属单位',
  },
  timeline: '时间线',
  timelineNote: '只列有日期的，照原文的精度',
  figure: (measure: string, value: string, figure: string) => `${measure} ${value}（${figure}）`,
  began: (what: string) => `起：${what}`,
  ended: (what: string) => `止：${what}`,
};
