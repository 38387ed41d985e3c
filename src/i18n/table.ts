/** Table: the words of the table of a run, in every language; they come with the view. */
import type { Widened } from './widened'

const counts = new Intl.NumberFormat('en')
const count = (n: number) => counts.format(n)
const plurals = new Intl.PluralRules('en')
const plural = (n: number, one: string, other: string) =>
  `${count(n)} ${plurals.select(n) === 'one' ? one : other}`

const en = {
  caption: 'Variables and their gradients over time',
  help: 'A row for each entry, a column for each time.',
  press: ' Press a number to select its variable; press it again to take it apart.',
  tap: ' Tap a number to take it apart.',
  keys: ' The arrow keys go from number to number.',
  variable: 'Variable',
  total: 'all t',
  totalName: 'of all times together',
  notYet: 'not computed yet',
  none: 'does not exist',
  keyNotYet: 'not computed yet',
  keyNone: 'no such variable at this time',
  keyPart: 'a sum that is not complete',
  open: (name: string, size: number) => `Show the ${count(size)} entries of ${name}`,
  close: (name: string) => `Put the entries of ${name} together`,
  length: (size: number) => `length, n = ${count(size)}`,
  size: (size: number) => `n = ${count(size)}`,
  rest: (shown: number, size: number) =>
    `The first ${count(shown)} of ${count(size)} entries are shown; the CSV holds all.`,
  some: (from: number, to: number, all: number) =>
    `The table holds t\u00A0=\u00A0${count(from)} to ${count(to)} of ${count(all)}; it follows the playhead and the selection. The CSV holds all.`,
  earlier: 'Earlier steps',
  later: 'Later steps',
  copy: 'Copy as CSV',
  download: 'Download CSV',
  copied: (rows: number) => `Copied ${plural(rows, 'row', 'rows')}: the whole run, all digits.`,
  uncut: 'The gradients in it are those without the cuts.',
  refused: 'The browser does not let this page copy. “Download CSV” gives the same as a file.',
  parameters: 'Parameters and their gradients',
  value: 'value',
  sum: (done: number, all: number) =>
    done === all
      ? `the sum over ${plural(all, 'use', 'uses')}`
      : `${count(done)} of ${plural(all, 'term', 'terms')} so far`,
  awaited: 'shown when complete',
  row: 'Row',
  large: (rows: number, columns: number) =>
    `${count(rows)} × ${count(columns)} numbers, as a picture; the CSV holds all.`,
}

export type TableWords = Widened<typeof en>

const chinese = new Intl.NumberFormat('zh-CN')
const inChinese = (n: number) => chinese.format(n)

const zh: TableWords = {
  caption: '各变量及其梯度随时间的值',
  help: '每个元素一行，每个时间一列。',
  press: '点按一个数，选中它所属的变量；再点按一次，看它由什么算出。',
  tap: '轻点一个数，看它由什么算出。',
  keys: '用方向键在数之间移动。',
  variable: '变量',
  total: '全部 t',
  totalName: '所有时间合在一起',
  notYet: '尚未计算',
  none: '不存在',
  keyNotYet: '尚未计算',
  keyNone: '此时没有这个变量',
  keyPart: '尚未加完的和',
  open: (name, size) => `显示 ${name} 的 ${inChinese(size)} 个元素`,
  close: (name) => `收起 ${name} 的各元素`,
  length: (size) => `长度，n = ${inChinese(size)}`,
  size: (size) => `共 n = ${inChinese(size)}`,
  rest: (shown, size) =>
    `这里显示 ${inChinese(size)} 个元素中的前 ${inChinese(shown)} 个；CSV 包含全部。`,
  some: (from, to, all) =>
    `共 ${inChinese(all)} 步，表中是 t\u00A0=\u00A0${inChinese(from)} 到 ${inChinese(to)}，随播放位置和所选变量移动；CSV 包含全部。`,
  earlier: '前面的时间步',
  later: '后面的时间步',
  copy: '复制为 CSV',
  download: '下载 CSV',
  copied: (rows) => `已复制 ${inChinese(rows)} 行：整次运行，全部有效数字。`,
  uncut: '复制的梯度不受切断的影响。',
  refused: '浏览器不允许本页复制。用“下载 CSV”可以得到内容相同的文件。',
  parameters: '参数及其梯度',
  value: '值',
  sum: (done, all) =>
    done === all
      ? `${inChinese(all)} 次使用之和`
      : `共 ${inChinese(all)} 项，目前加了 ${inChinese(done)} 项`,
  awaited: '加完后显示',
  row: '行',
  large: (rows, columns) =>
    `${inChinese(rows)} × ${inChinese(columns)} 个数，画成图；CSV 包含全部。`,
}

export const tableWords: Readonly<Record<'en' | 'zh', TableWords>> = { en, zh }
