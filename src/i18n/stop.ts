/** Stop: what is said where a run comes to a number that is none, in every language; it comes with the first such number. */
import type { Widened } from './widened'

const plurals = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string) =>
  `${n} ${plurals.select(n) === 'one' ? one : other}`

const en = {
  why: (place: string, value: string) => `Why ${place} is ${value}:`,
  product: (names: string, numbers: string) =>
    `${names} = ${numbers} is beyond the largest float64, 1.8e308.`,
  sum: 'every term is finite, but their sum is beyond the largest float64, 1.8e308.',
  opposite:
    'two of its parts are beyond the largest float64, 1.8e308, with opposite signs, and ∞ − ∞ is not a number.',
  growth: (name: string, steps: number, factor: string) =>
    `The largest entry of ${name} was multiplied by about ${factor} in each of the ${count(steps, 'step', 'steps')} before, and nothing holds it back.`,
  backward: 'All values are finite: only the gradients overflow.',
  beyond: 'What would follow is made of it, so it is left blank.',
  label: 'Ways out',
  stepBack: 'One step back',
  open: (place: string) => `What ${place} is made of`,
  ways: {
    undo: 'Undo the last edit',
    scale: 'Scale the parameters down',
    draw: 'Draw new weights',
  },
  hints: {
    undo: 'Back to the network before it, which runs to its end',
    scale:
      'Every matrix is scaled down until the absolute values in no row or column add up to more than 1',
    draw: 'All weights are drawn anew from the next seed',
  },
}

export type StopWords = Widened<typeof en>

const zh: StopWords = {
  why: (place, value) => `${place} 为什么是 ${value}：`,
  product: (names, numbers) => `${names} = ${numbers}，超过了最大的 float64（1.8e308）。`,
  sum: '每一项都是有限数，但它们的和超过了最大的 float64（1.8e308）。',
  opposite: '其中两部分都超过了最大的 float64（1.8e308），且符号相反，而 ∞ − ∞ 不是数。',
  growth: (name, steps, factor) =>
    `在此之前的 ${steps} 步中，${name} 的最大元素每步都约变为 ${factor} 倍，没有什么能限制它。`,
  backward: '所有的值都是有限数：只有梯度上溢。',
  beyond: '之后的量都由它算出，所以留空。',
  label: '解决办法',
  stepBack: '后退一步',
  open: (place) => `${place} 由什么算出`,
  ways: { undo: '撤销上一次编辑', scale: '缩小参数', draw: '重新抽取权重' },
  hints: {
    undo: '回到编辑之前的网络；它可以运行到底',
    scale: '缩小每个矩阵，使每行、每列的绝对值之和都不超过 1',
    draw: '用下一个种子重新抽取所有权重',
  },
}

export const stopWords: Readonly<Record<'en' | 'zh', StopWords>> = { en, zh }
